"""Why a file cannot be read, and what to do about it, in English and in Vietnamese."""

from __future__ import annotations

from dieukhoan.core.errors import UnreadableFile

_AGAIN = "Fetch it again from where it came from", "Hãy lấy lại tệp từ nơi đã gửi"
_REPAIR = (
    f"{_AGAIN[0]}; if Word or LibreOffice can still open it, save it from there as .docx.",
    f"{_AGAIN[1]}; nếu Word hoặc LibreOffice vẫn mở được thì hãy lưu lại dưới dạng .docx.",
)
_TRUSTED = (
    "If you trust who sent it, open it in Word, remove large pictures, and save it under a new name.",
    "Nếu nơi gửi đáng tin, hãy mở tệp bằng Word, bỏ bớt hình ảnh lớn rồi lưu lại với tên mới.",
)
_RIGHT_ONE = (
    "Check whether this is the right file; if its pages are pictures, save it as .pdf, which is read by OCR.",
    "Hãy kiểm tra xem có đúng tệp cần đọc không; nếu các trang là ảnh, hãy lưu thành .pdf để đọc bằng OCR.",
)
_UTF_8 = (
    "Open it in the program that wrote it and save it as .docx, or as text in UTF-8.",
    "Hãy mở tệp bằng chương trình đã soạn rồi lưu lại dưới dạng .docx hoặc dạng chữ theo UTF-8.",
)
_SAVED_PAGE = (
    "Open it in a browser and copy its text into a Word document.",
    "Hãy mở trang bằng trình duyệt rồi chép phần chữ sang một văn bản Word.",
)
_SPLIT = "Split it into several files.", "Hãy chia thành nhiều tệp nhỏ hơn."
_PRINTED = (
    "If a PDF viewer can open it, print it from there to a new PDF; else fetch it again from where it came from.",
    "Nếu phần mềm xem PDF mở được thì hãy in lại thành tệp PDF mới; nếu không, hãy lấy lại tệp từ nơi đã gửi.",
)
_NESTED = "Open it in Word and save it again as .docx.", "Hãy mở tệp bằng Word rồi lưu lại dưới dạng .docx."

