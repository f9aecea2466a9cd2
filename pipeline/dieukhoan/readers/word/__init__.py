"""What Word wrote into a .docx: its package, styles, automatic numbers and body (ECMA-376, WordprocessingML)."""

from dieukhoan.readers.word.body import Body, samples
from dieukhoan.readers.word.look import Looks
from dieukhoan.readers.word.numbering import Numbering
from dieukhoan.readers.word.package import document, package
from dieukhoan.readers.word.styles import Styles

__all__ = ["Body", "Looks", "Numbering", "Styles", "document", "package", "samples"]
