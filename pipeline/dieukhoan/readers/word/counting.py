"""How Word writes the value of a counter (ST_NumberFormat, ECMA-376 part 1, 17.18.59)."""

from __future__ import annotations

from collections.abc import Callable

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def roman(number: int) -> str:
    """``number`` in capital Roman numerals; beyond 3999, and below 1, in digits."""
    if not 0 < number < 4000:
        return str(number)
    out = ""
    for size, sign in _ROMAN:
        count, number = divmod(number, size)
        out += sign * count
    return out


def letter(number: int) -> str:
    """a … z, then aa, bb, cc as Word goes on. Word's letters are the 26 Latin ones in Vietnamese documents too:
    "đ)" is typed by hand there."""
    if not 0 < number <= 780:  # Word's own limit
        return str(number)
    times, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * (times + 1)


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02d}",
    "upperRoman": roman,
    "lowerRoman": lambda number: roman(number).lower(),
    "upperLetter": lambda number: letter(number).upper(),
    "lowerLetter": letter,
    "none": lambda _: "",
    "bullet": lambda _: "",
}


def written(number: int, style: str) -> str:
    """``number`` in the number format ``style``; formats that Vietnamese documents do not use come as digits."""
    return _FORMATS.get(style, str)(number)
