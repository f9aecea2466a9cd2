"""Encodings of Vietnamese from before Unicode: TCVN3 (ABC), VNI, VISCII, VPS and Windows-1258."""

from dieukhoan.readers.encodings.detect import detect, is_unicode, unknown
from dieukhoan.readers.encodings.fonts import Script, script_of
from dieukhoan.readers.encodings.legacy import Legacy
from dieukhoan.readers.encodings.tables import ENCODINGS, convert

__all__ = ["ENCODINGS", "Legacy", "Script", "convert", "detect", "is_unicode", "script_of", "unknown"]
