"""The command ``compare``: variants beside their template, or the template that each document was made from."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dieukhoan import options

if TYPE_CHECKING:
    from dieukhoan.batch import Compared, Proposals

_PATH = click.Path(path_type=Path)


@click.command()
@click.argument("paths", metavar="[TEMPLATE] VARIANT...", nargs=-1, type=_PATH)
@click.option("-o", "--out", metavar="OUT", type=_PATH, help="Folder to write to (with --in: OUT/compare by default).")
@click.option("--template", "templates", metavar="FILE", multiple=True, type=_PATH, help="The template; see --propose.")
@click.option("--in", "converted", metavar="OUT", type=_PATH, help="Compare what `convert` wrote to this folder.")
@click.option("--propose", is_flag=True, help="Say from which template each document was made.")
@click.option(
    "--formats", default="csv,xlsx,sqlite", show_default=True, help="What to write, joined by commas; html: pages."
)
@click.option(
    "--min-similarity", default=0.5, show_default=True, type=click.FloatRange(0, 1), help="Least likeness of two units."
)
@options.jobs
@options.lang
@options.rules
def compare(  # noqa: PLR0913, PLR0917  one argument an option
    paths: tuple[Path, ...],
    out: Path | None,
    templates: tuple[Path, ...],
    converted: Path | None,
    propose: bool,
    formats: str,
    min_similarity: float,
    jobs: int,
    lang: str,
    rules: tuple[Path, ...],
) -> None:
    """Compare files or folders VARIANT... with TEMPLATE: units, words, blanks, duties.

    So các văn bản của địa phương với văn bản mẫu. With --propose, PATH... are documents; those that are templates are
    named by --template (more than one, or folders) or are the ones with blanks. Exit codes as for convert.
    """
    from dieukhoan import batch
    from dieukhoan.core.errors import UsageError

    named = [name.strip() for name in formats.split(",") if name.strip()]
    if propose:
        if not paths or not out:
            raise UsageError(batch.say("no_variants" if out else "no_out", lang))
        _proposed(
            batch.propose(paths, out, templates=templates, formats=named, jobs=jobs, lang=lang, rules=rules), lang
        )
    if len(templates) > 1:
        raise UsageError(batch.say("propose", lang))
    if len(given := [*templates, *paths]) < (1 if converted else 2):
        raise UsageError(batch.say("no_variants", lang))
    template, *variants = given
    target = out or (converted / "compare" if converted else None)
    if target is None:
        raise UsageError(batch.say("no_out", lang))
    found = batch.compare(
        template, variants, target, formats=named, least=min_similarity, jobs=jobs, lang=lang, rules=rules,
        converted=converted,
    )  # fmt: skip
    _compared(found, lang)


def _compared(found: Compared, lang: str) -> None:
    from dieukhoan.batch import say

    for source, counts in found.variants:
        click.echo(say("compared", lang, source=source, **counts))
    for source in found.passed:
        click.echo(say("passed", lang, source=source))
    _ended(found.failures, found.written, lang)


def _proposed(found: Proposals, lang: str) -> None:
    from dieukhoan.batch import say

    for source in found.templates:
        click.echo(say("as_template", lang, source=source))
    for one in found.proposals:
        key = "proposed" if one.fits else "no_fit"
        click.echo(say(key, lang, source=one.source, template=one.template, similarity=one.similarity))
    _ended(found.failures, found.written, lang)


def _ended(failures: tuple[tuple[str, str], ...], written: tuple[Path, ...], lang: str) -> None:
    from dieukhoan.batch import say

    for source, why in failures:
        click.echo(say("unread", lang, source=source, reason=why))
    for path in written:
        click.echo(say("written", lang, path=path))
    sys.exit(1 if failures else 0)
