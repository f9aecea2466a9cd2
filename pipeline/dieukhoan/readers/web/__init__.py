"""Web pages: unwrapping archives of them, finding their document, and its elements as rows."""

from dieukhoan.readers.web.archive import unwrapped
from dieukhoan.readers.web.blocks import clean, rows

__all__ = ["clean", "rows", "unwrapped"]
