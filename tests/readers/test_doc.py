"""Older Word documents: what the file really is decides, and LibreOffice or antiword read it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from dieukhoan.core.errors import UnreadableFile
from dieukhoan.readers import doc, read, rtf
from dieukhoan.readers.office import libreoffice

Maker = Callable[..., Path]
Lines = Callable[..., list[str]]

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WORD = OLE + b"\0" * 504 + b"\xec\xa5\xc1\0" + b"\0" * 508 + "WordDocument".encode("utf-16-le")
RTF = r"""{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 .VnTime;}{\f1 .VnTimeH;}}
{\pard\qc\f1 b\'e9 t\'b5i ch\'ddnh\par}{\pard\f0 \'a7i\'d2u 1. Ph\'b9m vi, tr\'ad\'eang h\'e4c\par}}"""

needs_libreoffice = pytest.mark.skipif(libreoffice.program() is None, reason="needs LibreOffice (soffice)")


def code(path: Path) -> str:
    with pytest.raises(UnreadableFile) as refused:
        read(path)
    assert refused.value.remedy
    return refused.value.code


def test_other_formats_under_this_name_are_read_as_what_they_are(
    tmp_path: Path, make_docx: Maker, lines: Lines, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make_docx("<w:p><w:r><w:t>Điều 1.</w:t></w:r></w:p>", name="a.doc")
    assert lines(path) == ["Điều 1."]
    converted = path.read_bytes()
    path.write_text("<html><body><p>Điều 2.</p>", encoding="utf-8")
    assert lines(path) == ["Điều 2."]
    monkeypatch.setattr(rtf, "by_libreoffice", lambda *_: converted)
    (tmp_path / "b.doc").write_text(RTF)
    assert lines(tmp_path / "b.doc") == ["Điều 1."]


def test_what_is_no_word_document_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.doc"
    for data, expected in [
        (b"khong phai doc", "wrong_content"),
        (OLE + b"\0" * 2000, "wrong_content"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (WORD[:523] + b"\1" + WORD[524:], "encrypted"),
        (b"%PDF-1.7", "wrong_content"),
    ]:
        path.write_bytes(data)
        assert code(path) == expected
    (tmp_path / "a.rtf").write_bytes(b"khong phai rtf")
    assert code(tmp_path / "a.rtf") == "wrong_content"


def test_without_any_program_the_user_is_told_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(libreoffice, "_PLACES", ())
    (tmp_path / "a.doc").write_bytes(WORD)
    (tmp_path / "a.rtf").write_text(RTF)
    assert code(tmp_path / "a.doc") == code(tmp_path / "a.rtf") == "needs_libreoffice"


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


@needs_libreoffice
def test_rtf_with_fonts(tmp_path: Path, lines: Lines) -> None:
    path = tmp_path / "a.rtf"
    path.write_text(RTF)
    assert lines(path) == ["BỘ TÀI CHÍNH", "Điều 1. Phạm vi, trường học"]
    found = read(path)
    assert (found.format, found.encoding, found.lines[0].centred) == ("rtf", "tcvn3", True)


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
    assert code(tmp_path / "a.doc") in ("needs_libreoffice", "empty")
