"""The command ``evaluate``: the tables of a converted folder beside annotated files."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from dieukhoan import options


@click.command()
@click.argument("gold", metavar="GOLD...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--tables", metavar="OUT", required=True, type=click.Path(path_type=Path), help="What `convert` wrote to."
)
@click.option("--show", metavar="N", default=0, type=click.IntRange(0), help="List N misses of each kind and document.")
@click.option("--calibration", is_flag=True, help="Show confidence beside the share of usable rows.")
@click.option("--json", "as_json", is_flag=True, help="Print everything as one JSON object.")
@options.lang
def evaluate(gold: tuple[Path, ...], tables: Path, show: int, calibration: bool, as_json: bool, lang: str) -> None:  # noqa: PLR0913, PLR0917  one argument an option
    """Score the CSV tables in OUT against annotated files (or folders) GOLD..., by document and by rule.

    So các bảng với văn bản đã gán nhãn. Exit code: 1 when an annotated document is not among the tables, 2 when an
    annotated file cannot be used.
    """
    from dieukhoan.evaluate import evaluate as run

    found = run(gold, tables, lang=lang)
    if as_json:
        click.echo(json.dumps(found.to_json(), ensure_ascii=False))
    else:
        from rich.console import Console

        from dieukhoan.evaluate.shown import shown

        console = Console(highlight=False, markup=False, soft_wrap=False)
        for part in shown(found, lang, misses=show, calibration=calibration):
            console.print(part)
            console.print()
    sys.exit(1 if found.missing else 0)
