"""A page for every body that has a part in a duty or is a party, and the list of all bodies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby, islice
from typing import TYPE_CHECKING, Any

from dieukhoan.tables.actors import BODIES
from dieukhoan.writers.site.calendar import Months
from dieukhoan.writers.site.facts import TAKES_PART
from dieukhoan.writers.site.figures import Figures
from dieukhoan.writers.site.lists import Shards
from dieukhoan.writers.site.pages import Pages, body_page
from dieukhoan.writers.site.store import Part, Store

if TYPE_CHECKING:
    from dieukhoan.writers import Results

_DUTIES = 200  # on a page
_NAMING = 200  # documents that are listed
_BUSIEST = 15  # on the overview


def write_bodies(results: Results, pages: Pages, kept: Store, figures: Figures) -> None:
    """Write the pages and the list, in the order of a Vietnamese list; ``figures`` counts them."""
    key, name = BODIES.index("body_id"), BODIES.index("name")
    kept.add_names((str(row[key]), str(row[name])) for row in results.rows(BODIES))
    listed = Shards(pages, "bodies")
    for row in BODIES.dicts(results.rows(BODIES)):
        body = _with_counts(dict(row), kept)
        figures.add_body(body, _BUSIEST)
        if body["page"]:
            _write_body(body, pages, kept)
        names = ("body_id", "name", "abbreviation", "kind", "level", "province")
        counts = ("lead", "support", "other", "documents")
        listed.add([*(body[name] or "" for name in names), *(body[name] for name in counts), int(body["page"])])
    listed.close()
    pages.page("bodies.html", "bodies.html", shards=listed, figures=figures)


def _with_counts(body: dict[str, Any], kept: Store) -> dict[str, Any]:
    roles: Counter[str] = Counter()
    own = duties = 0
    for parts in kept.roles(body["body_id"]):
        roles.update(parts)
        own += not set(TAKES_PART).isdisjoint(parts)
        duties += 1
    return body | {
        "roles": roles,
        "lead": roles["lead"],
        "support": roles["support"],
        "other": duties - own,
        "own": own,
        "duties": duties,
        "documents": kept.named(body["body_id"]),
        "page": kept.has_page(body["body_id"]),
    }


def _write_body(body: dict[str, Any], pages: Pages, kept: Store) -> None:
    key = body["body_id"]
    count = max(1, -(-body["duties"] // _DUTIES))
    months = Months()
    for part in kept.duties(key):
        if not set(TAKES_PART).isdisjoint(part.roles):
            months.update(part.duty["days"])
    duties = kept.duties(key)
    above = body["parent_id"]
    parent = {"id": above, "name": kept.name(above), "page": kept.has_page(above)} if above else None
    for number in range(1, count + 1):
        pages.page(
            body_page(key, number), "body.html",
            body=body, parent=parent, months=months, number=number, count=count,
            documents=list(_by_document(list(islice(duties, _DUTIES)))),
            naming=list(islice(kept.naming(key), _NAMING)),
        )  # fmt: skip


def _by_document(parts: list[Part]) -> Iterator[tuple[dict[str, Any], list[Part]]]:
    """Duties below the documents that they stand in."""
    for _, found in groupby(parts, key=lambda part: part.duty["document_id"]):
        here = list(found)
        yield here[0].duty, here
