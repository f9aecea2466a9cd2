"""What was made of an object is kept for who asks next: one template is compared with many variants."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from operator import is_
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
_SIZE = 2  # a template, and the variant that it is compared with


def kept(make: Callable[P, T]) -> Callable[P, T]:
    """``make``, which gives again what it gave lately of the very same objects (those are not hashed nor compared:
    a document is large). What it gives is not to be changed by anybody."""
    known: tuple[tuple[tuple[object, ...], T], ...] = ()

    @wraps(make)
    def again(*given: P.args, **_named: P.kwargs) -> T:
        """What ``make`` gives, made only where it was not made of these objects lately."""
        nonlocal known
        found = next((one for one in known if all(map(is_, one[0], given))), None)
        if found is None:
            found = (given, make(*given, **_named))
        known = (found, *(one for one in known if one is not found))[:_SIZE]
        return found[1]

    return again
