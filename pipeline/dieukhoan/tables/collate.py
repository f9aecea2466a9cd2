"""Vietnamese order for lists: letters first (a ă â b c d đ …), then tones (ngang huyền hỏi ngã sắc nặng), then case.

Digits count by their value, so that ``tệp 2`` stands before ``tệp 10``. The order of letters and tones is that of
Vietnamese dictionaries (and of the Unicode CLDR for ``vi``).
"""

from __future__ import annotations

import re
import unicodedata

from dieukhoan.core.text import fold_tones, nfc

_LETTERS = {letter: rank for rank, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_PIECE = re.compile(r"[0-9]+|.", re.DOTALL)
_SIGN, _NUMBER, _LETTER, _OTHER = range(4)

Weight = tuple[int, int, str]
Collation = tuple[tuple[Weight, ...], tuple[int, ...], str]


def collation_key(text: str) -> Collation:
    """What to sort ``text`` by; texts with equal keys are the same text."""
    weights: list[Weight] = []
    tones: list[int] = []
    for piece in _PIECE.findall(fold_tones(nfc(text)).lower()):
        weight, tone = _weigh(piece)
        weights.append(weight)
        tones.append(tone)
    return tuple(weights), tuple(tones), text.swapcase()


def collation_bytes(text: str) -> bytes:
    """Bytes that sort as :func:`collation_key` does, for a database."""
    letters, tones, rest = collation_key(text)
    weights = (bytes((kind + 1,)) + rank.to_bytes(4, "big") + _ended(sign) for kind, rank, sign in letters)
    return b"".join(weights) + b"\0" + bytes(tone + 1 for tone in tones) + b"\0" + rest.encode()


def _ended(sign: str) -> bytes:
    """``sign`` and a byte that none of its own is below or equal to."""
    return sign.encode().replace(b"\1", b"\1\2").replace(b"\0", b"\1\1") + b"\0"


def _weigh(piece: str) -> tuple[Weight, int]:
    """The weight of a letter, sign or run of digits, and its tone."""
    if piece[0] in "0123456789":
        digits = piece.lstrip("0")
        return (_NUMBER, len(digits), digits), 0
    decomposed = unicodedata.normalize("NFD", piece)
    tone = max((_TONES.get(mark, 0) for mark in decomposed), default=0)
    letter = unicodedata.normalize("NFC", "".join(mark for mark in decomposed if mark not in _TONES))
    if letter in _LETTERS:
        return (_LETTER, _LETTERS[letter], ""), tone
    return (_OTHER if letter.isalnum() else _SIGN, 0, letter), tone
