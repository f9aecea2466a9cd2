"""Characters of the symbol fonts, which stand at U+F0xx: what they look like in Unicode.

Tables of the fonts Symbol (Adobe Symbol encoding) and Wingdings (Microsoft), as far as office documents use them.
"""

from __future__ import annotations

import re

_FIELD = re.compile(r'\s*SYMBOL\s+(1?\d?\d|2[0-4]\d|25[0-5])\b(?:.*\\f\s*"([^"]+)")?', re.IGNORECASE)
_GREEK = dict(zip("abcdefghiklmnopqrstuwxyzDFGLPQSWXY", "αβχδεφγηικλμνοπθρστυωξψζΔΦΓΛΠΘΣΩΞΨ", strict=True))
_SYMBOL = {
    0xB7: "•", 0xA8: "♦", 0xA7: "♣", 0x2D: "-", 0xBE: "—", 0xD7: "·", 0xB3: "≥", 0xA3: "≤", 0xB9: "≠", 0xBB: "≈",
    0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xB0: "°", 0xA5: "∞", 0xAE: "→", 0xDE: "⇒", 0xAC: "←", 0xAB: "↔", 0xD6: "√",
    0xE5: "∑", 0xCE: "∈", 0xC7: "∩", 0xC8: "∪", 0xD8: "¬", 0xF0: "-", 0xA0: "€",
}  # fmt: skip
_WINGDINGS = {
    0xA7: "▪", 0x6C: "●", 0x6D: "○", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "□", 0x72: "□", 0xA8: "□", 0xA6: "▪",
    0x75: "◆", 0x76: "❖", 0x77: "◆", 0x9F: "•", 0x9E: "·", 0xA1: "○", 0xD8: "➢", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨",
    0xDF: "←", 0xFC: "✓", 0xFB: "✗", 0xFD: "☒", 0xFE: "☑", 0x78: "☒", 0xAB: "★", 0xB6: "☆", 0x46: "☞", 0x2A: "✉",
    0x28: "☎", 0x22: "✂", 0x21: "✏",
}  # fmt: skip
_ZINGBATS = {0x6C: "●", 0x6E: "■", 0x6F: "□", 0x76: "❖", 0xD8: "➢", 0x34: "✔"}


def readable(char: str, font: str) -> str:
    """The Unicode character that ``char`` shows in ``font``; ``char`` itself where the font is no symbol font."""
    code = ord(char)
    low = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    name = font.lower()
    if name.startswith("symbol"):
        return _SYMBOL.get(low) or _GREEK.get(chr(low)) or (chr(low) if 0x20 <= low < 0x7F else char)
    if name.startswith("wingdings"):
        return _WINGDINGS.get(low, "•" if low != code else char)
    if low != code:
        return _SYMBOL.get(low) or _WINGDINGS.get(low) or _ZINGBATS.get(low, char)
    return char


def of_field(instruction: str) -> str:
    """What the field ``SYMBOL 163 \\f "Symbol"`` shows, empty for another instruction: Word keeps no result of it."""
    match = _FIELD.match(instruction)
    if match is None:
        return ""
    font, code = match[2] or "", int(match[1])
    if font:
        return readable(chr(0xF000 + code), font)
    return bytes([code]).decode("cp1252", "ignore")


def bullet(text: str, font: str) -> str:
    """The bullet of a list level as one readable character: "o" of Courier New is a small circle."""
    shown = "".join(readable(char, font) for char in text)
    return "○" if shown == "o" and font.lower().startswith("courier") else shown
