"""The command line: one command is one library call. What is heavy is imported inside the commands."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dieukhoan import options
from dieukhoan.comparing import compare
from dieukhoan.core.collector import collect_rarely
from dieukhoan.core.errors import DieukhoanError, UnreadableFile
from dieukhoan.evaluating import evaluate
from dieukhoan.listing import count_rules, list_rules

if TYPE_CHECKING:
    from dieukhoan.batch import Coverage, Summary

_SHOWN = 10  # failures and worst files that a summary lists


class _Commands(click.Group):
    """Errors meant for the user end in their text and an exit code: 1 for an unreadable file, 2 for wrong usage."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; see the class for how its errors end."""
        try:
            return super().invoke(ctx)
        except DieukhoanError as error:
            click.echo(error.told("vi") if isinstance(error, UnreadableFile) else str(error), err=True)
            return ctx.exit(1 if isinstance(error, UnreadableFile) else 2)


def _version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        import dieukhoan

        click.echo(f"dieukhoan {dieukhoan.__version__}")
        ctx.exit()


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show the version.")
def cli() -> None:
    """Vietnamese agreement documents into tables: who must do what, with whom, by when.

    Chuyển văn bản thỏa thuận thành bảng nhiệm vụ, cơ quan và thời hạn.
    """
    collect_rarely()


@cli.command()
@options.places
@click.option("-o", "--out", metavar="OUT", required=True, help="Folder to write to; a URL of fsspec is one too.")
@click.option("--formats", default="csv,xlsx,sqlite", show_default=True, help="What to write, joined by commas.")
@options.jobs
@options.run
@options.lang
@options.rules
@options.ocr
@options.nlp
def convert(  # noqa: PLR0913, PLR0917  one argument an option
    paths: tuple[str, ...],
    out: str,
    formats: str,
    jobs: int,
    fresh: bool,
    timeout: float,
    memory: int,
    engine: str,
    scheduler: str,
    quiet: bool,
    log_json: bool,
    lang: str,
    rules: tuple[Path, ...],
    ocr: str,
    nlp: str,
) -> None:
    """Read files and folders, write OUT/csv, OUT/dieukhoan.xlsx, OUT/dieukhoan.sqlite and OUT/text.

    What an earlier run has read is not read again: after an interruption the same command goes on. Exit code: 0 when
    every file was read, 1 when some failed, 2 for wrong usage, 130 when it was stopped by Ctrl-C.
    """
    from dieukhoan.batch import Limits, say
    from dieukhoan.batch import convert as run
    from dieukhoan.batch.listeners import listener

    with listener(lang, quiet=quiet, as_json=log_json) as heard, _stoppable(lambda: say("interrupted", lang)):
        summary = run(
            paths,
            out,
            formats=_names(formats),
            jobs=jobs,
            lang=lang,
            rules=rules,
            ocr=ocr,
            nlp=nlp,
            fresh=fresh,
            limits=Limits(timeout, memory << 20),
            engine=engine,
            scheduler=scheduler,
            listener=heard,
        )
    if not quiet:
        for line in _summary(summary, lang):
            click.echo(line)
    sys.exit(1 if summary.failed else 0)


def _names(formats: str) -> list[str]:
    return [name.strip() for name in formats.split(",") if name.strip()]


@contextmanager
def _stoppable(words: Callable[[], str]) -> Iterator[None]:
    """Ctrl-C ends with ``words`` on how to go on, and the exit code of a program that was interrupted."""
    try:
        yield
    except KeyboardInterrupt:
        click.echo(f"\n{words()}", err=True)
        sys.exit(130)


def _summary(summary: Summary, lang: str) -> list[str]:
    from dieukhoan.batch import say

    lines = [say("unread", lang, source=source, reason=why) for source, why in summary.failures[:_SHOWN]]
    if (more := len(summary.failures) - _SHOWN) > 0:
        lines.append(say("more", lang, count=more))
    counts = {"ok": summary.ok, "partial": summary.partial, "failed": summary.failed}
    lines.append(say("documents", lang, total=summary.documents, **counts))
    found = {"duties": summary.duties, "deadlines": summary.deadlines, "warnings": summary.warnings}
    lines.append(say("found", lang, **found))
    if summary.skipped:
        lines.append(say("skipped", lang, skipped=summary.skipped))
    return lines + [say("written", lang, path=path) for path in summary.written]


cli.add_command(compare)
cli.add_command(evaluate)


