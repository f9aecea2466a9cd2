"""The employer and the employee: labour contracts name them in sentences, "một bên là Ông … đại diện cho Công ty …"."""

from __future__ import annotations

import re

from dieukhoan.core.records import Document, Party
from dieukhoan.extract.bodies.sides import Owner, give_owners, person_at, represented

_LABOUR = ("nguoi-su-dung-lao-dong", "nguoi-lao-dong")
_ONE_SIDE = re.compile(r"(?<!\w)một bên là:?\s*", re.IGNORECASE)
_FOR = re.compile(r"^\W*đại diện cho", re.IGNORECASE | re.MULTILINE)


def labour_sides(document: Document) -> tuple[Party, ...]:
    """The employer and the employee where no block names them but the text speaks of both."""
    first: dict[str, Party] = {}
    for mention in document.mentions:
        first.setdefault(mention.body_id, Party(mention.body_id, mention.text, mention.start, mention.end))
    both = [first[side] for side in _LABOUR if side in first]
    return tuple(both) if len(both) == len(_LABOUR) else ()


def introduced_sides(document: Document, before: int) -> Document | None:
    """``document`` with the employer and the employee that "một bên là …; một bên là …" introduces before offset
    ``before``; None where nobody is introduced so."""
    told = list(_ONE_SIDE.finditer(document.text, 0, before))
    parties = labour_sides(document)
    if len(told) != len(parties) or not parties:
        return None
    owners: dict[str, Owner] = {}
    stands_for = _FOR.search(document.text, told[0].end(), told[1].start())
    if stands_for and (employer := represented(document, stands_for.end(), told[1].start())):
        owners[_LABOUR[0]] = employer
    if employee := person_at(document, told[1].end()):
        owners[_LABOUR[1]] = employee
    return give_owners(document, parties, owners)
