"""The commands ``rules list`` and ``rules count``: what the rules do, and how often they do it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dieukhoan import options

if TYPE_CHECKING:
    from rich.console import RenderableType

    from dieukhoan.batch.firing import Counts, RuleCount
    from dieukhoan.rulebook.catalogue import Entry


@click.command("list")
@click.option("--family", metavar="F", default="", help="Only the rules of this family (deadline, duty_cue, body …).")
@click.option("--json", "as_json", is_flag=True, help="Print them as a JSON list.")
@click.option("--markdown", is_flag=True, help="Print them as the page docs/rules.md.")
@options.lang
@options.rules
def list_rules(family: str, as_json: bool, markdown: bool, lang: str, rules: tuple[Path, ...]) -> None:
    """List the rules: id, what each does, examples.

    Liệt kê các luật.
    """
    from dieukhoan.rulebook import load
    from dieukhoan.rulebook.catalogue import entries, page

    book = load(*rules)
    if markdown:
        click.echo(page(book).encode(), nl=False)  # bytes: Windows would write its own line ends
        return
    found = entries(book, family)
    if as_json:
        click.echo(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=1))
    else:
        _print(_listed(found, lang))


@click.command("count")
@options.paths
@click.option("--all", "every", is_flag=True, help="Show every rule, not only those that never or always fire.")
@click.option("--json", "as_json", is_flag=True, help="Print all counts as one JSON object.")
@options.jobs
@options.lang
@options.rules
@options.ocr
def count_rules(  # noqa: PLR0913, PLR0917  one argument an option
    paths: tuple[Path, ...], every: bool, as_json: bool, jobs: int, lang: str, rules: tuple[Path, ...], ocr: str
) -> None:
    """Count how often each rule fires in PATH..., in how many documents, and how many rows name it.

    Đếm số lần mỗi luật được dùng. A rule fires where it wins when its family is tried on the whole text, as in
    `rules try`; some families are asked only at the beginning of a clause or heading and make fewer rows.
    """
    from dieukhoan.batch import check_choices
    from dieukhoan.batch.firing import count_rules as count

    check_choices((), jobs, lang)
    found = count(paths, jobs, lang, rules, ocr)
    if as_json:
        click.echo(json.dumps(asdict(found), ensure_ascii=False))
    else:
        _print(_counted(found, lang, every=every))


def _print(parts: Iterator[RenderableType]) -> None:
    from rich.console import Console

    console = Console(highlight=False, markup=False, soft_wrap=False)
    for part in parts:
        console.print(part)
        console.print()


def _listed(found: Sequence[Entry], lang: str) -> Iterator[RenderableType]:
    from rich.table import Table

    heads = ("luật", "việc nó làm", "ví dụ") if lang == "vi" else ("rule", "what it does", "examples")
    for family, ones in groupby(found, key=lambda one: one.family):
        table = Table(*heads, title=family, title_justify="left", box=None, pad_edge=False, padding=(0, 2, 0, 0))
        table.columns[0].no_wrap = True
        for one in ones:
            table.add_row(one.id, one.note, "\n".join(one.examples))
        yield table


_SAID = {
    "read": (
        "{documents} văn bản, {characters} ký tự, {failed} không đọc được",
        "{documents} documents, {characters} characters, {failed} failed",
    ),
    "families": ("Từng họ luật", "By family"),
    "silent": ("Không dùng lần nào ({count})", "Never ({count})"),
    "everywhere": ("Trong hầu hết văn bản ({count})", "In nearly all documents ({count})"),
    "all": ("Tất cả ({count})", "All ({count})"),
}


def _say(key: str, lang: str, **values: object) -> str:
    return _SAID[key][lang == "en"].format(**values)


def _counted(found: Counts, lang: str, *, every: bool) -> Iterator[RenderableType]:
    yield _say("read", lang, documents=found.documents, characters=f"{found.characters:,}", failed=found.failed)
    yield _families(found, lang)
    never = groupby(found.silent, key=lambda one: one.family)
    names = "\n".join(f"  {family}: {', '.join(one.rule for one in ones)}" for family, ones in never)
    yield f"{_say('silent', lang, count=len(found.silent))}\n{names}"
    yield _rules(found.everywhere, _say("everywhere", lang, count=len(found.everywhere)), lang)
    if every:
        yield _rules(found.rules, _say("all", lang, count=len(found.rules)), lang)


def _families(found: Counts, lang: str) -> RenderableType:
    from rich.table import Table

    vietnamese = ("họ", "luật", "có dùng", "số lần", "số dòng")
    heads = vietnamese if lang == "vi" else ("family", "rules", "fired", "matches", "rows")
    table = Table(title=_say("families", lang), title_justify="left", box=None, pad_edge=False)
    for at, head in enumerate(heads):
        table.add_column(head, justify="right" if at else "left")
    for family, grouped in groupby(found.rules, key=lambda one: one.family):
        ones = list(grouped)
        used = sum(bool(one.matches or one.rows) for one in ones)
        numbers = (len(ones), used, sum(one.matches for one in ones), sum(one.rows for one in ones))
        table.add_row(family, *(f"{number:,}" for number in numbers))
    return table


def _rules(ones: Sequence[RuleCount], title: str, lang: str) -> RenderableType:
    from rich.table import Table

    heads = ("luật", "số lần", "văn bản", "số dòng") if lang == "vi" else ("rule", "matches", "documents", "rows")
    table = Table(title=title, title_justify="left", box=None, pad_edge=False)
    for at, head in enumerate(heads):
        table.add_column(head, justify="right" if at else "left", no_wrap=True)
    for one in ones:
        table.add_row(one.rule, *(f"{number:,}" for number in (one.matches, one.documents, one.rows)))
    return table
