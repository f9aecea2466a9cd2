"""One document in eight formats: the same units, duties and deadlines, whoever wrote the file."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

import made_agreement
from dieukhoan.analyse import Analysis, analyse, resources
from dieukhoan.core.text import squeeze
from dieukhoan.extract.resources import Resources
from dieukhoan.readers import read
from dieukhoan.readers.office import libreoffice

COPIES = {
    "doc": "doc:MS Word 97",
    "rtf": "rtf:Rich Text Format",
    "odt": "odt",
    "html": "html:HTML (StarWriter)",
    "pdf": "pdf:writer_pdf_Export",
    "txt": "txt:Text (encoded):UTF8",
}

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(libreoffice.program() is None, reason="needs LibreOffice (soffice), which makes the copies"),
]


@pytest.fixture(scope="module")
def using() -> Resources:
    return resources()


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The document with typed numbers, with automatic ones, and what LibreOffice makes of the latter.

    A list of a web page can have no "Điều" before its numbers, so LibreOffice leaves it out there: the page is made of
    the document with typed numbers.
    """
    folder = tmp_path_factory.mktemp("copies")
    made = {
        "typed docx": made_agreement.save(folder / "danh-so-tay.docx", automatic=False, tasks=True),
        "automatic docx": made_agreement.save(folder / "so-tu-dong.docx", automatic=True, tasks=True),
    }
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    for ending, how in COPIES.items():
        command = [libreoffice.program() or "", "--headless", "--norestore", profile, "--convert-to", how]
        source = made["typed docx" if ending == "html" else "automatic docx"]
        subprocess.run([*command, "--outdir", str(folder), str(source)], check=True, timeout=120, capture_output=True)
        made[ending] = source.with_suffix(f".{ending}")
    return made


def said(found: Analysis) -> dict[str, list[object]]:
    """What must be the same: the outline, the duties with their bodies and deadlines, the deadlines, the header."""
    names = {body.body_id: body.name for body in found.bodies}
    return {
        "units": [(unit.eid, unit.kind, unit.number, unit.heading, squeeze(unit.text)) for unit in found.units],
        "duties": [
            (
                duty.unit, duty.modality, squeeze(duty.text),
                [(names[role.body_id], role.role) for role in duty.roles],
                [squeeze(found.text[start:end]) for start, end in duty.deadlines],
            )
            for duty in found.duties
        ],
        "deadlines": [
            (
                item.unit, item.kind, squeeze(item.text), item.value, item.rrule, item.duration, item.relation,
                item.due_last,
            )
            for item in found.deadlines
        ],
        "header": [found.header],
        "parties": [names[party.body_id] for party in found.parties],
        "signatures": [(item.capacity, item.title, item.name) for item in found.signatures],
        "recipients": [(item.text, item.purpose) for item in found.recipients],
    }  # fmt: skip


def test_the_document_with_typed_numbers_is_understood(copies: dict[str, Path], using: Resources) -> None:
    found = said(analyse(read(copies["typed docx"]), using))
    assert len(found["units"]) >= len(made_agreement.BODY)
    assert len(found["duties"]) >= 7
    assert len(found["deadlines"]) >= 4
    assert len(found["signatures"]) == 2


@pytest.mark.parametrize("name", ["automatic docx", *COPIES])
def test_every_copy_says_the_same(copies: dict[str, Path], using: Resources, name: str) -> None:
    expected = said(analyse(read(copies["typed docx"]), using))
    found = said(analyse(read(copies[name]), using))
    for what, rows in expected.items():
        assert found[what] == rows, what
