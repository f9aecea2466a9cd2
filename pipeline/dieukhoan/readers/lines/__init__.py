"""From physical lines to the canonical text: shared by the formats that know nothing but lines."""

from dieukhoan.readers.lines.draft import Draft, assemble, drawn
from dieukhoan.readers.lines.furniture import strip_furniture
from dieukhoan.readers.lines.join import paragraphs
from dieukhoan.readers.lines.row import Row

__all__ = ["Draft", "Row", "assemble", "drawn", "paragraphs", "strip_furniture"]
