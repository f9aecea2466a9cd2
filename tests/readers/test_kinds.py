"""The content decides what a file is, whatever it is called."""

from __future__ import annotations

import time
import zipfile
from io import BytesIO
from pathlib import Path
from random import Random

import pytest

from dieukhoan.core.errors import UnreadableFile
from dieukhoan.readers import read
from dieukhoan.readers.kinds import nameless, sniff
from hostile.case import LINES, TEXT
from hostile.sound import archive, docx, files, html, pdf, pdf_objects

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENDINGS = ("doc", "docx", "htm", "html", "odt", "pdf", "rtf", "txt")
LONG = TEXT + "\n2. Hội Đèn Lồng phối hợp với Sở Ánh Sáng kiểm tra các đèn đã thắp, kịp thời sửa chữa đèn hỏng."

WORD_2003 = (
    '<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument><w:body><w:p><w:t>'
    f"{LONG}</w:t></w:p></w:body></w:wordDocument>"
)


def refused(path: Path) -> UnreadableFile:
    with pytest.raises(UnreadableFile) as error:
        read(path)
    return error.value


@pytest.mark.parametrize("really", [kind for kind in files() if kind != "txt"])
@pytest.mark.parametrize("ending", ENDINGS)
def test_a_document_is_read_by_what_it_is(tmp_path: Path, really: str, ending: str) -> None:
    path = tmp_path / f"a.{ending}"
    path.write_bytes(files()[really])
    found = read(path)
    assert found.format == really
    assert LINES[0] in found.text
    assert LINES[-1] in found.text
    named_so = really == {"htm": "html"}.get(ending, ending)
    assert [note.message for note in found.diagnostics if note.code == "other_format"] == (
        [] if named_so else [f"The file is called .{ending} but holds {really}."]
    )
    assert all(note.severity == "info" for note in found.diagnostics)


