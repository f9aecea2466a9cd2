"""The options that several commands share, each said once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

Command = Callable[..., None]


def paths(command: Command) -> Command:
    """Files and folders."""
    return click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))(command)


def places(command: Command) -> Command:
    """Files and folders that may be URLs, too."""
    return click.argument("paths", metavar="PATH...", nargs=-1, required=True)(command)


def rules(command: Command) -> Command:
    """Folders of own rules."""
    about = "Folder of your own rules (YAML), added to the built-in ones; may be repeated."
    kind = click.Path(path_type=Path)
    return click.option("--rules", metavar="DIR", multiple=True, type=kind, help=about)(command)


def lang(command: Command) -> Command:
    """The language of messages."""
    about = "Language of messages, labels and views (tiếng Việt hoặc tiếng Anh)."
    return click.option("--lang", type=click.Choice(["vi", "en"]), default="vi", show_default=True, help=about)(command)


def jobs(command: Command) -> Command:
    """The number of processes."""
    about = "Number of processes; the result is the same for any."
    return click.option("--jobs", metavar="N", type=int, default=1, show_default=True, help=about)(command)


def ocr(command: Command) -> Command:
    """Which pages are read by OCR."""
    about = "Pages of a PDF to read by OCR (tesseract): auto means those without readable text."
    kind = click.Choice(["auto", "never", "always"])
    return click.option("--ocr", type=kind, default="auto", show_default=True, help=about)(command)


def nlp(command: Command) -> Command:
    """What decides where no rule does."""
    about = "rules alone, or tags as well: underthesea is asked whether a word that no rule knows is a verb."
    kind = click.Choice(["rules", "tags"])
    return click.option("--nlp", type=kind, default="rules", show_default=True, help=about)(command)


def run(command: Command) -> Command:
    """What says how a run is to go, and what it is to tell."""
    memory = "Megabytes that a process may take for one file (0: no limit)."
    options = (
        click.option("--fresh", is_flag=True, help="Read everything again, also what an earlier run has read."),
        click.option("--timeout", metavar="SECONDS", type=click.FloatRange(0), default=120.0, show_default=True,
                     help="Seconds that one file may take (0: no limit)."),
        click.option("--memory", metavar="MB", type=click.IntRange(0), default=2048, show_default=True, help=memory),
        click.option("--engine", default="local", show_default=True, help="local, or dask: a cluster of machines."),
        click.option("--scheduler", metavar="ADDRESS", default="", help="Dask's scheduler, such as tcp://host:8786."),
        click.option("--quiet", is_flag=True, help="Say nothing but errors."),
        click.option("--log-json", is_flag=True, help="Tell everything on stderr as JSON, an object a line."),
    )  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return command
