"""Text in 8-bit encodings as a whole document: fonts decide first, then the syllables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from dieukhoan.core.records import Diagnostic
from dieukhoan.core.remarks import both, listed, remark
from dieukhoan.core.text import capitals
from dieukhoan.readers.encodings.detect import detect, is_unicode, unknown
from dieukhoan.readers.encodings.fonts import Script, script_of
from dieukhoan.readers.encodings.tables import convert
from dieukhoan.readers.lines.row import Row

_DOUBTFUL = 0.1  # share of words that are no syllables
_WRONG, _RIGHT = 0.5, 0.2
_SAMPLE = 200_000  # characters that are looked at to know the encoding of all
_COMMON = ("tcvn3", "vni")

Piece = tuple[str, Script | None]


class Written(NamedTuple):
    """A text in the case as typed, and as the page shows it; they differ where a font or format draws capitals."""

    typed: str
    drawn: str


class Legacy:
    """Converts pieces of text by their fonts, and keeps account of what it converted.

    ``samples`` gives the text of each font of the document. A font of an 8-bit encoding that the document uses for
    Unicode (Word changes fonts, not letters) is left alone.
    """

    def __init__(self, samples: Mapping[str, str]) -> None:
        scripts = ((font, script_of(font), text) for font, text in samples.items())
        self._scripts = {font: script for font, script, text in scripts if script and not is_unicode(text)}
        self.found: Counter[str] = Counter()
        self._converted: list[str] = []

    def __bool__(self) -> bool:
        return bool(self._scripts)

    def script(self, font: str) -> Script | None:
        """The script of text in ``font``, None for Unicode."""
        return self._scripts.get(font)

    def joined(self, pieces: Sequence[Piece]) -> Written:
        """The pieces as one text; those of one script are converted together, for VNI parts letter and mark."""
        if all(script is None for _, script in pieces):
            text = "".join([text for text, _ in pieces])
            return Written(text, text)
        typed, drawn = [], []
        for script, run in groupby(pieces, key=lambda piece: piece[1]):
            text = self._one("".join(text for text, _ in run), script)
            typed.append(text)
            drawn.append(capitals(text) if script and script.capitals else text)
        return Written("".join(typed), "".join(drawn))

    def mended(self, rows: Sequence[Row]) -> list[Row]:
        """The rows, converted where no font says so but their syllables do: all of them, or (where others are Unicode
        already) those that by themselves are clearly in an 8-bit encoding."""
        text = "\n".join(row.text for row in rows)
        if text.isascii():
            return list(rows)
        whole = detect(text[:_SAMPLE])
        return [self._mended(row, whole) for row in rows]

    def remarks(self) -> list[Diagnostic]:
        """What to tell the user about the conversion; nothing where there was none."""
        if not self.found:
            return []
        names = [both("legacy_name", name=name, count=count) for name, count in self.found.most_common()]
        share = unknown("\n".join(self._converted))
        notes = [remark("legacy_encoding", "legacy", names=listed(names, (" and ", " và ")))]
        if share > _DOUBTFUL:
            notes.append(remark("encoding_doubtful", "doubtful", "warning", share=share))
        return notes

    @property
    def encoding(self) -> str:
        """The names of the encodings found, most used first, joined by ``+``; empty for none."""
        return "+".join(name for name, _ in self.found.most_common())

    def _mended(self, row: Row, whole: str) -> Row:
        if row.text.isascii() or is_unicode(row.text):
            return row
        encoding = whole or detect(row.text) or detect(row.text, [name for name in self.found if name in _COMMON], 1)
        if not encoding:
            return row
        return replace(row, text=self._one(row.text, Script(encoding)), typed="")

    def _one(self, text: str, script: Script | None) -> str:
        if script is None or not script.encoding or not text or is_unicode(text):
            return text
        if text.isascii() and text.isprintable():
            return text  # the same in every encoding
        converted = convert(text, script.encoding)
        if unknown(converted) > _WRONG:  # VNI typed in a font of TCVN3: the reader saw gibberish, but we need not
            share, other = min((unknown(convert(text, name)), name) for name in _COMMON if name != script.encoding)
            if share < _RIGHT:
                script = Script(other, script.capitals)
                converted = convert(text, other)
        if converted != text:
            self.found[script.encoding] += len(text)
            self._converted.append(converted)
        return converted