@pytest.mark.parametrize("ending", [ending for ending in ENDINGS if ending != "txt"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_plain_text_under_another_ending_is_read(tmp_path: Path, ending: str, encoding: str) -> None:
    path = tmp_path / f"a.{ending}"
    path.write_text(LONG, encoding)
    found = read(path)
    assert (found.format, found.text) == ("txt", LONG)
    assert found.diagnostics[0].code == "other_format"


@pytest.mark.parametrize(
    ("data", "ending", "code", "words"),
    [
        (archive({"a.txt": "x"}), "docx", "not_docx", "archive"),
        (archive({"a.txt": "x"}), "odt", "not_odt", "archive"),
        (archive({"a.txt": "x"}), "pdf", "wrong_content", "archive (zip)"),
        (archive({"[Content_Types].xml": "x", "xl/workbook.xml": "x"}), "pdf", "wrong_content", "Excel"),
        (archive({"[Content_Types].xml": "x", "ppt/presentation.xml": "x"}), "docx", "not_docx", "PowerPoint"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "pdf", "wrong_content", "picture (png)"),
        (b"Rar!\x1a\x07" + bytes(50), "doc", "wrong_content", "archive (rar)"),
        (b'{"message": "not found"}', "pdf", "wrong_content", "called .pdf"),
        (TEXT[:40].encode(), "docx", "wrong_content", "called .docx"),
        (bytes(range(256)) * 90, "pdf", "wrong_content", "called .pdf"),
        (b"MZ" + bytes(900), "doc", "wrong_content", "called .doc"),
        (OLE + bytes(9000), "docx", "wrong_content", "no Word document"),
        (OLE + bytes(9000) + "Workbook".encode("utf-16-le"), "pdf", "wrong_content", "Excel"),
        (files()["doc"][:700], "doc", "broken", "its end is missing"),
        (files()["doc"][:3000], "rtf", "broken", "its end is missing"),
        (files()["docx"][:300], "docx", "broken", "damaged or incomplete"),
        (files()["docx"][:300], "pdf", "broken", "damaged or incomplete"),
        (b" \r\n\t" * 99, "pdf", "empty", "no text"),
        (bytes(1000), "html", "binary", "no text"),
        (WORD_2003.encode(), "doc", "wrong_content", "holds XML"),
        (WORD_2003.encode("utf-16"), "rtf", "wrong_content", "holds XML"),
        (f"<p>{LONG}</p>".encode(), "docx", "wrong_content", "save it again as .docx"),
    ],
)
def test_what_is_no_document_is_refused_by_what_it_is(
    tmp_path: Path, data: bytes, ending: str, code: str, words: str
) -> None:
    path = tmp_path / f"a.{ending}"
    path.write_bytes(data)
    error = refused(path)
    assert error.code == code
    assert words in str(error)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("anh.jpg", b"\xff\xd8\xff" + bytes(50), "picture (jpg)"),
        ("nen.rar", b"Rar!\x1a\x07" + bytes(50), "archive (rar)"),
        ("bang.xlsx", archive({"[Content_Types].xml": "x", "xl/workbook.xml": "x"}), "Excel"),
        ("bang.xls", OLE + bytes(9000) + "Workbook".encode("utf-16-le"), "Excel"),
    ],
)
def test_what_is_as_its_name_says_has_no_wrong_content(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    (tmp_path / name).write_bytes(data)
    error = refused(tmp_path / name)
    assert error.code == "unsupported"
    assert words in str(error)


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_bomb_is_refused_under_every_name(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"a.{ending}"
    path.write_bytes(docx(word__media__a_png=bytes(30_000_000)))
    assert refused(path).code == "bomb"


def test_what_is_two_things_at_once_is_what_its_name_says(tmp_path: Path) -> None:
    """A PDF may begin with something else, an archive may have something before it."""
    both = pdf(pdf_objects("PDF thắp đèn")) + docx()
    inside = archive([("a", b"%PDF-1.7\n"), *_parts(docx())], stored=["a"])
    for data, ending, kind in (
        (both, "pdf", "pdf"),
        (both, "docx", "docx"),
        (both, "txt", "pdf"),
        (inside, "docx", "docx"),
        (inside, "doc", "docx"),
    ):
        path = tmp_path / f"a.{ending}"
        path.write_bytes(data)
        assert read(path).format == kind
    (tmp_path / "b.pdf").write_bytes(inside)
    assert refused(tmp_path / "b.pdf").code == "broken"


def _parts(data: bytes) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(BytesIO(data)) as opened:
        return [(name, opened.read(name)) for name in opened.namelist()]


def test_a_large_document_is_not_held_to_the_limit_of_its_ending(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(docx(word__media__a_png=b"\x89PNG" + Random(1).randbytes(11_000_000)))
    assert read(path).format == "docx"


@pytest.mark.parametrize("really", [kind for kind in files() if kind != "txt"])
@pytest.mark.parametrize("name", ["a", "Kế hoạch số 12.2024", "Công văn 15. Sở Ánh Sáng", "a "])
def test_a_document_without_an_ending_is_known(tmp_path: Path, really: str, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(files()[really])
    assert nameless(path)
    if path.suffix:
        assert read(path).diagnostics[0].code == "other_format"
    else:
        assert read(path).diagnostics[0].message.startswith(f"The file has no ending; its content is {really}")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        TEXT.encode(),
        bytes(5000),
        archive({"a.txt": "x"}),
        archive({"[Content_Types].xml": "x", "xl/workbook.xml": "x"}),
        OLE + "Workbook".encode("utf-16-le") * 4000,
        b"\x7fELF" + bytes(100),
    ],
)
def test_other_files_without_an_ending_are_left_alone(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a").write_bytes(data)
    assert not nameless(tmp_path / "a")


def test_the_name_of_a_stream_far_in_the_file_is_found(tmp_path: Path) -> None:
    word = "WordDocument".encode("utf-16-le")
    for at in ((1 << 20) - 5, (1 << 20) + (1 << 16) - 5, 3_000_000):
        (tmp_path / "a").write_bytes(OLE.ljust(at, b"\0") + word + bytes(9))
        assert nameless(tmp_path / "a")


@pytest.mark.parametrize("before", ["", "\ufeff", " \r\n", "<?xml version='1.0'?>\n", "<!-- x --><!-- y -->\n"])
def test_a_page_is_known_by_its_beginning(before: str) -> None:
    assert sniff(before.encode() + html()) == "html"
    assert sniff(b"\xff\xfe" + (before.strip("\ufeff") + html().decode()).encode("utf-16-le")) == "html"


def test_a_text_that_speaks_of_pages_is_no_page(tmp_path: Path) -> None:
    text = LONG + "\n3. Trang điện tử dùng thẻ <html> và <meta charset=utf-8>, tệp %PDF-1.7 và {\\rtf1}."
    (tmp_path / "a.txt").write_text(text, "utf-8")
    found = read(tmp_path / "a.txt")
    assert (found.format, found.text, found.diagnostics) == ("txt", text, ())


@pytest.mark.parametrize("ending", ["doc", "txt"])
def test_data_of_a_program_is_refused_at_once(tmp_path: Path, ending: str) -> None:
    """Its rows are not tried in every encoding, which took half a minute."""
    (tmp_path / f"a.{ending}").write_bytes(b"~" + Random(5).randbytes(4_000_000))
    begun = time.process_time()
    assert refused(tmp_path / f"a.{ending}").code == {"doc": "wrong_content", "txt": "encoding"}[ending]
    assert time.process_time() - begun < 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le"])
def test_a_long_text_under_another_ending_is_known_by_its_beginning(tmp_path: Path, encoding: str) -> None:
    text = "\n".join([LONG] * 200)
    (tmp_path / "a.doc").write_bytes(text.encode(encoding))
    assert read(tmp_path / "a.doc").format == "txt"


def test_a_page_that_speaks_of_a_pdf_is_a_page(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(f"<p>%PDF-1.4 obj</p>\n<p>\n%PDF-1.4 1 0 obj {LONG}</p>", "utf-8")
    assert read(tmp_path / "a.html").format == "html"
    (tmp_path / "b.txt").write_text(f"Tệp %PDF-1.4 có 1 0 obj\n{LONG}", "utf-8")
    assert read(tmp_path / "b.txt").format == "txt"


@pytest.mark.parametrize("ending", ["odt", "txt", "pdf", "docx"])
@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_an_archive_of_documents_is_no_document(tmp_path: Path, ending: str, kind: str) -> None:
    """Documents stand in it as they are, with the names of their parts."""
    (tmp_path / f"a.{ending}").write_bytes(archive([("a", files()[kind]), ("b", docx())], stored=["a", "b"]))
    error = refused(tmp_path / f"a.{ending}")
    assert error.code == {"odt": "not_odt", "docx": "not_docx"}.get(ending, "wrong_content")
    assert "is an archive" in str(error)
