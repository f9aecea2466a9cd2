"""What is remarked about a document, in English and Vietnamese: the messages of diagnostics."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dieukhoan.core.records import Diagnostic, Span

Both = tuple[str, str]
"""The same in English and in Vietnamese."""

_INSTALL = "hãy cài gói {package} rồi chạy lại"

_SAID: dict[str, Both] = {
    "bad_bytes": (
        "{count} characters could not be read, for their bytes are no UTF-8, the first at byte {first}; \ufffd stands "
        "in their place. Check the text there, or open the file in the program that wrote it and save it as UTF-8.",
        "Có {count} ký tự không đọc được vì byte không đúng UTF-8, chỗ đầu tiên ở byte {first}; chúng được thay bằng "
        "\ufffd. Hãy kiểm tra các chỗ đó, hoặc mở tệp bằng chương trình đã soạn và lưu lại theo UTF-8.",
    ),
    "blank_unfilled": ("{count} blanks are not filled in", "Còn {count} chỗ trống chưa điền"),
    "control_characters": (
        "{count} control or invisible characters were taken out.",
        "Đã bỏ {count} ký tự điều khiển hoặc ký tự không hiển thị.",
    ),
    "cut_file": (
        "The end of the file is missing, perhaps with a part of the text; fetch it again from where it came from.",
        "Tệp bị mất phần cuối nên có thể thiếu một phần văn bản; hãy lấy lại tệp từ nơi đã gửi.",
    ),
    "deadline_without_duty": (
        "{quote!r} binds no duty; a duty may have been missed here",
        "“{quote}” không gắn với nhiệm vụ nào; có thể ở đây đã sót một nhiệm vụ",
    ),
    "deleted": (
        "{count} deletions not yet accepted were left out.",
        "Đã bỏ {count} đoạn bị xóa bằng Track Changes nhưng chưa được chấp nhận.",
    ),
    "doubtful": (
        "{share:.0%} of the converted words are no Vietnamese syllables; check the text.",
        "{share:.0%} số từ đã chuyển mã không phải âm tiết tiếng Việt; hãy kiểm tra lại văn bản.",
    ),
    "first_note": (
        "{count} footnotes were left out, the first: “{first}”.",
        "Đã bỏ {count} chú thích cuối trang, chú thích đầu tiên: “{first}”.",
    ),
    "headers": ("Headers and footers were left out: {texts}.", "Đã bỏ phần đầu trang và chân trang: {texts}."),
    "hidden": ("{count} characters of hidden text were left out.", "Đã bỏ {count} ký tự chữ ẩn."),
    "legacy": (
        "Text in the encoding {names} was converted to Unicode.",
        "Đã chuyển phần chữ theo bảng mã {names} sang Unicode.",
    ),
    "legacy_font": (
        "The text stands in fonts of an 8-bit encoding and may be unreadable.",
        "Văn bản dùng phông chữ theo bảng mã 8 bit nên có thể không đọc được.",
    ),
    "legacy_name": ("{name} ({count} characters)", "{name} ({count} ký tự)"),
    "letters": (
        "The file says ñ and ð where its pages show đ and Đ; this was mended.",
        "Tệp ghi ñ và ð ở chỗ trang hiện đ và Đ; đã sửa lại.",
    ),
    "notes": ("{count} footnotes or endnotes were left out.", "Đã bỏ {count} chú thích cuối trang hoặc cuối văn bản."),
    "ocr": (
        "Page {page} was read by OCR; mean confidence of its words: {confidence:.0f} of 100.",
        "Trang {page} được đọc bằng OCR; độ tin cậy trung bình của các từ: {confidence:.0f} trên 100.",
    ),
    "ocr_turned": (
        "Page {page} was read by OCR; mean confidence of its words: {confidence:.0f} of 100. The page was turned by "
        "{turned:.1f}°.",
        "Trang {page} được đọc bằng OCR; độ tin cậy trung bình của các từ: {confidence:.0f} trên 100. Trang đã được "
        "xoay {turned:.1f}°.",
    ),
    "ocr_unread": (
        "OCR could read nothing on page {page}, which is not blank; look at it, and scan it again if it has text.",
        "OCR không đọc được gì trên trang {page} dù trang không trắng; hãy xem trang và quét lại nếu trang có chữ.",
    ),
    "ocr_wordless": (
        "OCR found no words on page {page}, which is blank.",
        "OCR không thấy chữ nào trên trang {page}; trang trắng.",
    ),
    "ocr_refused": (
        "Page {page} was not read: {count:,} lines and pictures are drawn on it.",
        "Không đọc trang {page}: trên trang có {count:,} nét vẽ và hình ảnh.",
    ),
    "ocr_timeout": (
        "Page {page} was not read: tesseract did not end within {seconds:.0f} seconds.",
        "Không đọc được trang {page}: tesseract không xong trong {seconds:.0f} giây.",
    ),
    "ocr_unfinished": (
        "{count} pages were not read by OCR, for the time for one file ({seconds:g} seconds) was over: {pages}. Run "
        "again with a larger --timeout.",
        "Có {count} trang chưa được đọc bằng OCR vì hết thời gian dành cho một tệp ({seconds:g} giây): {pages}. Hãy "
        "chạy lại với --timeout lớn hơn.",
    ),
    "no_body": (
        "no known body in {quote!r}; the role stays empty",
        "Không nhận ra cơ quan nào trong “{quote}”; vai trò để trống",
    ),
    "no_duties": (
        "no clause of the text was recognised as a duty",
        "Không có câu nào của văn bản được nhận là nhiệm vụ",
    ),
    "no_ending": (
        "The file has no ending; its content is {kind}, and so it was read.",
        "Tệp không có đuôi; nội dung là {kind} nên đã được đọc theo loại đó.",
    ),
    "no_parties": (
        "{quote!r} stands for the parties, but none of them are known",
        "“{quote}” chỉ các bên, nhưng chưa biết bên nào",
    ),
    "no_tesseract": (
        "OCR needs the program tesseract; install the packages tesseract-ocr and tesseract-ocr-vie and run again.",
        f"Máy này chưa có chương trình tesseract; {_INSTALL.format(package='tesseract-ocr và tesseract-ocr-vie')}.",
    ),
    "no_units": (
        "no part of the text was recognised as a unit (chương, điều, khoản …)",
        "Không có phần nào của văn bản được nhận là chương, điều, khoản …",
    ),
    "no_vie": (
        "This tesseract does not know Vietnamese; install the package tesseract-ocr-vie and run again.",
        f"Tesseract trên máy này chưa có tiếng Việt; {_INSTALL.format(package='tesseract-ocr-vie')}.",
    ),
    "number_again": (
        "number {number} stands again after a number not before it",
        "Số {number} lặp lại sau một số không đứng trước nó",
    ),
    "number_gap": (
        "number {number} does not follow the number before it",
        "Số {number} không nối tiếp số đứng trước",
    ),
    "other_format": (
        "The file is called .{ending} but holds {kind}.",
        "Tệp có đuôi .{ending} nhưng nội dung là {kind}.",
    ),
    "page_number": ("1 page number ({first})", "1 số trang ({first})"),
    "page_numbers": ("{count} page numbers ({first} to {last})", "{count} số trang ({first} đến {last})"),
    "picture": (
        "Page {page} is a picture; its text was not read.",
        "Trang {page} là ảnh; chữ trên trang chưa được đọc.",
    ),
    "read_as": ("{word} was read as {reading}", "{word} được đọc là {reading}"),
    "running": ("Taken out of the text: {parts}.", "Đã bỏ khỏi văn bản: {parts}."),
    "seals": (
        "Seals of electronic signatures were left out: {seals}.",
        "Đã bỏ dấu của chữ ký điện tử: {seals}.",
    ),
    "some_parties": (
        "{quote!r} stands for the parties, but {count} of them are known",
        "“{quote}” chỉ các bên, nhưng mới biết {count} bên",
    ),
    "times": ("{count} times {text!r}", "{count} lần {text!r}"),
    "too_deep": (
        "The page has elements inside elements, over 250 deep; what stands deeper was not read.",
        "Trang có hơn 250 lớp phần tử lồng nhau; phần nằm sâu hơn chưa được đọc.",
    ),
}


def both(key: str, **values: object) -> Both:
    """What stands under ``key``, filled in; of values in both languages each takes its own."""
    english, vietnamese = (
        said.format(**{name: value[at] if isinstance(value, tuple) else value for name, value in values.items()})
        for at, said in enumerate(_SAID[key])
    )
    return english, vietnamese


def listed(parts: Sequence[Both], signs: Both = ("; ", "; ")) -> Both:
    """``parts`` as one, with these ``signs`` between them."""
    english, vietnamese = (sign.join(part[at] for part in parts) for at, sign in enumerate(signs))
    return english, vietnamese


def remark(
    code: str, key: str = "", severity: str = "info", unit: str = "", at: Span = (0, 0), **values: object
) -> Diagnostic:
    """The remark ``key`` (default: as the code) about the source span ``at`` in the unit of this eid; about the whole
    document where neither is given."""
    english, vietnamese = both(key or code, **values)
    return Diagnostic(severity, code, english, unit, *at, vietnamese)


def told(doubt: Diagnostic, lang: str) -> Diagnostic:
    """``doubt`` with its message in ``lang``, as far as it is known in Vietnamese."""
    return replace(doubt, message=doubt.vietnamese) if lang == "vi" and doubt.vietnamese else doubt
