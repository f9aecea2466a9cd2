// Search as Vietnamese type it: "lien doan" finds "Liên đoàn"; who types diacritics means them.
"use strict";

(() => {
  const plain = new Map();

  function bare(letter) {
    let found = plain.get(letter);
    if (found === undefined) {
      found = letter === "đ" ? "d" : letter.normalize("NFD").replace(/[\u0300-\u036f]/g, "");
      // One letter for one letter: what is found in the folded text stands at the same place in the text.
      if (found.length !== letter.length) found = letter;
      plain.set(letter, found);
    }
    return found;
  }

  /** Lower case of the same length. */
  function lower(text) {
    const made = text.toLowerCase();
    return made.length === text.length ? made : Array.from(text, (c) => (c.toLowerCase().length === c.length ? c.toLowerCase() : c)).join("");
  }

  /** Lower case without diacritics, letter by letter. */
  dieukhoan.fold = (text) => lower(text).replace(/[^\x00-\x7f]/g, bare);

  // "hoà" and "hòa" are one syllable: the older way puts the tone on the vowel before the last.
  const MOVED = { o: "oòóỏõọ", u: "uùúủũụ" };
  const LAST = { a: "aàáảãạ", e: "eèéẻẽẹ", y: "yỳýỷỹỵ" };
  const SYLLABLE = /(o)([àáảãạèéẻẽẹ])(?!\p{L})|(?<!q)(u)([ỳýỷỹỵ])(?!\p{L})/gu;

  function oldTones(text) {
    return text.replace(SYLLABLE, (whole, o, first, u, second) => {
      const vowel = first || second;
      for (const [last, forms] of Object.entries(LAST)) {
        const tone = forms.indexOf(vowel);
        if (tone > 0) return MOVED[o || u][tone] + last;
      }
      return whole;
    });
  }

  /**
   * What is searched for: phrases between commas, each of which has to stand in the text. A phrase begins where a
   * syllable does ("an" is not found in "ban") and may end in the middle of one, for it may still be being typed.
   */
  dieukhoan.query = (typed) => {
    const phrases = lower(typed.normalize("NFC")).split(/[,;]/).map((one) => one.trim().replace(/\s+/g, " ")).filter(Boolean);
    return phrases.map((phrase) => {
      const folded = dieukhoan.fold(phrase);
      return { phrase: oldTones(phrase), exact: folded !== phrase, folded };
    });
  };

  /** Text made ready for many searches. */
  dieukhoan.searchable = (text) => ({ folded: dieukhoan.fold(text), exact: null, text });

  const LETTER = /[\p{L}\p{N}]/u;

  /** Where `phrase` stands in `text` from `start` on; -1 where it does not. */
  function find(text, phrase, start = 0) {
    let at = text.indexOf(phrase, start);
    while (at > 0 && LETTER.test(text[at - 1]) && LETTER.test(phrase[0])) at = text.indexOf(phrase, at + 1);
    return at;
  }

  /** Whether every phrase of a query stands in a searchable text. */
  dieukhoan.matches = (query, ready) =>
    query.every((one) => {
      if (find(ready.folded, one.folded) < 0) return false;
      if (!one.exact) return true;
      if (ready.exact === null) ready.exact = oldTones(lower(ready.text.normalize("NFC")));
      return find(ready.exact, one.phrase) >= 0;
    });

  /** `text` as nodes, what was searched for in <mark>. */
  dieukhoan.marked = (text, query) => {
    if (!query.length) return [text];
    const folded = dieukhoan.fold(text);
    const exact = oldTones(lower(text));
    const spans = [];
    for (const one of query) {
      const [where, phrase] = one.exact && exact.length === text.length ? [exact, one.phrase] : [folded, one.folded];
      for (let at = find(where, phrase); at >= 0; at = find(where, phrase, at + phrase.length)) {
        spans.push([at, at + phrase.length]);
      }
    }
    spans.sort((a, b) => a[0] - b[0]);
    const made = [];
    let done = 0;
    for (const [start, end] of spans) {
      if (start >= done) {
        made.push(text.slice(done, start), dieukhoan.make("mark", {}, text.slice(start, end)));
        done = end;
      }
    }
    return [...made, text.slice(done)];
  };
})();
