"""Word 97 documents as WordprocessingML, so that one reader serves both (Microsoft Open Specifications MS-DOC, MS-CFB).

``parts`` gives what ``readers.word`` reads: the text with the properties that matter to it, styles, lists, headers and
text boxes. What is not read here (the numbering of Word 6, a damaged piece table) raises :class:`Beyond`, and another
program may try.
"""

from dieukhoan.readers.word97.document import parts
from dieukhoan.readers.word97.file import Beyond

__all__ = ["Beyond", "parts"]
