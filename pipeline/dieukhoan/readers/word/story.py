"""From the parts of a Word document to its text."""

from __future__ import annotations

from collections.abc import Iterator

from dieukhoan.core.reasons import refusal
from dieukhoan.core.records import Diagnostic
from dieukhoan.core.remarks import remark
from dieukhoan.core.text import nfc, squeeze
from dieukhoan.readers.encodings import Legacy
from dieukhoan.readers.lines.clean import cleaned, unseen_remark
from dieukhoan.readers.lines.draft import Draft, assemble, drawn
from dieukhoan.readers.lines.evidence import head, layout
from dieukhoan.readers.lines.join import paragraphs
from dieukhoan.readers.lines.row import Row
from dieukhoan.readers.word.body import Body, Remarks, samples
from dieukhoan.readers.word.look import Looks
from dieukhoan.readers.word.numbering import Numbering
from dieukhoan.readers.word.package import Parts, document
from dieukhoan.readers.word.styles import Styles
from dieukhoan.readers.word.xml import Element, w


def written(parts: Parts) -> Draft:
    """The body of a Word document, one paragraph a line; a line break inside a paragraph starts a new line too.

    Raises UnreadableFile: ``not_docx``, ``broken``, ``empty``.
    """
    root = document(parts)
    styles = Styles(next(parts.related("styles"), None))
    looks = Looks(styles)
    letterhead, running = _headers(parts)
    legacy = Legacy(samples(looks, root, *letterhead))
    body = Body(looks, Numbering(next(parts.related("numbering"), None), styles), legacy)
    rows, unseen = cleaned(legacy.mended(body.rows(*letterhead, *root.iterfind(w("body")))))
    groups = paragraphs(rows)
    text, lines = assemble(groups, paged=False)
    if not text.strip():
        raise refusal("empty", "empty_text")
    diagnostics = (*legacy.remarks(), *unseen_remark(unseen), *_remarks(body.remarks), *_furniture(running, legacy))
    return Draft(text, lines, legacy.encoding, diagnostics=diagnostics, drawn=drawn(groups))


def _remarks(remarks: Remarks) -> list[Diagnostic]:
    found = []
    if remarks.hidden:
        found.append(remark("hidden_text", "hidden", count=remarks.hidden))
    if remarks.notes:
        found.append(remark("footnotes", "notes", count=remarks.notes))
    if remarks.deleted:
        found.append(remark("tracked_changes", "deleted", count=remarks.deleted))
    return found


def _headers(parts: Parts) -> tuple[list[Element], list[Element]]:
    """Headers that hold the letterhead ("CỘNG HÒA XÃ HỘI …" stands in the header of the first page), and the other
    headers and footers."""
    roots = [root for kind in ("header", "footer") for root in parts.related(kind)]
    known = layout()["letterhead"]
    letterhead = [root for root in roots if known.search(head(" ".join(_texts(root)), 2000).lower())]
    return letterhead[:1], [root for root in roots if root not in letterhead]


def _texts(root: Element) -> list[str]:
    """The paragraphs of a header or footer, each on one line; of a field (PAGE) what it shows."""
    return [squeeze(nfc("".join(_shown(each)))) for each in root.iter(w("p"))]


def _shown(paragraph: Element) -> Iterator[str]:
    fields: list[bool] = []  # for every open field whether its result has begun
    for item in paragraph.iter(w("t"), w("fldChar")):
        kind = item.get(w("fldCharType"))
        if kind == "begin":
            fields.append(False)
        elif kind == "separate":
            fields[-1:] = [True] * bool(fields)
        elif kind == "end":
            fields = fields[:-1]
        elif all(fields):
            yield item.text or ""


def _furniture(running: list[Element], legacy: Legacy) -> list[Diagnostic]:
    """What headers and footers say, beyond page numbers, converted as the body was."""
    number = layout()["page_number"]
    texts = {text[:100]: None for root in running for text in _texts(root) if text and not number.match(text.lower())}
    if not texts:
        return []
    quoted = (f"“{row.text}”" for row in legacy.mended([Row(text) for text in texts]))
    return [remark("page_furniture", "headers", texts="; ".join(quoted))]
