"""Text for matching, with a map back to the text for quoting.

Offsets are Unicode code points, end exclusive, everywhere in this package. ``Source.text`` is quoted and never
edited; rules look at a :class:`View` of it, where spelling variants that mean nothing are folded away:

* tone marks stand on the vowel of the older school (``hoà`` reads ``hòa``, ``uỷ`` reads ``ủy``);
* "quí", as older texts write it, reads "quý";
* runs of blanks (not line ends) are one space, dashes are ``-``, curly quotes are ``"``, the eth of old keyboard
  drivers is ``Đ``;
* characters that nobody sees (soft hyphens, zero-width spaces) are gone, combining marks are composed (NFC);
* words that lost their space are split where a caller says so (``sựtham`` reads ``sự tham``).
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import Any

Edit = tuple[int, int, str]

_TONES = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
    "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
    "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
# "quý" is q + uý: there the tone already stands where both schools put it. The set of first letters stands in front
# because the regex engine skips to it.
_TONE = re.compile(
    rf"[oOuU](?<![qQ].)(?:(?<=[oO])[àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ]|(?<=[uU])[ỳýỷỹỵỲÝỶỸỴ])(?![\w{_MARKS}])", re.DOTALL
)
_ALIKE = {
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f", '"'),
    "Ð": "Đ",
    "ð": "đ",
    **{"quí": "quý", "Quí": "Quý", "QUÍ": "QUÝ"},
}
_RARE_BLANK = r"\t\x0b-\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
_BLANKS = rf"[{_RARE_BLANK}][ {_RARE_BLANK}{_UNSEEN}]*| [ {_RARE_BLANK}{_UNSEEN}]+"
_BLANK_RUN = re.compile(_BLANKS)
_FOLDED_RUN = re.compile(rf"{_BLANKS}|[{_UNSEEN}]+")
_UNSEEN_CHAR = re.compile(f"[{_UNSEEN}]")
_HIDDEN_JOIN = re.compile(rf"[{_UNSEEN}][^\x00-\u02ff{_UNSEEN}]")  # what follows may compose with what precedes
_BEYOND_ASCII = re.compile(r"[\x00-\x7f]?[^\x00-\x7f]+")


def nfc(text: str) -> str:
    """``text`` in Unicode Normalization Form C."""
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def _older_school(match: re.Match[str]) -> str:
    pair = match.group()
    folded = _TONES[pair.lower()]
    return "".join(new.upper() if old.isupper() else new for old, new in zip(pair, folded, strict=True))


def fold_tones(text: str) -> str:
    """``text`` with every tone mark where the older school puts it; the length stays."""
    return _TONE.sub(_older_school, text)


def _fold_same_length(text: str) -> str:
    for variant, plain in _ALIKE.items():
        text = text.replace(variant, plain)
    return fold_tones(text)


def lower(text: str) -> str:
    """``text`` in lower case with the same length (``İ``, whose lower case is longer, stays)."""
    return "İ".join(part.lower() for part in text.split("İ"))


def capitals(text: str) -> str:
    """``text`` in capitals with the same length (``ß``, which has none of one letter, stays)."""
    done = text.upper()
    return done if len(done) == len(text) else "".join(up if len(up := char.upper()) == 1 else char for char in text)


def squeeze(text: str) -> str:
    """``text`` on one line: every run of white space is one space, none at the ends."""
    return " ".join(text.split())


class View:
    """The folded text of a source, and where each of its characters came from.

    ``text`` is what rules match on; ``lower`` the same in lower case (equal length). ``to_source`` and
    ``from_source`` turn spans of one into spans of the other, in time logarithmic in the number of folded pieces. A
    span that touches a folded piece (a run of blanks, a composed letter) widens to the whole piece; a space that was
    put between two glued words has an empty span in the source.
    """

    __slots__ = (
        "__dict__", "_in_source", "_in_view", "_known", "_places", "_rigid", "_told", "memo", "source",
        "taught", "text",
    )  # fmt: skip

    def __init__(self, source: str, splits: Iterable[int] = (), mends: Iterable[Edit] = ()) -> None:
        """Fold ``source``; ``splits`` are source offsets where a lost space is to be read, ``mends`` words (start, end)
        for which another text is to be read."""
        self.source = source
        self._in_view: list[int] = [0]
        self._in_source: list[int] = [0]
        self._rigid: list[bool] = [True]
        out: list[str] = []
        at = width = 0
        for start, end, new in _edits(source, splits, mends):
            out.append(source[at:start])
            width += start - at
            out.append(new)
            self._piece(width, start, rigid=False)
            width += len(new)
            self._piece(width, end, rigid=True)
            at = end
        out.append(source[at:])
        self.text = _fold_same_length("".join(out))
        self._piece(len(self.text), len(source), rigid=False)
        self._forget()

    def _forget(self) -> None:
        self._places: dict[tuple[tuple[str, ...], bool], Sequence[int]] = {}
        self._known: dict[str, Sequence[int]] = {}
        self._told: frozenset[str] = frozenset()
        self.taught: object = None
        self.memo: dict[object, Any] = {}  # what others worked out of this text, by who they are

    def __getstate__(self) -> tuple[object, ...]:
        """What goes to another process: the text and the map, nothing that can be looked for again."""
        return self.source, self.text, self._in_view, self._in_source, self._rigid

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        """Take over what :meth:`__getstate__` gave."""
        self.source, self.text, self._in_view, self._in_source, self._rigid = state
        self._forget()

    def _piece(self, view: int, source: int, *, rigid: bool) -> None:
        self._in_view.append(view)
        self._in_source.append(source)
        self._rigid.append(rigid)

    @cached_property
    def lower(self) -> str:
        """``text`` in lower case, same length."""
        return lower(self.text)

    def learn(self, found: Mapping[str, Sequence[int]], words: frozenset[str]) -> None:
        """Take over where those of ``words`` that stand in ``lower`` begin, in order, from one who has looked."""
        self._known, self._told = dict(found), words

    def may_hold(self, words: Iterable[str]) -> bool:
        """Whether any of ``words`` (in lower case) may stand in ``lower``: no only where it was told so."""
        return not (self._told.issuperset(words) and self._known.keys().isdisjoint(words))

    def places(self, words: tuple[str, ...], *, case: bool = False) -> Sequence[int]:
        """Where any of ``words`` begins in ``text`` (``case``) or in ``lower``, in order; looked for once."""
        if len(words) == 1 and not case:
            return self.where(words[0])
        key = words, case
        if key not in self._places:
            found = (self._cased(word) if case else self.where(word) for word in words)
            self._places[key] = sorted(chain.from_iterable(found))
        return self._places[key]

    def where(self, word: str) -> Sequence[int]:
        """Where ``word`` begins in ``lower``, in order."""
        places = self._known.get(word)
        if places is None:
            if word in self._told:
                return ()
            places = self._known[word] = list(_occurrences(self.lower, word))
        return places

    def _cased(self, word: str) -> list[int]:
        begins = self.text.startswith
        return [place for place in self.where(lower(word)) if begins(word, place)]

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """The span of ``source`` that the view span ``[start, end)`` was made from."""
        return _carry(start, end, self._in_view, self._in_source, self._rigid)

    def each_to_source(self, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """:meth:`to_source` of many spans that are none of them empty, in order and apart: linear, without search."""
        piece, here, there, rigid = 0, self._in_view, self._in_source, self._rigid
        final = len(here) - 1
        until, shift = 0, 0  # most spans lie within one piece that is as it was
        for start, end in spans:
            if end <= until:
                yield start + shift, end + shift
                continue
            while piece < final and here[piece + 1] <= start:
                piece += 1
            if rigid[piece]:
                until, shift = here[piece + 1] if piece < final else start, there[piece] - here[piece]
            last = piece
            while last < final and here[last + 1] < end:
                last += 1
            new_start = there[piece] + (start - here[piece] if rigid[piece] else 0)
            new_end = there[last] + end - here[last] if rigid[last] else there[min(last + 1, final)]
            yield new_start, max(new_start, new_end)

    def from_source(self, start: int, end: int) -> tuple[int, int]:
        """The span of ``text`` that the source span ``[start, end)`` became."""
        return _carry(start, end, self._in_source, self._in_view, self._rigid)


def _occurrences(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def _carry(start: int, end: int, here: list[int], there: list[int], rigid: list[bool]) -> tuple[int, int]:
    first = bisect_right(here, start) - 1
    new_start = there[first] + (start - here[first] if rigid[first] else 0)
    if end <= start:
        return new_start, new_start
    last = bisect_right(here, end - 1) - 1
    new_end = there[last] + end - here[last] if rigid[last] else there[min(last + 1, len(there) - 1)]
    return new_start, max(new_start, new_end)


def _edits(source: str, splits: Iterable[int], mends: Iterable[Edit]) -> Iterator[Edit]:
    """Every piece whose length or composition changes, in order, none overlapping another."""
    simple = unicodedata.is_normalized("NFC", source) and not _HIDDEN_JOIN.search(source)
    folded = _folded_runs(source) if simple else _composed_runs(source)
    spaces = ((at, at, " ") for at in set(splits) if 0 < at < len(source) and source[at - 1 : at + 1].isalpha())
    reach = 0
    for edit in sorted(chain(folded, spaces, mends)):
        if edit[0] >= reach:
            yield edit
            reach = edit[1]


def _folded_runs(source: str) -> Iterator[Edit]:
    for run in _FOLDED_RUN.finditer(source):
        yield run.start(), run.end(), " " if run.group()[0].isspace() else ""


def _composed_runs(source: str) -> Iterator[Edit]:
    """Blank runs, and between them the pieces that normalization changes."""
    at = 0
    for run in _BLANK_RUN.finditer(source):
        yield from _composed(source, at, run.start())
        yield run.start(), run.end(), " "
        at = run.end()
    yield from _composed(source, at, len(source))


def _composed(source: str, start: int, end: int) -> Iterator[Edit]:
    for run in _BEYOND_ASCII.finditer(source, start, end):
        first = run.start()
        for at in range(first + 1, run.end() + 1):
            if at < run.end() and _joins(source, first, at):
                continue
            piece = source[first:at]
            new = unicodedata.normalize("NFC", _UNSEEN_CHAR.sub("", piece))
            if new != piece:
                yield first, at, new
            first = at


def _joins(source: str, first: int, at: int) -> bool:
    """Whether the character at ``at`` normalizes together with the piece that begins at ``first``."""
    char = source[at]
    if unicodedata.combining(unicodedata.normalize("NFD", char)[0]) or _UNSEEN_CHAR.match(char):
        return True
    piece = unicodedata.normalize("NFC", _UNSEEN_CHAR.sub("", source[first:at]))
    return unicodedata.normalize("NFC", piece + char) != piece + unicodedata.normalize("NFC", char)
