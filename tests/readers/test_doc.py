"""Older Word documents: what the file really is decides, and other programs read what is not read here."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from dieukhoan.core.errors import UnreadableFile
from dieukhoan.readers import doc, read
from dieukhoan.readers.office import libreoffice
from made_doc import DocWriter

Maker = Callable[..., Path]
Lines = Callable[..., list[str]]

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WORD = OLE + b"\0" * 504 + b"\xec\xa5\xc1\0" + b"\0" * 508 + "WordDocument".encode("utf-16-le")
ARCHIVE = """From: <Saved by a browser>
MIME-Version: 1.0
Content-Type: multipart/related; boundary="xx"; type="text/html"

--xx
Content-Type: text/html; charset="utf-8"
Content-Transfer-Encoding: quoted-printable

<html><body><p>=C4=90i=E1=BB=81u 5.</p></body></html>
--xx
Content-Type: image/png
Content-Transfer-Encoding: base64

AAAA
--xx--
"""
RTF = r"""{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 .VnTime;}{\f1 .VnTimeH;}}
{\pard\qc\f1 b\'e9 t\'b5i ch\'ddnh\par}{\pard\f0 \'a7i\'d2u 1. Ph\'b9m vi, tr\'ad\'eang h\'e4c\par}}"""

needs_libreoffice = pytest.mark.skipif(libreoffice.program() is None, reason="needs LibreOffice (soffice)")


def code(path: Path) -> str:
    with pytest.raises(UnreadableFile) as refused:
        read(path)
    assert refused.value.remedy
    return refused.value.code


def test_other_formats_under_this_name_are_read_as_what_they_are(
    tmp_path: Path, make_docx: Maker, lines: Lines
) -> None:
    path = make_docx("<w:p><w:r><w:t>Điều 1.</w:t></w:r></w:p>", name="a.doc")
    page, page_16 = "<html><body><p>Điều 2.</p>", "\ufeff<HTML lang=vi><body><p>Điều 3.</p>"
    old = DocWriter().line("Dieu 4.").save(tmp_path / "b.doc").read_bytes()
    for data, name, kind, expected in [
        (path.read_bytes(), "a.doc", "docx", "Điều 1."),
        (path.read_bytes(), "a.rtf", "docx", "Điều 1."),
        (page.encode(), "a.doc", "html", "Điều 2."),
        (page.encode(), "a.docx", "html", "Điều 2."),
        (page_16.encode("utf-16-le"), "a.doc", "html", "Điều 3."),
        (RTF.encode(), "a.doc", "rtf", "bộ tài chính"),
        (RTF.encode(), "a.docx", "rtf", "bộ tài chính"),
        (old, "a.rtf", "doc", "Dieu 4."),
        (old, "a.docx", "doc", "Dieu 4."),
        (ARCHIVE.encode(), "a.doc", "html", "Điều 5."),
    ]:
        path = tmp_path / name
        path.write_bytes(data)
        found = read(path)
        assert (lines(found)[0], found.format) == (expected, kind)
        assert found.diagnostics[0].code == "other_format"
        assert found.diagnostics[0].message == f"The file is called {path.suffix} but holds {kind}."


def test_what_is_no_word_document_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.doc"
    for data, expected in [
        (b"khong phai doc", "wrong_content"),
        (OLE + b"\0" * 2000, "wrong_content"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (WORD[:523] + b"\1" + WORD[524:], "encrypted"),
        (b"%PDF-1.7", "broken"),
    ]:
        path.write_bytes(data)
        assert code(path) == expected
    (tmp_path / "a.rtf").write_bytes(b"khong phai rtf")
    assert code(tmp_path / "a.rtf") == "wrong_content"


def test_without_any_program_the_user_is_told_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(libreoffice, "_PLACES", ())
    (tmp_path / "a.doc").write_bytes(WORD)
    assert code(tmp_path / "a.doc") == "needs_libreoffice"


def test_antiword_is_the_second_choice(tmp_path: Path, lines: Lines, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doc, "by_libreoffice", lambda *_: None)
    monkeypatch.setattr(doc, "by_antiword", lambda _: "Céng hoµ x· héi chñ nghÜa ViÖt Nam\n\n§iÒu 1.")
    (tmp_path / "a.doc").write_bytes(WORD)
    assert lines(tmp_path / "a.doc") == ["Cộng hoà xã hội chủ nghĩa Việt Nam", "", "Điều 1."]
    assert read(tmp_path / "a.doc").encoding == "tcvn3"


@pytest.mark.skipif(os.name != "posix", reason="stands in for LibreOffice with a script that POSIX systems run")
def test_a_program_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "soffice"
    script.write_text(f"#!{sys.executable}\nimport subprocess\nsubprocess.run(['sleep', '60'])\n")
    script.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setattr(libreoffice, "TIMEOUT", 0.5)
    begun = time.monotonic()
    assert libreoffice.by_libreoffice(WORD, "doc") is None
    assert time.monotonic() - begun < 20


@pytest.mark.skipif(os.name != "posix", reason="looks at processes as POSIX systems have them")
def test_a_worker_that_is_killed_leaves_no_program_behind(tmp_path: Path) -> None:
    script = tmp_path / "soffice"
    script.write_text(f"#!/bin/sh\necho $$ > {tmp_path}/pid\nsleep 60\n")
    script.chmod(0o755)
    code = "from dieukhoan.readers.office.libreoffice import by_libreoffice; by_libreoffice(b'x', 'doc')"
    paths = os.pathsep.join([str(Path(doc.__file__).parents[2]), *filter(None, [os.environ.get("PYTHONPATH")])])
    environment = os.environ | {"PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": paths}
    with subprocess.Popen([sys.executable, "-c", code], env=environment) as worker:
        assert _within(20, lambda: (tmp_path / "pid").is_file() and (tmp_path / "pid").read_text().strip())
        worker.kill()
    started = int((tmp_path / "pid").read_text())
    assert _within(20, lambda: not _runs(started))


def _within(seconds: float, holds: Callable[[], object]) -> bool:
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


@needs_libreoffice
def test_a_word_document_made_by_libreoffice(tmp_path: Path, make_docx: Maker, lines: Lines) -> None:
    cells = "".join(f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>" for text in ("Việc", "Hạn"))
    source = make_docx(f"<w:p><w:r><w:t>Điều 1. Phạm vi</w:t></w:r></w:p><w:tbl><w:tr>{cells}</w:tr></w:tbl><w:p/>")
    profile = (tmp_path / "profile").as_uri()
    command = [libreoffice.program() or "", "--headless", f"-env:UserInstallation={profile}", "--convert-to", "doc"]
    subprocess.run([*command, "--outdir", str(tmp_path), str(source)], check=True, timeout=120, capture_output=True)
    found = read(tmp_path / "a.doc")
    shown = [(found.text[line.start : line.end], line.cell) for line in found.lines if line.end > line.start]
    assert shown == [("Điều 1. Phạm vi", None), ("Việc", (0, 0, 0)), ("Hạn", (0, 0, 1))]


@needs_libreoffice
def test_what_libreoffice_cannot_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doc, "by_antiword", lambda _: None)
    (tmp_path / "a.doc").write_bytes(WORD)
    assert code(tmp_path / "a.doc") in ("broken", "empty")
