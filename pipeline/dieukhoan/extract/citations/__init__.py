"""What the document rests on: every reference to another instrument, by number or by name."""

from __future__ import annotations

from dieukhoan.extract.citations.find import evaluators, find_citations

__all__ = ["evaluators", "find_citations"]
