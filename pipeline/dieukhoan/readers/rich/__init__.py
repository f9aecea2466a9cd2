"""Rich Text Format as WordprocessingML, so that one reader serves both (Rich Text Format Specification 1.9.1).

``parts`` gives what ``readers.word`` reads: the text with the properties that matter to it, lists, headers and text
boxes. Styles need not be known: RTF repeats in the text what they say.
"""

from dieukhoan.readers.rich.document import parts

__all__ = ["parts"]
