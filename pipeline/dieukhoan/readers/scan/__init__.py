"""Pages that are pictures: rendered, straightened and read by tesseract, then handled like any other page."""

from dieukhoan.readers.scan.doubt import broken_pages, strange
from dieukhoan.readers.scan.pages import Scans, scanned

__all__ = ["Scans", "broken_pages", "scanned", "strange"]
