"""What Word wrote into a .docx: its package, styles, automatic numbers and body (ECMA-376, WordprocessingML)."""

from dieukhoan.readers.word.package import Parts, package
from dieukhoan.readers.word.story import written

__all__ = ["Parts", "package", "written"]
