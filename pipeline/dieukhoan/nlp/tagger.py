"""Parts of speech where rules cannot decide: does this fragment start with a verb?"""

from __future__ import annotations

from functools import lru_cache
from typing import Protocol

Tagged = tuple[tuple[str, str], ...]


class Tagger(Protocol):
    """Gives (word, part of speech) pairs; tags are those of VLSP/underthesea (N, Np, V, A, E, C, R, M …)."""

    def tag(self, text: str) -> Tagged:
        """The words of ``text`` (syllables of a word joined by a space) with their tags."""
        ...


class Untagged:
    """Rules only: nothing is said of words that no rule knows. The default, see docs/accuracy.md."""

    def tag(self, _text: str) -> Tagged:
        """See :class:`Tagger`: nothing."""
        return ()


class Underthesea:
    """The tagger of underthesea; loaded at its first use, answers kept (the same openings come again and again)."""

    @lru_cache(maxsize=32768)  # noqa: B019  one tagger lives as long as its process
    def tag(self, text: str) -> Tagged:
        """See :class:`Tagger`."""
        from underthesea import pos_tag

        return tuple((str(word), str(tag)) for word, tag in pos_tag(text))


TAGGERS: dict[str, type[Untagged] | type[Underthesea]] = {"rules": Untagged, "tags": Underthesea}
"""What decides where no rule does, by the name that ``--nlp`` has for it."""
