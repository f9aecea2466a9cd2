"""What differs between a duty of the template and the variant's, and how that is told to people."""

from __future__ import annotations

from dataclasses import dataclass

from dieukhoan.tables.codes import ROLES
from dieukhoan.tables.model import Words

DEADLINE = "deadline"
_NOTHING = "–"
_ADDED, _DROPPED = Words("thêm", "added"), Words("bỏ", "dropped")


@dataclass(frozen=True, slots=True)
class Difference:
    """``what`` is a role of bodies (``lead``, ``support``) or ``deadline``; ``before`` are the names or words of the
    template that the variant has not, ``after`` those that only the variant has."""

    what: str
    before: tuple[str, ...]
    after: tuple[str, ...]

    def told(self, lang: str) -> str:
        """The difference in words: "chủ trì: A → B", "thêm phối hợp: C"."""
        before, after = ", ".join(self.before), ", ".join(self.after)
        if self.what == DEADLINE:
            return f"{before or _NOTHING} → {after or _NOTHING}"
        role = ROLES[self.what].of(lang).lower()
        if before and after:
            return f"{role}: {before} → {after}"
        return f"{(_DROPPED if before else _ADDED).of(lang)} {role}: {before or after}"
