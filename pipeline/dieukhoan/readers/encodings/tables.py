"""The 8-bit encodings of Vietnamese that were in use before Unicode, as what programs of today show of their bytes.

Sources: TCVN3 (ABC) is the set VN3 of TCVN 5712:1993, which has capitals only for Ă Â Ê Ô Ơ Ư Đ; VISCII is RFC 1456;
VPS and VNI are the tables of the Vietnamese Unicode Project. All four were compared with the tables of glibc and of the
library viparse. Where a program took a byte from 80 to 9F for Windows-1252, both readings are known here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping

_TCVN3 = (
    "................................"
    ".ĂÂÊÔƠƯĐăâêôơưđ......àảãáạ.ằẳẵắ."
    "......ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò"
    ".ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ."
)
_VISCII = (
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ"
    "ÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"
    "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡư"
    "àáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
)
_VISCII_LOW = {0x02: "Ẳ", 0x05: "Ẵ", 0x06: "Ẫ", 0x14: "Ỷ", 0x19: "Ỹ", 0x1E: "Ỵ"}
_VPS = (
    "ÀẢÃẤẦẨọỗĂếềểệẮẰẲẾ..ỀỂỄỐỒỔỖýỷỵỚỜỞ"
    ".ắằẳẵặỠớÙờởỡŨỨợỪổỬỲỸÍÌộỈĨÓửữÒỎÕự"
    "ầÁÂấẩẫậđẻÉÊẹỉễịỹƯỦồốÔỏơÈừứÚũưÝẺ."
    "àáâãảạă.èéêẽìí.ĩẴĐòóôõ.Ơụùúủ.ỶẼỳ"
)
_VPS_LOW = {
    0x02: "Ạ", 0x03: "Ậ", 0x04: "Ặ", 0x05: "Ẹ", 0x06: "Ệ", 0x10: "Ị", 0x11: "Ọ", 0x12: "Ộ", 0x13: "Ợ", 0x14: "Ụ",
    0x15: "Ự", 0x19: "Ỵ", 0x1C: "Ẫ", 0x1D: "Ữ",
}  # fmt: skip
_TONES = "\u0300\u0301\u0309\u0303\u0323"
_CIRCUMFLEX, _BREVE = "\u0302", "\u0306"
# What a PDF shows of the bytes AD and B7 of a font that does not say what they are.
_OF_PDF = {"\u2212": "ư", "\u2219": "ã"}
_BESIDE_LETTER = r"(?<=[^\W\d_]){0}|{0}(?=[^\W\d_])"


def _by_byte(table: str, low: Mapping[int, str]) -> dict[str, str]:
    letters = {chr(code): letter for code, letter in low.items()}
    for code, letter in enumerate(table, 0x80):
        if letter == ".":
            continue
        letters[chr(code)] = letter
        windows = bytes([code]).decode("cp1252", "ignore")
        if windows:
            letters[windows] = letter
    return letters


def _vni() -> dict[str, str]:
    """VNI writes a letter and then its marks as one more letter: ø ù û õ ï are the tones, â and ê the hats, and
    à á å ã ä (è é ú ü ë) both at once. ô, ö, ñ, ò, æ, ó and î stand for ơ, ư, đ, ị, ỉ, ĩ and ỵ."""
    letters = {"ñ": "đ", "ò": "ị", "æ": "ỉ", "ó": "ĩ", "î": "ỵ", "ô": "ơ", "ö": "ư", "aê": "ă"}
    for base in "aeiouyôö":
        plain = letters.get(base, base)
        letters.update((base + mark, plain + tone) for mark, tone in zip("øùûõï", _TONES, strict=True))
    for base in "aeo":
        letters[base + "â"] = base + _CIRCUMFLEX
        letters.update((base + mark, base + _CIRCUMFLEX + tone) for mark, tone in zip("àáåãä", _TONES, strict=True))
    letters.update(("a" + mark, "a" + _BREVE + tone) for mark, tone in zip("èéúüë", _TONES, strict=True))
    composed = {written: unicodedata.normalize("NFC", letter) for written, letter in letters.items()}
    return {
        **composed,
        **{written.upper(): letter.upper() for written, letter in composed.items()},
        # "Aù" for "AÙ": capitals only by the first letter
        **{written.capitalize(): letter.upper() for written, letter in composed.items() if len(written) == 2},
    }


def _windows_1258() -> dict[str, str]:
    """Windows-1258 read as Windows-1252: tones follow their vowel as marks of their own."""
    pairs = ((bytes([code]), bytes([code]).decode("cp1252", "ignore")) for code in range(0x80, 0x100))
    letters = {shown: byte.decode("cp1258", "ignore") for byte, shown in pairs if shown}
    return {shown: letter for shown, letter in letters.items() if letter and letter != shown}


def _converter(letters: Mapping[str, str]) -> Callable[[str], str]:
    single = {ord(written): letter for written, letter in letters.items() if len(written) == 1}
    double = {written: letter for written, letter in letters.items() if len(written) == 2}
    if not double:
        return lambda text: text.translate(single)
    pairs = re.compile("|".join(map(re.escape, double)))

    def convert(text: str) -> str:
        """``text`` in Unicode."""
        return "".join(_alternating(text, pairs, double, single))

    return convert


def _alternating(
    text: str, pairs: re.Pattern[str], double: Mapping[str, str], single: Mapping[int, str]
) -> Iterator[str]:
    at = 0
    for match in pairs.finditer(text):
        yield text[at : match.start()].translate(single)
        yield double[match.group()]
        at = match.end()
    yield text[at:].translate(single)


def _of_pdf(text: str) -> str:
    for shown, letter in _OF_PDF.items():
        if shown in text:
            text = re.sub(_BESIDE_LETTER.format(shown), letter, text)
    return text


_CONVERTERS = {
    "tcvn3": _converter(_by_byte(_TCVN3, {})),
    "vni": _converter(_vni()),
    "viscii": _converter(_by_byte(_VISCII, _VISCII_LOW)),
    "vps": _converter(_by_byte(_VPS, _VPS_LOW)),
    "cp1258": _converter(_windows_1258()),
}
ENCODINGS = tuple(_CONVERTERS)


def convert(text: str, encoding: str) -> str:
    """``text``, which shows bytes of ``encoding`` (one of ENCODINGS) as Latin letters, in Unicode (NFC)."""
    converted = _CONVERTERS[encoding](text)
    return unicodedata.normalize("NFC", _of_pdf(converted) if encoding == "tcvn3" else converted)