@cli.command()
@click.option("--documents", metavar="N", default="1000", show_default=True, help="How many; several by commas.")
@click.option("--jobs", metavar="N", default="1", show_default=True, help="Number of processes; several by commas.")
@click.option("--characters", metavar="N", default=10_000, show_default=True, help="Length of a document.")
@click.option("--seed", metavar="N", default=7, show_default=True, help="The same seed makes the same documents.")
@click.option("--formats", default="csv,xlsx,sqlite", show_default=True, help="What to write, joined by commas.")
@click.option("--from", "samples", metavar="DIR", type=click.Path(path_type=Path), help="Documents to make them from.")
@options.lang
def bench(  # noqa: PLR0913, PLR0917  one argument an option
    documents: str, jobs: str, characters: int, seed: int, formats: str, samples: Path | None, lang: str
) -> None:
    """Make documents from samples, convert them, and show speed and memory.

    Đo tốc độ và bộ nhớ trên máy này.
    """
    from dieukhoan.batch import bench as measuring

    counts, workers = ([int(number) for number in _names(text)] for text in (documents, jobs))
    found = measuring.bench(
        counts,
        jobs=workers,
        size=characters,
        seed=seed,
        samples=samples or measuring.SAMPLES,
        formats=_names(formats),
        lang=lang,
    )
    click.echo("".join(f"{name:>15}" for name in measuring.HEAD))
    for one in found:
        click.echo("".join(f"{cell:>15}" for cell in one.cells()))


@cli.command()
@click.argument("file", type=click.Path(path_type=Path))
@options.lang
@options.rules
@options.ocr
@options.nlp
def show(file: Path, lang: str, rules: tuple[Path, ...], ocr: str, nlp: str) -> None:
    """Show the outline of FILE as a tree, with its duties, their bodies and deadlines.

    Xem cây điều khoản và nhiệm vụ của một văn bản.
    """
    from rich.console import Console

    from dieukhoan.batch import analyse_file, say
    from dieukhoan.core.errors import UsageError
    from dieukhoan.tables.tree import tree

    if not file.is_file():
        raise UsageError(say("no_path", lang, path=file))
    Console(highlight=False, soft_wrap=False).print(tree(analyse_file(file, rules, ocr=ocr, nlp=nlp), lang))


@cli.command()
@options.paths
@options.jobs
@options.lang
@options.rules
@options.ocr
def check(paths: tuple[Path, ...], jobs: int, lang: str, rules: tuple[Path, ...], ocr: str) -> None:
    """Check that 99.9 % of the characters of each text stand in exactly one unit or zone.

    Prints the worst files; exit code 1 when any file is below or cannot be read.
    """
    from dieukhoan.batch import LEAST, check_choices, check_coverage

    check_choices((), jobs, lang)
    found = sorted(check_coverage(paths, jobs, lang, rules, ocr), key=lambda one: (one.share, one.source))
    for line in _coverage(found, LEAST, lang):
        click.echo(line)
    sys.exit(1 if found[0].share < LEAST else 0)


def _coverage(found: list[Coverage], least: float, lang: str) -> list[str]:
    """The worst files (``found`` has the worst first) and the sum of all."""
    from dieukhoan.batch import say

    lines = []
    for one in found[:_SHOWN]:
        if one.error:
            lines.append(say("unread", lang, source=one.source, reason=one.error))
        elif one.lost or one.twice:
            lines.append(say("covered", lang, share=one.share, source=one.source))
            lines.append(say("lost", lang, lost=one.lost, twice=one.twice, sample=one.sample))
    failed = sum(bool(one.error) for one in found)
    below = sum(one.share < least for one in found) - failed
    counts = {"total": len(found), "below": below, "failed": failed, "least": least, "lowest": found[0].share}
    return [*lines, say("coverage", lang, **counts)]


@cli.group()
def rules() -> None:
    """List and check the rules, or see which of them fire on a text or in documents."""


@rules.command("check")
@options.rules
@options.lang
def check_rules(rules: tuple[Path, ...], lang: str) -> None:
    """Check that every rule does what its examples say, with all others switched on.

    Exit code 1 when an example does not hold, 2 when a rule file is refused.
    """
    from dieukhoan.batch import say
    from dieukhoan.extract.evaluators import evaluators
    from dieukhoan.rulebook import check as check_book
    from dieukhoan.rulebook import load

    book = load(*rules)
    failures = check_book(book, evaluators(book))
    for failure in failures:
        click.echo(f"{failure.place}: {failure.text!r}: {failure.reason}")
    examples = sum(len(rule.examples) + len(rule.counterexamples) for rule in book.rules)
    good = say("rules_ok", lang, rules=len(book.rules), examples=examples)
    click.echo(say("rules_bad", lang, failures=len(failures)) if failures else good)
    sys.exit(1 if failures else 0)


rules.add_command(list_rules)
rules.add_command(count_rules)


@rules.command("try")
@click.argument("text")
@options.rules
@options.lang
def try_rules(text: str, rules: tuple[Path, ...], lang: str) -> None:
    """Show which rules fire on TEXT: family, rule, span, words, values.

    Xem những luật nào nhận ra đoạn này.
    """
    from dieukhoan.batch import say
    from dieukhoan.extract.trial import trial

    lines = trial(text, rules)
    for line in lines or [say("no_rule", lang)]:
        click.echo(line)


def main() -> None:
    """Run the command line, also in a console that cannot show Vietnamese."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    cli(prog_name="dieukhoan")
