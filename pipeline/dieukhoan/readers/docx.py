"""Word documents (.docx): the text as it stands on the page, automatic numbers included."""

from __future__ import annotations

from dataclasses import replace

from dieukhoan.core.errors import UnreadableFile
from dieukhoan.core.records import Diagnostic
from dieukhoan.core.text import nfc, squeeze
from dieukhoan.readers.encodings import Legacy
from dieukhoan.readers.lines.clean import unseen_remark, without_unseen
from dieukhoan.readers.lines.draft import Draft, assemble, info
from dieukhoan.readers.lines.evidence import head, layout
from dieukhoan.readers.lines.join import paragraphs
from dieukhoan.readers.lines.row import Row
from dieukhoan.readers.word import Body, Looks, Numbering, Styles, document, package, samples
from dieukhoan.readers.word.body import Remarks
from dieukhoan.readers.word.package import Parts
from dieukhoan.readers.word.xml import Element, w


def read(data: bytes) -> Draft:
    """The body of a Word document, one paragraph a line; a line break inside a paragraph starts a new line too.

    Raises UnreadableFile: ``encrypted``, ``wrong_content``, ``not_docx``, ``bomb``, ``broken``, ``empty``.
    """
    parts = package(data)
    root = document(parts)
    styles = Styles(next(parts.related("styles"), None))
    looks = Looks(styles)
    letterhead, running = _headers(parts)
    legacy = Legacy(samples(looks, root, *letterhead))
    body = Body(looks, Numbering(next(parts.related("numbering"), None), styles), legacy)
    rows, unseen = _clean(legacy.mended(body.rows(*letterhead, *root.iterfind(w("body")))))
    text, lines = assemble(paragraphs(rows), paged=False)
    if not text.strip():
        raise UnreadableFile(
            "empty", "The document holds no text.", "If it holds pictures of pages, have them read by OCR first."
        )
    diagnostics = (*legacy.remarks(), *unseen_remark(unseen), *_remarks(body.remarks), *_furniture(running))
    return Draft(text, lines, legacy.encoding, diagnostics=diagnostics)


def _clean(rows: list[Row]) -> tuple[list[Row], int]:
    clean, total = [], 0
    for row in rows:
        text, count = without_unseen(nfc(row.text))
        clean.append(row if text == row.text else replace(row, text=text))
        total += count
    return clean, total


def _remarks(remarks: Remarks) -> list[Diagnostic]:
    found = []
    if remarks.hidden:
        found.append(info("hidden_text", f"{remarks.hidden} characters of hidden text were left out."))
    if remarks.notes:
        found.append(info("footnotes", f"{remarks.notes} footnotes or endnotes were left out."))
    if remarks.deleted:
        found.append(info("tracked_changes", f"{remarks.deleted} deletions not yet accepted were left out."))
    return found


def _headers(parts: Parts) -> tuple[list[Element], list[Element]]:
    """Headers that hold the letterhead ("CỘNG HÒA XÃ HỘI …" stands in the header of the first page), and the other
    headers and footers."""
    roots = [root for kind in ("header", "footer") for root in parts.related(kind)]
    known = layout()["letterhead"]
    letterhead = [root for root in roots if known.search(head(" ".join(_texts(root)), 2000).lower())]
    return letterhead[:1], [root for root in roots if root not in letterhead]


def _texts(root: Element) -> list[str]:
    """The paragraphs of a header or footer, each on one line."""
    found = root.iter(w("p"))
    return [squeeze(nfc("".join(item.text or "" for item in each.iter(w("t"))))) for each in found]


def _furniture(running: list[Element]) -> list[Diagnostic]:
    """What headers and footers say, beyond page numbers."""
    number = layout()["page_number"]
    texts = {text[:100]: None for root in running for text in _texts(root) if text and not number.match(text.lower())}
    if not texts:
        return []
    return [info("page_furniture", "Headers and footers were left out: " + "; ".join(map(repr, texts)) + ".")]
