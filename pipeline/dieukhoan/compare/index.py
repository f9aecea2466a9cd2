"""The first page of a comparison in HTML: the summary of every variant and the matrix, with links to their pages."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from dieukhoan.compare.overview import STATUS, Variant, matrix_rows, matrix_table
from dieukhoan.compare.style import POLICY, STYLE
from dieukhoan.core.records import Document
from dieukhoan.tables.compared import VARIANT_SUMMARY
from dieukhoan.tables.model import Cell, Row, Words

_TITLE = Words("Đối chiếu với mẫu", "Compared with the template")
_SHARES = ("kept_share", "similarity", "nearest_similarity")
_HIDDEN = ("variant_document_id", "template_document_id", "nearest_document_id")


def index(template: Document, variants: Sequence[Variant], summary: Sequence[Row], lang: str = "vi") -> str:
    """The page, with a link to ``<document_id>.html`` for every variant; ``summary`` are rows of variant_summary."""
    title = f"{_TITLE.of(lang)}: {template.source.path}"
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head><body>\n<h1>{escape(title)}</h1>\n"
        f"<h2>{VARIANT_SUMMARY.label.of(lang)}</h2>\n{_summary(summary, lang)}\n"
        f"<h2>{matrix_table(variants, lang).label.of(lang)}</h2>\n{_matrix(template, variants, lang)}"
        "</body></html>\n"
    )


def _summary(rows: Sequence[Row], lang: str) -> str:
    shown = [column for column in VARIANT_SUMMARY.columns if column.name not in _HIDDEN]
    head = "".join(f'<th scope="col">{escape(column.label.of(lang))}</th>' for column in shown)
    lines = []
    for row in VARIANT_SUMMARY.dicts(rows):
        link = f'<a href="{escape(row["variant_document_id"])}.html">{escape(str(row["source"]))}</a>'
        cells = [link if column.name == "source" else _plain(column.name, row[column.name]) for column in shown]
        lines.append(f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>")
    return _framed(head, lines)


def _plain(name: str, cell: Cell) -> str:
    if cell is None:
        return ""
    return f"{cell:.0%}" if name in _SHARES and isinstance(cell, float) else escape(str(cell))


def _matrix(template: Document, variants: Sequence[Variant], lang: str) -> str:
    table = matrix_table(variants, lang)
    shown = [place for place, column in enumerate(table.columns) if not column.technical]
    head = "".join(f'<th scope="col">{escape(table.columns[place].label.of(lang))}</th>' for place in shown)
    lines = []
    for row in matrix_rows(template, variants, lang):
        first, *cells = (str(row[place] or "") for place in shown)
        told = "".join(f'<td class="{_status(cell, lang)}">{escape(cell)}</td>' for cell in cells)
        lines.append(f'<tr><th scope="row">{escape(first)}</th>{told}</tr>')
    return _framed(head, lines)


def _status(cell: str, lang: str) -> str:
    return next((status for status, words in STATUS.items() if cell.startswith(words.of(lang))), "")


def _framed(head: str, lines: Sequence[str]) -> str:
    body = "\n".join(lines)
    return (
        f'<div class="wide"><table class="matrix"><thead><tr>{head}</tr></thead><tbody>\n{body}\n</tbody></table></div>'
    )
