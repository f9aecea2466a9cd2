"""What people call each of many variants: no two alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from dieukhoan.core.tails import tails


def labels(variants: Sequence[tuple[str, str]], taken: Iterable[str] = ()) -> list[str]:
    """A name for each of ``variants`` (province, source): its province where no other has that, else with as much of
    the path of the file as tells it from all others: "Huế (2023/quy chế.docx)". A number is added to what is still
    there twice, or among ``taken``. Upper and lower case are one, as in the columns of a database."""
    provinces = Counter(province.casefold() for province, _ in variants)
    used = Counter(name.casefold() for name in taken)
    found = []
    for (province, source), tail in zip(variants, tails([source for _, source in variants]), strict=True):
        alone = province and provinces[province.casefold()] == 1
        name = wanted = province if alone else f"{province} ({tail})" if province else tail or source
        while used[name.casefold()]:
            used[wanted.casefold()] += 1
            name = f"{wanted} ({used[wanted.casefold()]})"
        used[name.casefold()] += 1
        found.append(name)
    return found
