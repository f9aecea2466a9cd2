"""What an evaluation says, in Vietnamese and in English."""

from __future__ import annotations

from dieukhoan.tables import Words

SAID = {
    "no_gold": Words("Không có tệp hay thư mục này: {path}", "No such file or folder: {path}"),
    "empty_folder": Words(
        "Không thấy tệp .json nào trong thư mục {path}; hãy chỉ đến tệp gán nhãn",
        "There is no .json file in the folder {path}; name the annotated files",
    ),
    "no_tables": Words(
        "{path} không phải thư mục kết quả có bảng CSV; hãy chạy dieukhoan convert … --formats csv trước",
        "{path} is no folder of results with CSV tables; run dieukhoan convert … --formats csv first",
    ),
    "bad_table": Words(
        "Không đọc được bảng {path}: {reason}; hãy chạy lại dieukhoan convert",
        "The table {path} cannot be read: {reason}; run dieukhoan convert again",
    ),
    "bad_gold": Words("Tệp gán nhãn {path} có lỗi:", "The annotated file {path} has faults:"),
    "more": Words("… và {count} lỗi nữa", "… and {count} more"),
    "not_json": Words(
        "không phải JSON (dòng {line}, cột {column}: {reason}); hãy sửa chỗ đó hoặc lưu lại dạng UTF-8",
        "is no JSON (line {line}, column {column}: {reason}); mend that place",
    ),
    "not_utf8": Words("không phải UTF-8; hãy lưu lại dạng UTF-8", "is not UTF-8; save it as UTF-8"),
    "unreadable": Words("không mở được: {reason}", "cannot be opened: {reason}"),
    "no_key": Words(
        "thiếu “{key}”; hãy thêm vào, để trống nếu không có gì",
        "{key!r} is missing; add it, empty if there is nothing",
    ),
    "bad_type": Words("phải là {wanted}", "must be {wanted}"),
    "bad_value": Words("“{value}” không hợp lệ; hãy chọn trong: {known}", "{value!r} is unknown; known are: {known}"),
    "not_in_text": Words(
        "“{value}” không có trong văn bản; hãy chép đúng nguyên văn",
        "{value!r} does not stand in the text; copy it as it stands there",
    ),
    "no_unit": Words("đơn vị “{value}” không có trong “units”", "the unit {value!r} does not stand in 'units'"),
    "no_body": Words(
        "“{value}” không có trong “bodies”; hãy thêm tên này vào đó",
        "{value!r} does not stand in 'bodies'; add the name there",
    ),
    "no_deadline": Words(
        "thời hạn “{value}” không có trong “deadlines”; hãy thêm vào đó",
        "the deadline {value!r} does not stand in 'deadlines'; add it there",
    ),
    "object": Words("một đối tượng {{…}}", "an object {{…}}"),
    "list": Words("một danh sách […]", "a list […]"),
    "text": Words("một chuỗi", "a text"),
    "unit": Words("danh sách [đường dẫn, tiêu đề, lời]", "a list [path, heading, text]"),
    "missing": Words("Không có trong bảng: {file}", "Not among the tables: {file}"),
    "figure": Words("Chỉ số", "Figure"),
    "total": Words("tất cả", "all"),
    "precision": Words("đúng/tìm thấy", "precision"),
    "recall": Words("tìm thấy/có", "recall"),
    "count": Words("số lượng", "n"),
    "by_document": Words("Từng văn bản (phần trăm)", "By document (per cent)"),
    "all_documents": Words("{count} văn bản", "{count} documents"),
    "by_rule": Words("Từng luật", "By rule"),
    "table": Words("bảng", "table"),
    "rule": Words("luật", "rule"),
    "rows": Words("dòng", "rows"),
    "found": Words("có trong mẫu", "in the gold"),
    "right": Words("đúng hết", "right"),
    "share": Words("phần đúng", "share right"),
    "calibration": Words("Độ tin cậy so với phần dòng dùng được", "Confidence beside the share of usable rows"),
    "bin": Words("độ tin cậy", "confidence"),
    "mean": Words("trung bình", "mean"),
    "usable": Words("dùng được", "usable"),
    "error": Words("Sai lệch trung bình: {error:.3f}", "Mean distance: {error:.3f}"),
}  # fmt: skip


def say(key: str, lang: str, /, **values: object) -> str:
    """The message ``key`` in ``lang`` with ``values`` filled in."""
    return SAID[key].of(lang).format(**values)
