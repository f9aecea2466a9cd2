"""What is refused before it is read: files that would take more memory or time than any agreement is worth."""

from dieukhoan.readers.guard.books import check_book
from dieukhoan.readers.guard.groups import check_groups
from dieukhoan.readers.guard.sizes import (
    BYTES,
    LETTERS,
    LINES,
    PAGES,
    Meter,
    check_pages,
    check_size,
    check_text,
    contents,
)
from dieukhoan.readers.guard.tags import check_page, check_part
from dieukhoan.readers.guard.time import Allowance

__all__ = [
    "BYTES", "LETTERS", "LINES", "PAGES", "Allowance", "Meter",
    "check_book", "check_groups", "check_page", "check_pages", "check_part", "check_size", "check_text",
    "contents",
]  # fmt: skip