Both = tuple[str, str]
_SAID: dict[str, tuple[Both, Both]] = {
    "archive": (
        ("The file is an archive ({kind}), no document.", "Tệp là tệp nén ({kind}), không phải văn bản."),
        ("Unpack it and give the files inside.", "Hãy giải nén rồi đưa các tệp bên trong vào."),
    ),
    "binary": (
        ("The file holds no text but data of some program.", "Tệp không chứa chữ mà chứa dữ liệu của chương trình."),
        (
            "Find out which program wrote it, and save it from there as .docx or .pdf.",
            "Hãy mở tệp bằng chương trình đã tạo ra nó rồi lưu lại dưới dạng .docx hoặc .pdf.",
        ),
    ),
    "bomb_archive": (
        (
            "The file would unpack to {size:.0f} MB in {parts} parts, as files do that are built to do harm.",
            "Tệp giải nén ra đến {size:.0f} MB với {parts} phần, giống tệp phá hoại.",
        ),
        _TRUSTED,
    ),
    "bomb_attributes": (
        ("The page has a tag of {count} attributes.", "Trang có một thẻ với {count} thuộc tính."),
        _SAVED_PAGE,
    ),
    "bomb_groups": (
        ("The file has {count} groups, as no document does.", "Tệp có {count} nhóm, không văn bản nào có nhiều vậy."),
        _NESTED,
    ),
    "bomb_part": (
        (
            "The part {part} of the file has {size:.0f} MB and {tags} tags, as no document does.",
            "Phần {part} trong tệp có {size:.0f} MB và {tags} thẻ, không văn bản nào có nhiều vậy.",
        ),
        _TRUSTED,
    ),
    "bomb_stream": (
        (
            "A stream of the PDF unpacks to over 100 MB, as in files that are built to do harm.",
            "Một luồng dữ liệu trong PDF giải nén ra hơn 100 MB, giống tệp phá hoại.",
        ),
        _PRINTED,
    ),
    "bomb_tags": (("The page has {count} tags.", "Trang có {count} thẻ."), _SAVED_PAGE),
    "broken_archive": (
        (
            "The file is damaged or incomplete: it cannot be unpacked.",
            "Tệp bị hỏng hoặc không đầy đủ: không giải nén được.",
        ),
        _REPAIR,
    ),
    "broken_doc": (
        (
            "The .doc is damaged, or it is of a kind that LibreOffice cannot read either.",
            "Tệp .doc bị hỏng, hoặc thuộc loại mà LibreOffice cũng không đọc được.",
        ),
        _REPAIR,
    ),
    "broken_part": (
        (
            "The file is damaged: its part {part} cannot be unpacked.",
            "Tệp bị hỏng: không giải nén được phần {part} bên trong.",
        ),
        _REPAIR,
    ),
    "broken_pdf": (("The PDF is damaged or incomplete.", "Tệp PDF bị hỏng hoặc không đầy đủ."), _PRINTED),
    "broken_type": (
        (
            "The part {part} of the file declares a document type, which no word processor writes.",
            "Phần {part} trong tệp khai báo kiểu tài liệu (DOCTYPE), điều không trình soạn thảo nào làm.",
        ),
        _REPAIR,
    ),
    "broken_xml": (
        ("The file is damaged: its part {part} is no valid XML.", "Tệp bị hỏng: phần {part} không phải XML hợp lệ."),
        _REPAIR,
    ),
    "cut_doc": (
        ("The .doc is incomplete: its end is missing.", "Tệp .doc không đầy đủ: thiếu phần cuối."),
        _REPAIR,
    ),
    "empty_file": (
        ("The file is empty (0 bytes).", "Tệp rỗng (0 byte)."),
        (
            f"{_AGAIN[0]}: it was not copied as a whole, or never saved.",
            f"{_AGAIN[1]}: tệp chưa được chép xong hoặc chưa từng được lưu.",
        ),
    ),
    "empty_page": (
        ("The page holds no text.", "Trang không có chữ nào."),
        (
            "Open it in a browser, wait until its text is shown, and save it then.",
            "Hãy mở trang bằng trình duyệt, đợi hiện đủ chữ rồi lưu lại.",
        ),
    ),
    "empty_text": (("The document holds no text.", "Văn bản không có chữ nào."), _RIGHT_ONE),
    "encoding": (
        (
            "The text is in no encoding of Vietnamese that is known here.",
            "Không nhận ra bảng mã tiếng Việt của văn bản.",
        ),
        _UTF_8,
    ),
    "encoding_page": (
        ("The page is not in the encoding that it names ({name}).", "Trang không theo bảng mã mà nó ghi ({name})."),
        _SAVED_PAGE,
    ),
    "encrypted": (
        ("The document is protected by a password.", "Văn bản được bảo vệ bằng mật khẩu."),
        ("Open it with the password and save it without one.", "Hãy mở bằng mật khẩu rồi lưu lại không có mật khẩu."),
    ),
    "gone": (
        ("There is no file at this path.", "Không có tệp nào ở đường dẫn này."),
        (
            "Check the path, and whether the file was moved or renamed.",
            "Hãy kiểm tra đường dẫn và xem tệp có bị chuyển đi hoặc đổi tên không.",
        ),
    ),
    "locked_archive": (
        ("The file is an archive that is locked by a password.", "Tệp là tệp nén có mật khẩu."),
        (
            "Unpack it with the password and give the files inside.",
            "Hãy giải nén bằng mật khẩu rồi đưa các tệp bên trong vào.",
        ),
    ),
    "markup": (
        ("The file holds XML or the tags of a page.", "Tệp chứa XML hoặc các thẻ của một trang."),
        _NESTED,
    ),
    "needs_libreoffice": (
        (
            "The .doc is damaged or older than Word 97, and LibreOffice, which may still read it, is not installed.",
            "Tệp .doc bị hỏng hoặc cũ hơn Word 97; máy này chưa có LibreOffice là chương trình có thể đọc được.",
        ),
        (
            "Install LibreOffice and run again, or save the file as .docx with Word.",
            "Hãy cài LibreOffice rồi chạy lại, hoặc mở tệp bằng Word và lưu lại dưới dạng .docx.",
        ),
    ),
    "no_access": (
        ("The file cannot be opened: {reason}.", "Không mở được tệp ({reason})."),
        (
            "Check whether its drive or its network folder can be reached, and run again.",
            "Hãy kiểm tra ổ đĩa hoặc thư mục mạng chứa tệp rồi chạy lại.",
        ),
    ),
    "no_rights": (
        ("You have no right to read the file.", "Bạn không có quyền đọc tệp này."),
        (
            "Ask whoever keeps it for that right, or for a copy.",
            "Hãy xin người quản lý tệp cấp quyền đọc hoặc gửi một bản sao.",
        ),
    ),
    "not_a_file": (
        (
            "This is no file but a folder, a pipe or a device.",
            "Đây không phải là tệp mà là thư mục, đường ống hoặc thiết bị.",
        ),
        ("Give a file.", "Hãy chọn một tệp."),
    ),
    "not_docx": (
        (
            "The file is built like those of Microsoft Office but holds no Word document.",
            "Tệp có cấu trúc của Microsoft Office nhưng không chứa văn bản Word.",
        ),
        (
            "Open it in the program that wrote it and save it as .docx or .pdf.",
            "Hãy mở tệp bằng chương trình đã lập ra nó rồi lưu lại dưới dạng .docx hoặc .pdf.",
        ),
    ),
    "office": (
        ("The file was made with {program}; it is no text document.", "Tệp do {program} lập, không phải văn bản chữ."),
        ("Open it in {program} and save it as .pdf.", "Hãy mở tệp bằng {program} rồi lưu thành .pdf."),
    ),
    "picture": (
        ("The file is a picture ({kind}).", "Tệp là ảnh ({kind})."),
        (
            "Save the pictures of the pages as one .pdf; it is read by OCR.",
            "Hãy ghép ảnh các trang thành một tệp .pdf để đọc bằng OCR.",
        ),
    ),
    "scan": (
        (
            "The pages of the file ({pages}) are pictures, and OCR was switched off.",
            "Các trang của tệp ({pages}) là ảnh, mà việc đọc bằng OCR đã bị tắt.",
        ),
        ("Read it with --ocr auto.", "Hãy đọc lại với --ocr auto."),
    ),
    "scan_wordless": (
        (
            "The pages of the file ({pages}) are pictures, and OCR found no words on them.",
            "Các trang của tệp ({pages}) là ảnh, và OCR không thấy chữ nào trên đó.",
        ),
        (
            "Look at the file; if it does show text, scan the paper again at 300 dpi.",
            "Hãy mở tệp ra xem; nếu có chữ thì hãy quét lại bản giấy ở độ phân giải 300 dpi.",
        ),
    ),
    "too_deep_groups": (
        ("The file has groups inside groups, over {most} deep.", "Tệp có hơn {most} lớp nhóm lồng nhau."),
        _NESTED,
    ),
    "too_deep_page": (
        ("The page has elements inside elements, over 250 deep.", "Trang có hơn 250 lớp phần tử lồng nhau."),
        _SAVED_PAGE,
    ),
    "too_large": (
        (
            "The file has {size:.0f} MB; of this kind at most {most:.0f} MB are read.",
            "Tệp có {size:.0f} MB; loại tệp này chỉ đọc được nhiều nhất {most:.0f} MB.",
        ),
        _SPLIT,
    ),
    "too_long_letters": (
        ("The document has over {most} letters.", "Văn bản có hơn {most} chữ cái."),
        _SPLIT,
    ),
    "too_long_lines": (("The document has over {most} lines.", "Văn bản có hơn {most} dòng."), _SPLIT),
    "too_long_pages": (("The document has over {most} pages.", "Văn bản có hơn {most} trang."), _SPLIT),
    "unsupported": (
        (
            "Files {ending} cannot be read; readable are {known}.",
            "Chưa đọc được tệp {ending}; các loại đọc được là {known}.",
        ),
        _UTF_8,
    ),
    "unsupported_nameless": (
        (
            "The file has no ending, and its content is of no kind known here; readable are {known}.",
            "Tệp không có đuôi và nội dung không thuộc loại nào đọc được; các loại đọc được là {known}.",
        ),
        ("Give it the ending of the program that wrote it.", "Hãy thêm đuôi tệp của chương trình đã soạn ra tệp."),
    ),
    "wrong_content": (
        (
            "The file is called .{ending}, but its content is neither that nor another kind of document.",
            "Tệp có đuôi .{ending} nhưng nội dung không phải loại đó, cũng không phải loại văn bản nào khác.",
        ),
        (
            f"{_AGAIN[0]}; if some program can open it, save it from there as .docx or .pdf.",
            f"{_AGAIN[1]}; nếu có chương trình mở được tệp thì hãy lưu lại dưới dạng .docx hoặc .pdf.",
        ),
    ),
}


def reasons() -> tuple[str, ...]:
    """The keys of all that :func:`refusal` can say."""
    return tuple(_SAID)


def refusal(code: str, key: str = "", **values: object) -> UnreadableFile:
    """The error ``code`` with the reason and the remedy that stand under ``key`` (default: as the code), filled in."""
    reason, remedy = ([said.format(**values) for said in both] for both in _SAID[key or code])
    return UnreadableFile(code, reason[0], remedy[0], f"{reason[1]} {remedy[1]}")
