"""OpenDocument texts (.odt), as LibreOffice writes them."""

from __future__ import annotations

from dieukhoan.core.reasons import refusal
from dieukhoan.core.remarks import remark
from dieukhoan.readers.encodings import Legacy
from dieukhoan.readers.lines import Draft, assemble, drawn, paragraphs
from dieukhoan.readers.lines.clean import cleaned, unseen_remark
from dieukhoan.readers.word.package import parsed, read_part, unpacked
from dieukhoan.readers.writer import Body, Styles
from dieukhoan.readers.writer.body import samples
from dieukhoan.readers.writer.xml import q

_CONTENT, _STYLES, _MANIFEST = "content.xml", "styles.xml", "META-INF/manifest.xml"
_ENCRYPTED = b"encryption-data"


def read(data: bytes) -> Draft:
    """The text of an OpenDocument text, one paragraph a line.

    Raises UnreadableFile: ``encrypted``, ``not_odt`` (another kind of archive), ``bomb``, ``broken``, ``empty``.
    """
    archive = unpacked(data)
    names = archive.namelist()
    if _CONTENT not in names:
        raise refusal("not_odt", "archive", kind="zip")
    if _MANIFEST in names and _ENCRYPTED in read_part(archive, _MANIFEST):
        raise refusal("encrypted")
    roots = [parsed(read_part(archive, name), name) for name in (_CONTENT, _STYLES) if name in names]
    text = roots[0].find(f"{q('office:body')}/{q('office:text')}")
    if text is None:
        raise refusal("not_odt", "office", program="LibreOffice")
    styles = Styles(*roots)
    legacy = Legacy(samples(styles, text))
    body = Body(styles, legacy)
    rows, unseen = cleaned(legacy.mended(body.rows(text)))
    groups = paragraphs(rows)
    done, lines = assemble(groups, paged=False)
    if not done.strip():
        raise refusal("empty", "empty_text")
    notes = [remark("footnotes", "notes", count=body.notes)] if body.notes else []
    diagnostics = (*legacy.remarks(), *unseen_remark(unseen), *notes)
    return Draft(done, lines, legacy.encoding, diagnostics=diagnostics, drawn=drawn(groups))
