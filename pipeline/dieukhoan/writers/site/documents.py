"""The pages of the documents, and the lists of documents, duties and deadlines: all in one passage over the run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dieukhoan.writers.site.facts import Facts
from dieukhoan.writers.site.figures import Figures
from dieukhoan.writers.site.lists import Shards
from dieukhoan.writers.site.pages import Pages, document_page
from dieukhoan.writers.site.paragraphs import paragraphs
from dieukhoan.writers.site.store import Store

if TYPE_CHECKING:
    from dieukhoan.writers import Results


def write_documents(results: Results, pages: Pages, kept: Store) -> Figures:
    """Write a page a document and the lists; what bodies and the overview need is ``kept`` and counted."""
    figures = Figures()
    duties, deadlines = Shards(pages, "duties"), Shards(pages, "deadlines")
    for serial, outcome in enumerate(results.documents(), 1):
        facts = Facts(outcome.rows, outcome.text, results.lang)
        text = None if facts.text is None else pages.markup(paragraphs(facts, pages.wording.word("duty")))
        pages.page(document_page(facts.document_id), "document.html", facts=facts, text=text, paged=facts.paged())
        _list_duties(facts, duties, kept)
        _list_deadlines(facts, deadlines)
        kept.add_document(serial, facts.document_id, facts.title, _document(facts))
        kept.add_bodies(serial, facts.times(), sorted(facts.paged()))
        figures.add(facts)
    for shards in (duties, deadlines):
        shards.close()
    listed = Shards(pages, "documents")
    for row in kept.documents():
        listed.add(row)
    listed.close()
    for name, shards in (("duties", duties), ("deadlines", deadlines), ("documents", listed)):
        pages.page(f"{name}.html", f"{name}.html", shards=shards, figures=figures)
    return figures


def _document(facts: Facts) -> list[object]:
    about = facts.document
    codes = sorted({row["code"] for row in facts.diagnostics})
    names = ("number", "document_type", "issued_on", "period", "level", "province", "source")
    return [
        facts.document_id, facts.title, *(about[name] or "" for name in names),
        len(facts.duties), len(facts.deadlines), facts.warnings(), codes, about["status"],
        int(about["is_template"] or 0),
    ]  # fmt: skip


def _shared(facts: Facts, shards: Shards) -> int:
    about = facts.document
    told = [facts.document_id, facts.title, about["number"] or "", about["document_type"], about["province"] or ""]
    return shards.refer("documents", facts.document_id, told)


def _list_duties(facts: Facts, shards: Shards, kept: Store) -> None:
    about = {"document_id": facts.document_id, "title": facts.title, "number": facts.document["number"]}
    shown = ("id", "place", "text", "when", "days", "modality", "notes", "confidence")
    for duty in facts.duties:
        cited = _shared(facts, shards)
        roles = facts.roles(duty)
        bodies = {body: shards.refer("bodies", body, [body, facts.bodies[body]["name"]]) for body in roles}
        parts = [[bodies[body], parts] for body, parts in roles.items()]
        shards.add([cited, *(duty[name] for name in shown), duty["months"], parts])
        kept.add_duty(shards.rows, {**about, **{name: duty[name] for name in (*shown, "lead", "support")}}, roles)


def _list_deadlines(facts: Facts, shards: Shards) -> None:
    shown = ("id", "place", "text", "kind", "relation", "value", "duration", "anchor", "due_first", "due_last")
    for deadline in facts.deadlines:
        cited = _shared(facts, shards)
        rule = deadline["rrule"] or ""
        cycle = shards.refer("cycles", rule, [rule, deadline["cycle"]])
        shards.add([cited, *(deadline[name] or "" for name in shown), cycle, deadline["months"], deadline["duties"]])
