"""Why a file cannot be read, and what to do about it, in Vietnamese: the messages of the readers by their code."""

from __future__ import annotations

_OLDER = "Hãy mở tệp bằng Word rồi lưu lại dưới dạng .docx."
_AGAIN = "Hãy lấy lại tệp từ nơi đã gửi."
_SPLIT = "Hãy chia thành nhiều tệp nhỏ hơn."

_VIETNAMESE = {
    "binary": "Tệp không chứa văn bản mà chứa dữ liệu của một chương trình. Hãy xem chương trình nào đã tạo ra tệp.",
    "bomb": "Tệp phình ra quá lớn khi giải nén, có thể là tệp phá hoại. Nếu tệp đáng tin, hãy lưu lại bằng Word hoặc "
    "bỏ bớt hình ảnh.",
    "broken": f"Tệp bị hỏng hoặc không đầy đủ. {_AGAIN}",
    "empty": "Tệp không có chữ nào. Hãy kiểm tra xem có đúng tệp cần đọc không.",
    "encoding": "Không nhận ra bảng mã của văn bản. Hãy mở bằng chương trình đã soạn và lưu lại theo UTF-8.",
    "encrypted": "Tệp được bảo vệ bằng mật khẩu. Hãy mở tệp và lưu lại không có mật khẩu.",
    "needs_libreoffice": f"Không chuyển đổi được tệp: thiếu LibreOffice hoặc tệp bị hỏng. {_OLDER}",
    "no_access": "Không mở được tệp. Hãy kiểm tra đường dẫn và quyền truy cập.",
    "not_a_file": "Đây không phải là tệp mà là đường ống, thiết bị hoặc thư mục. Hãy chọn một tệp.",
    "not_docx": f"Tệp không phải là văn bản Word. {_OLDER}",
    "not_odt": f"Tệp không phải là văn bản OpenDocument. {_OLDER}",
    "scan": "Các trang chỉ là ảnh, không có chữ để đọc. Hãy đọc tệp với --ocr auto hoặc xem lại tệp.",
    "too_deep": "Tệp có quá nhiều lớp lồng nhau. Hãy mở bằng Word hoặc trình duyệt rồi lưu lại.",
    "too_large": f"Tệp quá lớn. {_SPLIT}",
    "too_long": f"Văn bản quá dài. {_SPLIT}",
    "unsupported": f"Chưa đọc được loại tệp này. {_OLDER}",
    "wrong_content": "Nội dung tệp không đúng với đuôi tệp. Hãy đổi đuôi tệp cho đúng, hoặc lấy lại tệp.",
}


def vietnamese(code: str) -> str:
    """The reason ``code`` in Vietnamese, remedy included; empty for a code that has none."""
    return _VIETNAMESE.get(code, "")
