"""What the number of a unit is worth, and whether one number follows another."""

from __future__ import annotations

import re

Value = tuple[int, ...]

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ROMAN_SHAPE = re.compile(r"C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_WORDS = {
    "nhất": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5,
    "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
}  # fmt: skip
# Nghị định 30/2020/NĐ-CP letters its points "theo thứ tự bảng chữ cái tiếng Việt"; many texts use the English order.
_LETTERS = "abcdđefghijklmnopqrstuvwxyz"
_VIETNAMESE = "abcdđeghiklmnopqrstuvxy"
_ENGLISH = "abcdefghijklmnopqrstuvwxyz"
_NEXT = {
    letter: {
        order[order.index(letter) + 1 : order.index(letter) + 2] for order in (_VIETNAMESE, _ENGLISH) if letter in order
    }
    for letter in _LETTERS
}
_NUMBER = re.compile(r"(\d+)([a-zđ]*)")


def roman(text: str) -> int:
    """The value of a Roman number in capitals, 0 when it is none."""
    if not text or not _ROMAN_SHAPE.fullmatch(text):
        return 0
    values = [_ROMAN[char] for char in text]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def letter(text: str) -> int:
    """The place of a letter in an alphabet that holds both the Vietnamese and the English ones, from 1."""
    return _LETTERS.find(text[0].lower()) + 1


def counted(text: str) -> Value:
    """The value of a number such as ``7``, ``7a``, ``II`` or ``thứ hai``; empty when it has none."""
    number = _NUMBER.fullmatch(text)
    if number:
        return (int(number[1]), *(letter(char) for char in number[2]))
    value = roman(text) or _WORDS.get(text.lower().split()[-1] if text.strip() else "", 0)
    if not value and len(text) == 1 and text.isalpha():
        value = letter(text)
    return (value,) if value else ()


def letters_step(before: str, after: str) -> int:
    """How far ``after`` is from ``before`` in a list of letters: 1 when it is the next one of either alphabet."""
    one, two = before[0].lower(), after[0].lower()
    if one == two:
        return _digits_step(before[1:], after[1:])
    if two in _NEXT.get(one, ()):
        return 1
    step = letter(two) - letter(one)
    return step if step < 0 else max(step, 2)


def _digits_step(before: str, after: str) -> int:
    return int(after or 0) - int(before or 0)


def step(before: Value, after: Value) -> int:
    """How far ``after`` is from ``before``: 1 next, 0 the same, more a gap, less a step back.

    7a follows 7, and 8 follows 7a.
    """
    if not before or not after:
        return 2
    if after[0] != before[0]:
        return after[0] - before[0]
    return 1 if after[1:] > before[1:] else 0 if after == before else -1
