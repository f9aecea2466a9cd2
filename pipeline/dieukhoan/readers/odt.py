"""OpenDocument texts (.odt), as LibreOffice writes them."""

from __future__ import annotations

from dieukhoan.core.errors import UnreadableFile
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
        raise UnreadableFile("not_odt", "The file is no OpenDocument text.", "Save it as .odt or .docx.")
    if _MANIFEST in names and _ENCRYPTED in read_part(archive, _MANIFEST):
        raise UnreadableFile(
            "encrypted", "The document is protected by a password.", "Open it in LibreOffice and save it without one."
        )
    roots = [parsed(read_part(archive, name), name) for name in (_CONTENT, _STYLES) if name in names]
    text = roots[0].find(f"{q('office:body')}/{q('office:text')}")
    if text is None:
        raise UnreadableFile("not_odt", "The file is an Office file but no text document.", "Save it as .odt.")
    styles = Styles(*roots)
    legacy = Legacy(samples(styles, text))
    body = Body(styles, legacy)
    rows, unseen = cleaned(legacy.mended(body.rows(text)))
    groups = paragraphs(rows)
    done, lines = assemble(groups, paged=False)
    if not done.strip():
        raise UnreadableFile("empty", "The document holds no text.", "Check whether the right file was delivered.")
    notes = [remark("footnotes", "notes", count=body.notes)] if body.notes else []
    diagnostics = (*legacy.remarks(), *unseen_remark(unseen), *notes)
    return Draft(done, lines, legacy.encoding, diagnostics=diagnostics, drawn=drawn(groups))
