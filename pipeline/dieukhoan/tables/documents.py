"""The files read, and what is to be said about the reading: ``documents`` and ``diagnostics``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from dieukhoan.core.errors import DieukhoanError, UnreadableFile
from dieukhoan.core.records import Document, Header
from dieukhoan.core.slug import document_id
from dieukhoan.tables.codes import DOCUMENT_TYPES, DOUBTS, LEVELS, SEVERITIES, SIGNING, STATUSES
from dieukhoan.tables.common import DOCUMENT, END, START, UNIT, unit_id
from dieukhoan.tables.model import Row, Rows, Table, Words, date, flag, text, whole


def _documents(document: Document) -> Iterator[Row]:
    source, header = document.source, document.header
    yield DOCUMENTS.row(
        header,
        document_id=document.document_id,
        source=source.path,
        sha256=source.sha256,
        format=source.format,
        encoding=source.encoding,
        pages=source.pages or None,
        status=document.status,
    )


def _diagnostics(document: Document) -> Iterator[Row]:
    for doubt in document.diagnostics:
        placed = doubt.end > 0
        yield DIAGNOSTICS.row(
            doubt,
            document_id=document.document_id,
            unit_id=unit_id(document, doubt.unit),
            start=doubt.start if placed else None,
            end=doubt.end if placed else None,
        )


def failed(path: str, sha256: str, error: BaseException, suffix: str = "", lang: str = "en") -> Rows:
    """The rows of a file that could not be read: one in ``documents``, its reason in ``diagnostics``.

    ``path`` is relative to the input root; ``sha256`` is empty when not even the bytes could be had; ``suffix`` is
    added to the document's id; ``lang`` is the language of the reason.
    """
    file = PurePosixPath(path)
    made = document_id(file.stem, sha256 or "0" * 8) + suffix
    code, message = _reason(error, lang)
    blank = dict.fromkeys(DOCUMENTS.names)
    about = {"document_id": made, "source": path, "sha256": sha256, "status": "failed"}
    about |= {"format": file.suffix[1:].lower(), "document_type": Header().document_type}
    nowhere = {"unit_id": None, "start": None, "end": None}
    return {
        DOCUMENTS.name: [DOCUMENTS.row(**{**blank, **about})],
        DIAGNOSTICS.name: [DIAGNOSTICS.row(document_id=made, severity="error", code=code, message=message, **nowhere)],
    }


def _reason(error: BaseException, lang: str) -> tuple[str, str]:
    """A stable word for the error, and what it says, without the absolute path that an OSError tells."""
    if isinstance(error, UnreadableFile):
        return error.code, error.told(lang)
    if isinstance(error, OSError):
        return "unreadable", f"{type(error).__name__}: {error.strerror or error}"
    said = str(error).encode("utf-8", "replace").decode("utf-8")
    return "crash", said if isinstance(error, DieukhoanError) else f"{type(error).__name__}: {said}"


# fmt: off
DOCUMENTS = Table(
    "documents", Words("Văn bản", "Documents"),
    Words("Mỗi tệp đã đọc một dòng", "One row a file read"),
    (
        text("document_id", "Mã văn bản", "Document id",
             "tên tệp viết gọn và 8 ký tự đầu của SHA-256", "slug of the file's stem and 8 hex digits of its SHA-256",
             key=True),
        text("source", "Tệp nguồn", "Source",
             "đường dẫn tính từ thư mục đưa vào", "path relative to the input root"),
        text("sha256", "SHA-256", "SHA-256", "mã băm của tệp", "hash of the file"),
        text("format", "Định dạng", "Format", "txt, docx, pdf …", "txt, docx, pdf …"),
        text("encoding", "Bảng mã", "Encoding",
             "bảng mã của chữ như tìm thấy: utf-8, tcvn3, vni …", "encoding of the text as found: utf-8, tcvn3, vni …"),
        whole("pages", "Số trang", "Pages", "trống nếu định dạng không có trang", "empty where there are no pages"),
        text("document_type", "Loại văn bản", "Type",
             "mã loại: chuong_trinh_phoi_hop, quy_che …", "code: chuong_trinh_phoi_hop, quy_che …",
             codes=DOCUMENT_TYPES),
        text("title", "Tên gọi, trích yếu", "Title",
             "các dòng tên văn bản, gồm cả tên loại", "the title lines, the type heading included", width=60),
        text("number", "Số, ký hiệu", "Number", "của chính văn bản này, như đã viết", "of this document, as written"),
        text("place", "Nơi ban hành", "Place", "địa danh", "where it was issued"),
        date("issued_on", "Ngày ban hành", "Issued on", "ngày ký hoặc ban hành", "date of issue"),
        text("period", "Giai đoạn", "Period", "giai đoạn áp dụng, EDTF: 2023/2027", "EDTF, such as 2023/2027"),
        text("effective_from", "Hiệu lực từ", "Effective from",
             "ngày EDTF, hoặc signing: kể từ ngày ký", "EDTF date, or signing", codes=SIGNING),
        text("level", "Cấp", "Level",
             "cấp của bên thấp nhất: central, province, district, commune, grassroots",
             "of the lowest party: central, province, district, commune, grassroots", codes=LEVELS),
        text("province", "Tỉnh, thành phố", "Province",
             "của các bên, theo tên lúc ban hành", "of the parties, as named when issued"),
        flag("is_template", "Là văn bản mẫu", "Is template",
             "đúng nếu để trống tên, tỉnh, số hoặc ngày", "true when names, numbers or dates are left blank"),
        whole("blank_count", "Số chỗ trống", "Blanks", "số chỗ để điền", "places to fill in"),
        text("status", "Tình trạng", "Status", "ok, partial, failed", "ok, partial, failed", codes=STATUSES),
    ),
    _documents,
)

DIAGNOSTICS = Table(
    "diagnostics", Words("Ghi nhận khi đọc", "Diagnostics"),
    Words("Điều còn nghi ngờ, lỗi, tệp không đọc được", "Doubts, faults, unreadable files"),
    (
        DOCUMENT, UNIT,
        text("severity", "Mức độ", "Severity", "info, warning, error", "info, warning, error", codes=SEVERITIES),
        text("code", "Mã ghi nhận", "Code", "từ cố định để lọc", "a stable word to filter by", codes=DOUBTS),
        text("message", "Nội dung", "Message", "điều gì, vì sao", "what and why", width=60),
        START, END,
    ),
    _diagnostics,
)
# fmt: on
