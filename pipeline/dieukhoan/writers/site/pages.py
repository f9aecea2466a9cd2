"""The files of the site: pages from templates, what they share, and rows as scripts that a page loads on demand.

A page that was opened from the disk may not read a file, but it may load a script: a shard is one that hands its rows
to ``dieukhoan.take``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING

from dieukhoan.tables import collation_key
from dieukhoan.writers.site.wording import Wording

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

POLICY = (
    "default-src 'none'; script-src 'self' file:; style-src 'self' file:; img-src 'self' file:; "
    "base-uri 'none'; form-action 'none'"
)
"""Content Security Policy (level 3) of every page: scripts and styles from files, nothing inline and no other host.

A page opened from the disk has an origin of its own, and whether ``'self'`` takes in the files beside it is left to the
browser (Chromium and Firefox 153 let them through); ``file:`` says that it shall. On a page from a server it allows
nothing, as no browser loads files there."""

# "</script>" and "<!--" mean something to the parser of a page, the two separators to old parsers of scripts.
_UNSAFE = {ord("<"): "\\u003c", ord(">"): "\\u003e", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def as_script(value: object) -> str:
    """``value`` as an expression of JavaScript that can stand in any page or file."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")).translate(_UNSAFE)


def document_page(document_id: str) -> str:
    """Where the page of a document stands in the site."""
    return f"documents/{document_id}.html"


def body_page(body_id: str, number: int = 1) -> str:
    """Where the page of a body stands, the ``number``-th of several. A slug may be "con", which is no name of a file on
    Windows, so that something goes before it; it has no dot, so that what follows one cannot be another body's."""
    return f"bodies/body-{body_id}{f'.{number}' if number > 1 else ''}.html"


class Pages:
    """The files below ``folder``, in the language ``lang``."""

    def __init__(self, folder: Path, lang: str) -> None:
        self._folder = folder
        self.wording = Wording(lang)
        self._environment = _environment(self.wording)
        for name in ("static", "data", "documents", "bodies"):
            (folder / name).mkdir()

    def assets(self) -> None:
        """Write the style, the scripts and the words that both show."""
        for source in _sources("static"):
            (self._folder / "static" / source.name).write_bytes(source.read_bytes().replace(b"\r\n", b"\n"))
        labels = ("role", "duty", "with_whom", "when", "provision")  # the columns of the duties of a body, in order
        told = [
            f".of-body td:nth-child({at}) {{ --label: {as_script(self.wording.word(key))}; }}\n"
            for at, key in enumerate(labels, 1)
        ]
        self._write("static/labels.css", "".join(told))
        self._write("static/words.js", f"dieukhoan.words = {as_script(self.wording.for_scripts())};\n")

    def page(self, path: str, template: str, **told: object) -> None:
        """Write the page ``path``; ``told`` is what its template may ask for."""
        root = "../" * path.count("/")
        made = self._environment.get_template(template).render(root=root, path=path, **told)
        self._write(path, made)

    @staticmethod
    def markup(made: str) -> Markup:
        """HTML that was made and escaped elsewhere, for a template to take in as it is."""
        from markupsafe import Markup

        return Markup(made)

    def shard(self, name: str, value: object) -> None:
        """Write ``data/<name>.js``, which hands over ``value`` when it is loaded."""
        self._write(f"data/{name}.js", f"dieukhoan.take({as_script(name)}, {as_script(value)});\n")

    def _write(self, path: str, text: str) -> None:
        (self._folder / path).write_bytes(text.encode("utf-8", "replace"))


def _sources(folder: str) -> Iterator[Traversable]:
    yield from sorted(
        (one for one in files("dieukhoan.writers.site").joinpath(folder).iterdir() if one.is_file()),
        key=lambda one: one.name,
    )


def _environment(wording: Wording) -> Environment:
    from jinja2 import DictLoader, Environment, StrictUndefined

    environment = Environment(
        loader=DictLoader({source.name: source.read_text("utf-8") for source in _sources("templates")}),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(
        policy=POLICY,
        lang=wording.lang,
        w=wording.word,
        label=wording.label,
        labels=wording.labels,
        label_pairs=wording.pairs,
        month_pairs=wording.months(),
        doubt_pairs=wording.doubts,
        sorted_pairs=lambda counts: [(name, name) for name in sorted(filter(None, counts), key=collation_key)],
        document_page=document_page,
        body_page=body_page,
    )
    environment.filters.update(number=wording.number, date=wording.date, share=wording.share, day=wording.day)
    return environment
