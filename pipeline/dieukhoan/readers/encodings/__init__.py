"""Encodings of Vietnamese from before Unicode: TCVN3 (ABC), VNI, VISCII, VPS and Windows-1258."""

from dieukhoan.readers.encodings.detect import detect, is_unicode, unknown
from dieukhoan.readers.encodings.fonts import Script, script_of
from dieukhoan.readers.encodings.legacy import Legacy, Written
from dieukhoan.readers.encodings.tables import ENCODINGS, convert
from dieukhoan.readers.encodings.unicode import BOMS, common_name, guessed

__all__ = [
    "BOMS", "ENCODINGS", "Legacy", "Script", "Written",
    "common_name", "convert", "detect", "guessed", "is_unicode", "script_of", "unknown",
]  # fmt: skip
