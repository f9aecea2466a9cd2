"""The fonts of an RTF file, and what its bytes mean in them."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from functools import lru_cache

from dieukhoan.readers.encodings import script_of
from dieukhoan.readers.rich.tokens import Tokens
from dieukhoan.readers.word.xml import sound

_SYMBOLS = 2
# Windows character sets (LOGFONT, lfCharSet) and their code pages.
_PAGES = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 134: "cp936", 136: "cp950", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
_WESTERN = "cp1252"
_LATIN_SET, _DEFAULT_SET = 0, 1


@dataclass(slots=True)
class Font:
    """A font: its name and its code page (empty: as the file says; ``symbol``: signs at U+F0xx)."""

    name: str = ""
    page: str = ""


def fonts(group: str) -> dict[int, Font]:
    """The fonts of the group ``\\fonttbl`` by their number."""
    found: dict[int, Font] = {}
    font = Font()
    depth, tokens = 0, Tokens(group)
    for kind, name, number in tokens:
        if kind == "{":
            depth += 1
        elif kind == "}":
            depth -= 1
        elif kind == "word":
            if name == "f" and number is not None:
                font = found.setdefault(number, Font())
            elif name == "fcharset":
                font.page = _page(number)
            elif name == "cpg" and number:
                font.page = f"cp{number}"
            elif name in ("panose", "falt", "fname", "fontemb"):
                tokens.skip()
        elif kind == "text":
            font.name += name.rstrip(";") if name.strip() != ";" else ""
    for font in found.values():
        font.name = sound(font.name.strip())
        if script_of(font.name):
            font.page = _WESTERN  # whatever it says: its letters are those of an older encoding
    return found


def _page(charset: int | None) -> str:
    if charset == _SYMBOLS:
        return "symbol"
    return _WESTERN if charset == _LATIN_SET else _PAGES.get(charset or _DEFAULT_SET, "")


@lru_cache(maxsize=4096)
def character(code: int, page: str) -> str:
    """The character of a byte in a code page; those that a page leaves open are the code points of their own."""
    if page == "symbol":
        return chr(0xF000 + code)
    try:
        codecs.lookup(page)
        return bytes([code]).decode(page)
    except (UnicodeDecodeError, LookupError):
        return bytes([code]).decode("latin-1")
