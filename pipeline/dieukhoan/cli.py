"""The command line: one command is one library call. What is heavy is imported inside the commands."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dieukhoan.core.errors import DieukhoanError, UnreadableFile

if TYPE_CHECKING:
    from dieukhoan.batch import Coverage, Summary

_SHOWN = 10  # failures and worst files that a summary lists


class _Commands(click.Group):
    """Errors meant for the user end in their text and an exit code: 1 for an unreadable file, 2 for wrong usage."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except DieukhoanError as error:
            click.echo(str(error), err=True)
            return ctx.exit(1 if isinstance(error, UnreadableFile) else 2)


def _paths(command: Callable[..., None]) -> Callable[..., None]:
    return click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))(command)


def _rules(command: Callable[..., None]) -> Callable[..., None]:
    about = "Folder of your own rules (YAML), added to the built-in ones; may be repeated."
    kind = click.Path(path_type=Path)
    return click.option("--rules", metavar="DIR", multiple=True, type=kind, help=about)(command)


def _lang(command: Callable[..., None]) -> Callable[..., None]:
    about = "Language of messages, labels and views (tiếng Việt hoặc tiếng Anh)."
    return click.option("--lang", type=click.Choice(["vi", "en"]), default="vi", show_default=True, help=about)(command)


def _jobs(command: Callable[..., None]) -> Callable[..., None]:
    about = "Number of processes; the result is the same for any."
    return click.option("--jobs", metavar="N", type=int, default=1, show_default=True, help=about)(command)


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


@cli.command()
@_paths
@click.option("-o", "--out", metavar="OUT", required=True, type=click.Path(path_type=Path), help="Folder to write to.")
@click.option("--formats", default="csv,xlsx,sqlite", show_default=True, help="What to write, joined by commas.")
@_jobs
@_lang
@_rules
def convert(  # noqa: PLR0913, PLR0917  one argument an option
    paths: tuple[Path, ...], out: Path, formats: str, jobs: int, lang: str, rules: tuple[Path, ...]
) -> None:
    """Read files and folders, write OUT/csv, OUT/dieukhoan.xlsx, OUT/dieukhoan.sqlite and OUT/text.

    Exit code: 0 when every file was read, 1 when some failed, 2 for wrong usage.
    """
    from dieukhoan.batch import convert as run
    from dieukhoan.batch.progress import Bar

    named = [name.strip() for name in formats.split(",") if name.strip()]
    with Bar(lang) as bar:
        summary = run(paths, out, formats=named, jobs=jobs, lang=lang, rules=rules, progress=bar)
    for line in _summary(summary, lang):
        click.echo(line)
    sys.exit(1 if summary.failed else 0)


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


@cli.command()
@click.argument("template", type=click.Path(path_type=Path))
@click.argument("variants", metavar="VARIANT...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("-o", "--out", metavar="OUT", required=True, type=click.Path(path_type=Path), help="Folder to write to.")
@click.option("--formats", default="csv,xlsx,sqlite", show_default=True, help="What to write, joined by commas.")
@click.option(
    "--min-similarity", default=0.5, show_default=True, type=click.FloatRange(0, 1), help="Least likeness of two units."
)
@_jobs
@_lang
@_rules
def compare(  # noqa: PLR0913, PLR0917  one argument an option
    template: Path,
    variants: tuple[Path, ...],
    out: Path,
    formats: str,
    min_similarity: float,
    jobs: int,
    lang: str,
    rules: tuple[Path, ...],
) -> None:
    """Compare files or folders VARIANT... with TEMPLATE: units, blanks, duties.

    So các văn bản của địa phương với văn bản mẫu. Exit codes as for convert.
    """
    from dieukhoan.batch import compare as run
    from dieukhoan.batch import say

    named = [name.strip() for name in formats.split(",") if name.strip()]
    found = run(template, variants, out, formats=named, least=min_similarity, jobs=jobs, lang=lang, rules=rules)
    for source, counts in found.variants:
        click.echo(say("compared", lang, source=source, **counts))
    for source in found.failed:
        click.echo(say("unread", lang, source=source, reason="diagnostics"))
    for path in found.written:
        click.echo(say("written", lang, path=path))
    sys.exit(1 if found.failed else 0)


@cli.command()
@click.argument("file", type=click.Path(path_type=Path))
@_lang
@_rules
def show(file: Path, lang: str, rules: tuple[Path, ...]) -> None:
    """Show the outline of FILE as a tree, with its duties, their bodies and deadlines.

    Xem cây điều khoản và nhiệm vụ của một văn bản.
    """
    from rich.console import Console

    from dieukhoan.batch import analyse_file, say
    from dieukhoan.core.errors import UsageError
    from dieukhoan.tables.tree import tree

    if not file.is_file():
        raise UsageError(say("no_path", lang, path=file))
    Console(highlight=False, soft_wrap=False).print(tree(analyse_file(file, rules), lang))


@cli.command()
@_paths
@_jobs
@_lang
@_rules
def check(paths: tuple[Path, ...], jobs: int, lang: str, rules: tuple[Path, ...]) -> None:
    """Check that 99.9 % of the characters of each text stand in exactly one unit or zone.

    Prints the worst files; exit code 1 when any file is below or cannot be read.
    """
    from dieukhoan.batch import LEAST, check_choices, check_coverage

    check_choices((), jobs, lang)
    found = sorted(check_coverage(paths, jobs, lang, rules), key=lambda one: (one.share, one.source))
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
    """Check the rules, or see which of them fire on a text."""


@rules.command("check")
@_rules
@_lang
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


@rules.command("try")
@click.argument("text")
@_rules
@_lang
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
