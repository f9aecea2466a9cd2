"""When and how often: every expression of time that bounds the agreement or a duty."""

from __future__ import annotations

from dieukhoan.extract.deadlines.due import due_days, expand
from dieukhoan.extract.deadlines.find import evaluators, find_deadlines
from dieukhoan.extract.deadlines.in_months import months_of
from dieukhoan.extract.deadlines.scope import in_purpose

__all__ = ["due_days", "evaluators", "expand", "find_deadlines", "in_purpose", "months_of"]
