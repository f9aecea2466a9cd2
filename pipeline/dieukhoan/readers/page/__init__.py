"""Pages of a PDF: from characters with positions to rows in reading order."""

from dieukhoan.readers.page.book import Book
from dieukhoan.readers.page.columns import Columns
from dieukhoan.readers.page.glyphs import Sheet
from dieukhoan.readers.page.notes import marks
from dieukhoan.readers.page.piece import Page

__all__ = ["Book", "Columns", "Page", "Sheet", "marks"]
