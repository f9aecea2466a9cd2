"""A page read by OCR, with the same face as a page with a text layer: pieces of text with boxes in points."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import groupby, pairwise
from math import inf

import pypdfium2

from dieukhoan.core.syllables import is_syllable
from dieukhoan.readers.lines.evidence import Start, start_of
from dieukhoan.readers.page.piece import Piece
from dieukhoan.readers.page.ruling import Rule
from dieukhoan.readers.scan.picture import inked, picture, ruled, straight
from dieukhoan.readers.scan.tesseract import Word, words

_COLUMN_GAP = 1.2  # times the height of a line, which is here that of its ink
_UNUSUAL = 2.2  # times the usual gap of the line: less is a justified line
_MARKS = set("-–+•*/.,;:()")
_UNSURE = 40.0  # mean confidence
_FIGURE = re.compile(r"(?=.*\d|§\.$)[\d§ŠOlI|.,/:;()-]+")
_DIGITS = str.maketrans("§ŠOlI|", "850111")


class ScanSheet:
    """One page as tesseract reads it, and the ``stamps`` that were set onto the picture later and have text of their
    own. ``confidence`` is the mean of the words that were read, 0 to 100; ``turned`` is by how many degrees the page
    was; ``inked`` tells a page with something on it from a blank one."""

    eight_bit = 0

    def __init__(self, page: pypdfium2.PdfPage, stamps: Sequence[Piece] = (), patience: float = inf) -> None:
        self.size: tuple[float, float] = page.get_size()
        gray, resolution = picture(page)
        gray, self.turned = straight(gray)
        gray, level, upright = ruled(gray, resolution)
        self.inked = inked(gray)
        self._scale, self._high = 72 / resolution, gray.shape[0]
        self._words = _shown(words(gray, resolution, patience))
        self._ruling = self._in_points(level, upright)
        sure = [word.confidence * len(word.text) for word in self._words]
        self.confidence = sum(sure) / max(1, sum(len(word.text) for word in self._words))
        self.stamped = len(self._words)
        self._stamps = [replace(stamp, first=self.stamped, last=self.stamped) for stamp in stamps]

    def drawn(self) -> bool:
        """Whether the page shows words."""
        return bool(self._words)

    def covered(self) -> float:
        """The share of the page that pictures cover: of no interest once they are read."""
        return 0.0

    def plain(self, piece: Piece, marks: AbstractSet[str]) -> Piece:
        """``piece`` as it is: on a picture raised numbers cannot be told from others."""
        return piece

    def ruling(self) -> tuple[list[Rule], list[Rule]]:
        """The level and the upright lines on the page."""
        return self._ruling

    def pieces(self) -> list[Piece]:
        """The pieces of text, row by row from the top, each row from the left; the stamps behind them."""
        found = [piece for line in self._lines() for piece in line]
        return [piece for row in _rows(found) for piece in row] + self._stamps

    def words(self, piece: Piece) -> list[Piece]:
        """``piece`` cut at every space."""
        like = piece.bottom, piece.top
        return [self._piece([(at, self._words[at])], like) for at in range(piece.first, piece.last + 1)]

    def _lines(self) -> Iterator[list[Piece]]:
        """The lines that tesseract found, cut where a gap is too wide for a space."""
        numbered = list(enumerate(self._words))
        for _, group in groupby(numbered, key=lambda item: item[1].line):
            line = sorted(group, key=lambda item: item[1].left)
            box = self._box([word for _, word in line])
            gaps = sorted(after[1].left - before[1].right for before, after in pairwise(line))
            usual = gaps[len(gaps) // 2] * self._scale if gaps else 0.0
            wide = max(_COLUMN_GAP * (box[1] - box[0]), _UNUSUAL * usual)
            yield [self._piece(part, box) for part in self._cut(line, wide) if not _is_noise(part)]

    def _cut(self, line: list[tuple[int, Word]], wide: float) -> Iterator[list[tuple[int, Word]]]:
        part = line[:1]
        for before, after in pairwise(line):
            if (after[1].left - before[1].right) * self._scale > wide:
                yield part
                part = []
            part.append(after)
        yield part

    def _piece(self, part: Sequence[tuple[int, Word]], box: tuple[float, float]) -> Piece:
        first, last = part[0], part[-1]
        text = " ".join(word.text for _, word in part)
        left, right = first[1].left * self._scale, max(word.right for _, word in part) * self._scale
        return Piece(text, left, right, *box, first=first[0], last=last[0])

    def _box(self, line: Sequence[Word]) -> tuple[float, float]:
        """Bottom and top of a line, in points from the lower edge."""
        bottom, top = max(word.bottom for word in line), min(word.top for word in line)
        return (self._high - bottom) * self._scale, (self._high - top) * self._scale

    def _in_points(self, level: Sequence[Rule], upright: Sequence[Rule]) -> tuple[list[Rule], list[Rule]]:
        scale, high = self._scale, self._high
        return (
            [((high - y) * scale, x0 * scale, x1 * scale) for y, x0, x1 in level],
            [(x * scale, (high - y1) * scale, (high - y0) * scale) for x, y0, y1 in upright],
        )


def _shown(found: Sequence[Word]) -> list[Word]:
    """Without specks, frames and underlines, which tesseract gives as marks ("|", "„", "—")."""
    mended = [replace(word, text=_mended(word.text)) for word in found]
    return [word for word in mended if any(map(_is_written, word.text)) or set(word.text) <= _MARKS]


def _mended(text: str) -> str:
    """Letters that tesseract takes for digits, made digits where all else is digits ("1§" for 18, "2O", "l1/2024");
    and without the ends of underlines ("_ngày")."""
    return text.translate(_DIGITS) if _FIGURE.fullmatch(text) else text.strip("_") or text


def _is_written(char: str) -> bool:
    return char.isupper() or char.islower() or char.isdigit()


def _is_noise(part: Sequence[tuple[int, Word]]) -> bool:
    """Strokes of a signature, or a stamp at a slant, that tesseract tried to read: unsure, and hardly a word in it."""
    found = [word for _, word in part]
    sure = sum(word.confidence * len(word.text) for word in found) / sum(len(word.text) for word in found)
    return sure < _UNSURE and 2 * sum(_is_word(word.text) for word in found) < len(found)


def _is_word(text: str) -> bool:
    letters = text.strip('-.,;:()/"“”')
    return start_of(f"{text} X") is Start.UNIT or (len(letters) > 1 and (is_syllable(letters) or letters.isdigit()))


def _rows(pieces: Sequence[Piece]) -> list[list[Piece]]:
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: -piece.middle):
        if rows and piece.beside(rows[-1][0]):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda piece: piece.x0) for row in rows]
