// What every page shares: the namespace, elements made of text (never of markup), shards of rows.
"use strict";

const dieukhoan = {
  words: {},
  lists: {},

  /** `made` with the `cells` of a row under their `names`. */
  named(names, cells, made) {
    names.forEach((name, at) => {
      made[name] = cells[at];
    });
    return made;
  },

  /** The words `key`, with `values` in their places. */
  say(key, values = {}) {
    return dieukhoan.words[key].replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
  },

  /** What people call a code of a column. */
  label(group, code) {
    return dieukhoan.words.labels[group][code] || String(code).replaceAll("_", " ");
  },

  /** A number with its thousands apart. */
  number(value) {
    return String(value).replace(/\B(?=(\d{3})+$)/g, dieukhoan.words.lang === "vi" ? "." : ",");
  },

  /** 20251215 as people write it. */
  day(number) {
    const year = String(Math.floor(number / 10000)).padStart(4, "0");
    const month = String(Math.floor(number / 100) % 100).padStart(2, "0");
    const day = String(number % 100).padStart(2, "0");
    return dieukhoan.words.lang === "vi" ? `${day}/${month}/${year}` : `${year}-${month}-${day}`;
  },

  /** An ISO or EDTF date as people write it. */
  date(text) {
    if (text.includes("/")) return text.split("/").map(dieukhoan.date).join("–");
    const parts = text.split("-");
    const plain = dieukhoan.words.lang === "vi" && parts.every((part) => /^\d+$/.test(part));
    return plain ? parts.reverse().join("/") : text;
  },

  /** Whether a row falls due in a month ("11") of any year: its months are bits, the first is January. */
  inMonth(found, month) {
    return Boolean(found.months & (1 << (Number(month) - 1)));
  },

  /** Today as 20251215. */
  today() {
    const now = new Date();
    return now.getFullYear() * 10000 + (now.getMonth() + 1) * 100 + now.getDate();
  },

  /** An element; strings among `inside` become text, whatever stands in them. */
  make(tag, attributes = {}, ...inside) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value);
    }
    made.append(...inside.flat().filter((one) => one !== null && one !== undefined && one !== ""));
    return made;
  },

  documentPage(id) {
    return `documents/${encodeURIComponent(id)}.html`;
  },

  bodyPage(id) {
    return `bodies/body-${encodeURIComponent(id)}.html`;
  },
};

// Shards: a page from the disk may not read files, but a script hands over its rows.
(() => {
  const waiting = new Map();
  const known = new Map();

  dieukhoan.take = (name, value) => {
    const then = waiting.get(name);
    waiting.delete(name);
    if (then) then(value);
  };

  /** A promise of what the shard `name` holds. */
  dieukhoan.load = (name) => {
    if (!known.has(name)) {
      known.set(
        name,
        new Promise((resolve, reject) => {
          waiting.set(name, resolve);
          const script = dieukhoan.make("script", { src: `data/${name}.js` });
          script.addEventListener("load", () => script.remove());
          script.addEventListener("error", () => {
            known.delete(name);
            reject(new Error(dieukhoan.say("broken", { name: `data/${name}.js` })));
          });
          document.head.append(script);
        }),
      );
    }
    return known.get(name);
  };
})();
