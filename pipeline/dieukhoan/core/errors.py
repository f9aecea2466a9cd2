"""Errors a user can act on: each says which file, which place, and what to do."""

from __future__ import annotations


class DieukhoanError(Exception):
    """Base of every error raised on purpose; its text is fit to be shown to the user."""


class UnreadableFile(DieukhoanError):  # noqa: N818  named after what the user has before him
    """A file that cannot be turned into text.

    ``code`` is a stable word for tables (``empty``, ``not_docx``, ``encrypted``, …); ``remedy`` tells the user
    what to do about it; ``vietnamese`` is both in Vietnamese, empty where the message is in one language only.
    """

    def __init__(self, code: str, message: str, remedy: str = "", vietnamese: str = "") -> None:
        super().__init__(f"{message} {remedy}".strip())
        self.code = code
        self.remedy = remedy
        self.vietnamese = vietnamese

    def told(self, lang: str) -> str:
        """The message and the remedy in ``lang``."""
        return self.vietnamese if lang == "vi" and self.vietnamese else str(self)


class RuleError(DieukhoanError):
    """A rule file that the rulebook refuses; the text names file, rule and remedy."""

    def __init__(self, place: str, message: str) -> None:
        super().__init__(f"{place}: {message}")
        self.place = place


class GoldError(DieukhoanError):
    """An annotated file that tables cannot be scored against; the text names file, places and remedies."""

    def __init__(self, place: str, message: str) -> None:
        super().__init__(message)
        self.place = place


class UsageError(DieukhoanError):
    """A call that cannot be carried out as asked: a path that does not exist, an unknown format."""


class OutputError(UsageError):
    """Results that cannot be written: no room, no right, a file held open; what was there before is still there."""


class InputError(UsageError):
    """A folder to read from that was there when the run began and is gone; what was read of it is kept."""
