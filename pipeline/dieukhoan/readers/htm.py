"""Web pages under their older ending (.htm)."""

from dieukhoan.readers.html import read

__all__ = ["read"]
