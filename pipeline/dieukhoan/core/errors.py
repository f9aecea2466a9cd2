"""Errors a user can act on: each says which file, which place, and what to do."""

from __future__ import annotations


class DieukhoanError(Exception):
    """Base of every error raised on purpose; its text is fit to be shown to the user."""


class UnreadableFile(DieukhoanError):  # noqa: N818  named after what the user has before him
    """A file that cannot be turned into text.

    ``code`` is a stable word for tables (``empty``, ``not_docx``, ``encrypted``, …); ``remedy`` tells the user
    what to do about it.
    """

    def __init__(self, code: str, message: str, remedy: str = "") -> None:
        super().__init__(f"{message} {remedy}".strip())
        self.code = code
        self.remedy = remedy


class RuleError(DieukhoanError):
    """A rule file that the rulebook refuses; the text names file, rule and remedy."""

    def __init__(self, place: str, message: str) -> None:
        super().__init__(f"{place}: {message}")
        self.place = place


class UsageError(DieukhoanError):
    """A call that cannot be carried out as asked: a path that does not exist, an unknown format."""
