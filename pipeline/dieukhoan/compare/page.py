"""Template and variant side by side, as one HTML file that needs nothing else: no script, no network.

Both texts stand in one table, unit beside unit, so they scroll together and print together. Whatever comes from a
document is escaped; the content security policy allows the page its own style sheet and nothing else.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from dieukhoan.compare.records import Comparison, Pair
from dieukhoan.compare.style import POLICY, STYLE
from dieukhoan.core.records import Document, Span, Unit
from dieukhoan.tables.codes import ALIGNED
from dieukhoan.tables.common import unit_id
from dieukhoan.tables.model import Words
from dieukhoan.tables.outline import UNITS
from dieukhoan.tables.place import places

_SAID = {
    "title": Words("So sánh với mẫu", "Compared with the template"),
    "template": Words("Mẫu", "Template"),
    "variant": Words("Văn bản", "Variant"),
    "changes": Words("Chỉ hiện chỗ khác", "Differences only"),
    "head": Words("Phần đầu", "Before the first unit"),
    "closing": Words("Phần cuối", "After the last unit"),
    "legend": Words("Chú giải", "Legend"),
    "inserted": Words("thêm", "inserted"),
    "deleted": Words("bỏ", "deleted"),
    "filled": Words("điền vào chỗ trống", "filled in"),
    "spelling": Words("cùng nội dung, viết khác", "same content, written otherwise"),
    "duties": Words("Nhiệm vụ thay đổi", "Duties that changed"),
    "reworded": Words("viết lại", "reworded"),
    "body_changed": Words("đổi cơ quan", "body changed"),
    "deadline_changed": Words("đổi thời hạn", "deadline changed"),
    "dropped": Words("bỏ", "dropped"),
    "new": Words("mới", "new"),
    "none": Words("Không có", "None"),
    "back": Words("Về bảng tổng hợp", "Back to the summary"),
    "skip": Words("Đến phần đối chiếu", "Skip to the comparison"),
    "edited": Words("có sửa", "edited"),
    "from": Words("Chuyển đến đây", "Moved to here"),
}
_HERE = "here"
_TAGS = {"filled": "mark", "spelling": "i", "number": "i"}


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of the table: its status, where it stands, and the spans of both texts (None for none)."""

    status: str
    edited: bool
    place: str
    ours: Span | None
    theirs: Span | None
    name: str = ""  # what links lead to: the template's unit, or the variant's where there is no other
    moved: str = ""  # of a moved unit and of the line that stands where the variant has it: the name of the other


def page(found: Comparison, lang: str = "vi") -> str:
    """The page of one variant; ``lang`` is the language of its own words."""
    title = f"{_SAID['title'].of(lang)}: {found.variant.source.path}"
    lines = "".join(_lines(found, lang))
    names = [
        f"{_SAID[side].of(lang)}: <b>{escape(document.source.path)}</b>"
        for side, document in (("template", found.template), ("variant", found.variant))
    ]
    heads = "".join(f'<th scope="col">{name}</th>' for name in names)
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head><body>\n"
        f'<p><a href="index.html">{_SAID["back"].of(lang)}</a></p>'
        f'<a class="skip" href="#compared">{_SAID["skip"].of(lang)}</a>'
        f"<h1>{escape(title)}</h1>{_legend(lang)}{_duties(found, lang)}"
        f'<input type="checkbox" id="only"><label for="only">{_SAID["changes"].of(lang)}</label>\n'
        f'<table id="compared"><thead><tr><td></td>{heads}</tr></thead><tbody>\n{lines}</tbody></table>'
        "</body></html>\n"
    )


def _legend(lang: str) -> str:
    marks = (("ins", "inserted"), ("del", "deleted"), ("mark", "filled"), ("i", "spelling"))
    shown = " · ".join(f"<{tag}>{_SAID[word].of(lang)}</{tag}>" for tag, word in marks)
    return f'<p class="legend">{_SAID["legend"].of(lang)}: {shown}</p>'


def _duties(found: Comparison, lang: str) -> str:
    items = []
    for change in found.changes:
        if change.change == "kept":
            continue
        ours = "" if change.template is None else found.template.duties[change.template].text
        theirs = "" if change.variant is None else found.variant.duties[change.variant].text
        detail, both = change.told(lang), " → ".join(filter(None, (ours, theirs)))
        told = escape(detail or both)
        context = f" <small>{escape(both if change.change == 'reworded' else ours or theirs)}</small>" if detail else ""
        items.append(f"<li><b>{_SAID[change.change].of(lang)}</b>: {told}{context}</li>")
    listed = f"<ol>{''.join(items)}</ol>" if items else f"<p>{_SAID['none'].of(lang)}</p>"
    return f"<details><summary>{_SAID['duties'].of(lang)} ({len(items)})</summary>{listed}</details>"


