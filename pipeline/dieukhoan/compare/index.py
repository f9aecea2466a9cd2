"""The first page of a comparison in HTML: the summary of every variant and the matrix, with links to their pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from dieukhoan.compare.labels import labels
from dieukhoan.compare.matrix import Line, matrix, matrix_table
from dieukhoan.compare.overview import Variant
from dieukhoan.compare.style import POLICY, STYLE
from dieukhoan.core.records import Document
from dieukhoan.tables.codes import ALIGNED
from dieukhoan.tables.compared import VARIANT_SUMMARY
from dieukhoan.tables.model import Cell, Column, Row, Words

_TITLE = Words("Đối chiếu với mẫu", "Compared with the template")
_SHARES = ("kept_share", "similarity", "nearest_similarity")
_HIDDEN = ("variant_document_id", "template_document_id", "name")
_QUIET = ("identical", "filled")
_ALL = Words("Mọi đơn vị", "All units")
_ANY = Words("Chỉ chỗ khác mẫu", "Differences only")


def index(template: Document, variants: Sequence[Variant], summary: Sequence[Row], lang: str = "vi") -> str:
    """The page, with a link to ``<document_id>.html`` for every variant; ``summary`` are rows of variant_summary."""
    title = f"{_TITLE.of(lang)}: {template.source.path}"
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head><body>\n<h1>{escape(title)}</h1>\n"
        f"<h2>{VARIANT_SUMMARY.label.of(lang)}</h2>\n{_summary(summary, variants, lang)}\n"
        f"<h2>{matrix_table(variants, lang).label.of(lang)}</h2>\n{_matrix(template, variants, lang)}"
        "</body></html>\n"
    )


def _summary(rows: Sequence[Row], variants: Sequence[Variant], lang: str) -> str:
    ids = [str(variant.document["document_id"]) for variant in variants]
    names = dict(zip(ids, labels([variant.called for variant in variants]), strict=True))
    shown = [column for column in VARIANT_SUMMARY.columns if column.name not in _HIDDEN]
    head = "".join(
        f'<th scope="col"{_kind(column)}><span>{escape(column.label.of(lang))}</span></th>' for column in shown
    )
    lines = []
    for row in VARIANT_SUMMARY.dicts(rows):
        cells = "".join(f"<td{_kind(column)}>{_told(row, column.name, names)}</td>" for column in shown[1:])
        lines.append(f'<tr><th scope="row">{_told(row, shown[0].name, names)}</th>{cells}</tr>')
    return _framed(head, lines, VARIANT_SUMMARY.label.of(lang))


def _kind(column: Column) -> str:
    return ' class="count"' if column.type in ("integer", "number") else ' class="long"' if column.width > 50 else ""


def _told(row: Mapping[str, Cell], name: str, names: Mapping[str, str]) -> str:
    cell = row[name]
    if cell is None:
        return ""
    if name == "source" and row["similarity"] is not None:
        return f'<a href="{escape(str(row["variant_document_id"]))}.html">{escape(str(cell))}</a>'
    if name == "nearest_document_id":
        return escape(names.get(str(cell), str(cell)))
    return f"{cell:.0%}" if name in _SHARES and isinstance(cell, float) else escape(str(cell))


def _matrix(template: Document, variants: Sequence[Variant], lang: str) -> str:
    table = matrix_table(variants, lang)
    shown = [column for column in table.columns if not column.technical]
    head = "".join(f'<th scope="col">{escape(column.label.of(lang))}</th>' for column in shown)
    pages = [f"{variant.document['document_id']}.html" for variant in variants]
    lines = [_line(line, pages) for line in matrix(template, variants, lang)]
    return _filters(lang) + _framed(head, lines, table.label.of(lang))


def _line(line: Line, pages: Sequence[str]) -> str:
    told = []
    for page, cell in zip(pages, line.cells, strict=True):
        if cell is None:
            told.append("<td></td>")
            continue
        anchor = f"#m-{cell.template}" if cell.template else f"#v-{cell.variant}"
        told.append(f'<td class="{cell.status}"><a href="{escape(page + anchor)}">{escape(cell.told)}</a></td>')
    met = {cell.status for cell in line.cells if cell}
    marks = " ".join([*(f"with-{status}" for status in sorted(met)), *([] if met - set(_QUIET) else ["quiet"])])
    head = f'<th scope="row">{escape(line.place)}</th><td class="long">{escape(line.said)}</td>'
    return f'<tr class="{marks}">{head}{"".join(told)}</tr>'


def _filters(lang: str) -> str:
    """Buttons that hide rows, without a script: what is chosen is read by the style sheet."""
    choices = [("all", _ALL.of(lang)), ("any", _ANY.of(lang))]
    choices += [(status, words.of(lang)) for status, words in ALIGNED.items() if status != "identical"]
    return "".join(
        f'<input type="radio" name="rows" id="f-{name}"{" checked" if name == "all" else ""}>'
        f'<label for="f-{name}">{escape(word)}</label>'
        for name, word in choices
    )


def _framed(head: str, lines: Sequence[str], label: str) -> str:
    body = "\n".join(lines)
    return (
        f'<div class="wide" role="region" tabindex="0" aria-label="{escape(label)}"><table class="matrix">'
        f"<thead><tr>{head}</tr></thead><tbody>\n{body}\n</tbody></table></div>"
    )
