"""The elements of a web page as rows."""

from dieukhoan.readers.web.blocks import clean, rows

__all__ = ["clean", "rows"]