def _rows(found: Comparison, lang: str) -> Iterator[_Row]:
    ours, theirs = found.template, found.variant
    where, there = _places(ours, lang), _places(theirs, lang)
    spans, others = _spans(ours), _spans(theirs)
    yield _outside(found, _SAID["head"].of(lang), (0, _first(ours)), (0, _first(theirs)))
    stand = _now(found)
    for pair in found.pairs:
        place = " → ".join(dict.fromkeys(filter(None, (where.get(pair.template, ""), there.get(pair.variant, "")))))
        name = f"m-{pair.template}" if pair.template else f"v-{pair.variant}"
        other = f"v-{pair.variant}" if pair.status == "moved" else ""
        yield _Row(pair.status, pair.edited, place, spans.get(pair.template), others.get(pair.variant), name, other)
        for moved in stand.get(pair.variant, ()) if pair.variant and pair.status != "moved" else ():
            place = f"{there[moved.variant]}: {where[moved.template]}"
            yield _Row(_HERE, False, place, None, None, f"v-{moved.variant}", f"m-{moved.template}")
    ends = (_last(ours), len(ours.text)), (_last(theirs), len(theirs.text))
    yield _outside(found, _SAID["closing"].of(lang), *ends)


def _now(found: Comparison) -> dict[str, list[Pair]]:
    """The moved pairs by the variant's unit after which they stand there: the last before them that has not moved."""
    moved = {pair.variant: pair for pair in found.pairs if pair.status == "moved"}
    stand: dict[str, list[Pair]] = {}
    before = ""
    for unit in found.variant.units:
        if unit.eid in moved:
            stand.setdefault(before, []).append(moved[unit.eid])
        else:
            before = unit.eid
    return stand


def _outside(found: Comparison, name: str, ours: Span, theirs: Span) -> _Row:
    same = found.template.text[slice(*ours)] == found.variant.text[slice(*theirs)]
    return _Row("identical" if same else "modified", False, name, ours, theirs)


def _places(document: Document, lang: str) -> dict[str, str]:
    rows = list(UNITS.dicts(UNITS.rows(document))) if UNITS.rows else []
    named = places(rows, lang)
    return {unit.eid: named[unit_id(document, unit.eid)] for unit in document.units}


def _spans(document: Document) -> dict[str, Span]:
    return {unit.eid: (unit.start, unit.end) for unit in document.units}


def _first(document: Document) -> int:
    units: Sequence[Unit] = document.units
    return units[0].start if units else len(document.text)


def _last(document: Document) -> int:
    return document.units[-1].end if document.units else len(document.text)


class _Marks:
    """The differences on one side, by where they stand."""

    def __init__(self, text: str, found: Iterable[tuple[int, int, str]], tag: str) -> None:
        self._text, self._tag = text, tag
        self._found = sorted(place for place in found if place[1] > place[0])
        self._starts = [start for start, _, _ in self._found]

    def of(self, span: Span | None) -> str:
        """The text of ``span``, escaped, with the differences in it marked."""
        if span is None:
            return ""
        out: list[str] = []
        at, stop = span
        for start, end, change in self._found[max(0, bisect_left(self._starts, at) - 1) :]:
            if start >= stop:
                break
            first, last = max(start, at), min(end, stop)
            if last > first:
                tag = _TAGS.get(change, self._tag)
                out += (escape(self._text[at:first]), f"<{tag}>", escape(self._text[first:last]), f"</{tag}>")
                at = last
        return "".join([*out, escape(self._text[at:stop])]).strip()


def _lines(found: Comparison, lang: str) -> Iterator[str]:
    ours, theirs = found.template.text, found.variant.text
    left = _Marks(ours, ((one.template_start, one.template_end, one.change) for one in found.words), "del")
    right = _Marks(theirs, ((one.variant_start, one.variant_end, one.change) for one in found.words), "ins")
    for row in _rows(found, lang):
        named = f' id="{escape(row.name)}"' if row.name else ""
        if row.status == _HERE:
            link = f'<a href="#{escape(row.moved)}">{escape(row.place)}</a>'
            told = f'<th scope="row">{_SAID["from"].of(lang)}</th><td></td><td>{link}</td>'
        else:
            word = ALIGNED[row.status].of(lang) + (f", {_SAID['edited'].of(lang)}" if row.edited else "")
            if row.moved:
                word = f'<a href="#{escape(row.moved)}">{word}</a>'
            told = f'<th scope="row">{escape(row.place)}<span>{word}</span></th>'
            told += f"<td>{left.of(row.ours)}</td><td>{right.of(row.theirs)}</td>"
        yield f'<tr class="{row.status}"{named}>{told}</tr>\n'
