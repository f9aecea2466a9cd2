"""The first page of a comparison in HTML: the summary of every variant and the matrix, with links to their pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from dieukhoan.compare.overview import Variant, matrix_rows, matrix_table
from dieukhoan.compare.style import POLICY, STYLE
from dieukhoan.core.records import Document
from dieukhoan.tables.codes import ALIGNED
from dieukhoan.tables.compared import VARIANT_SUMMARY
from dieukhoan.tables.model import Cell, Column, Row, Words

_TITLE = Words("Đối chiếu với mẫu", "Compared with the template")
_SHARES = ("kept_share", "similarity", "nearest_similarity")
_HIDDEN = ("variant_document_id", "template_document_id")
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
    names = {str(variant.document["document_id"]): variant.name for variant in variants}
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
    shown = [place for place, column in enumerate(table.columns) if not column.technical]
    head = "".join(f'<th scope="col">{escape(table.columns[place].label.of(lang))}</th>' for place in shown)
    pages = [f"{variant.document['document_id']}.html" for variant in variants]
    anchors = [*(f"#m-{unit.eid}" for unit in template.units), ""]  # the last row counts the units put in
    lines = []
    for anchor, row in zip(anchors, matrix_rows(template, variants, lang), strict=False):
        first, second, *cells = (str(row[place] or "") for place in shown)
        kinds = [_status(cell, lang) for cell in cells]
        told = "".join(
            f'<td class="{kind}"><a href="{escape(page + anchor)}">{escape(cell)}</a></td>'
            for kind, page, cell in zip(kinds, pages, cells, strict=True)
        )
        met = sorted(set(filter(None, kinds)))
        marks = " ".join([*(f"with-{kind}" for kind in met), *([] if set(met) - set(_QUIET) else ["quiet"])])
        lines.append(
            f'<tr class="{marks}"><th scope="row">{escape(first)}</th><td class="long">{escape(second)}</td>{told}</tr>'
        )
    return _filters(lang) + _framed(head, lines, table.label.of(lang))


def _filters(lang: str) -> str:
    """Buttons that hide rows, without a script: what is chosen is read by the style sheet."""
    choices = [("all", _ALL.of(lang)), ("any", _ANY.of(lang))]
    choices += [(status, words.of(lang)) for status, words in ALIGNED.items() if status != "identical"]
    return "".join(
        f'<input type="radio" name="rows" id="f-{name}"{" checked" if name == "all" else ""}>'
        f'<label for="f-{name}">{escape(word)}</label>'
        for name, word in choices
    )


def _status(cell: str, lang: str) -> str:
    return next((status for status, words in ALIGNED.items() if cell.startswith(words.of(lang))), "")


def _framed(head: str, lines: Sequence[str], label: str) -> str:
    body = "\n".join(lines)
    return (
        f'<div class="wide" role="region" tabindex="0" aria-label="{escape(label)}"><table class="matrix">'
        f"<thead><tr>{head}</tr></thead><tbody>\n{body}\n</tbody></table></div>"
    )
