"""What the analyst is told, in Vietnamese and in English."""

from __future__ import annotations

from dieukhoan.tables import Words

_SAID = {
    "no_path": Words("Không có tệp hay thư mục này: {path}", "No such file or folder: {path}"),
    "closed": Words("Không mở được thư mục {path}: {reason}", "Cannot open the folder {path}: {reason}"),
    "no_files": Words(
        "Không thấy văn bản nào (đuôi tệp: {suffixes}) trong: {paths}", "No documents ({suffixes}) found in: {paths}"
    ),
    "no_format": Words(
        "Không có định dạng “{name}”; hãy chọn trong: {known}", "Unknown format {name!r}; known are: {known}"
    ),
    "no_lang": Words(
        "Không có ngôn ngữ “{name}”; hãy chọn trong: {known}", "Unknown language {name!r}; known are: {known}"
    ),
    "no_jobs": Words("Số tiến trình phải từ 1 trở lên, không phải {jobs}", "jobs must be at least 1, not {jobs}"),
    "not_writable": Words(
        "Không ghi được vào {out}: {reason}. Hãy đóng tệp đang mở hoặc chọn thư mục khác.",
        "Cannot write to {out}: {reason}. Close files that are open or choose another folder.",
    ),
    "died": Words(
        "Tiến trình đọc tệp này đã dừng đột ngột (hết bộ nhớ hoặc tệp hỏng)",
        "The process that read this file died (out of memory, or a damaged file)",
    ),
    "no_process": Words(
        "Không khởi động được tiến trình con; trong chương trình Python hãy gọi dưới if __name__ == \"__main__\"",
        "No process could be started; a script must call this under if __name__ == \"__main__\"",
    ),
    "documents": Words(
        "{total} văn bản: {ok} đọc trọn, {partial} đọc được một phần, {failed} không đọc được",
        "{total} documents: {ok} ok, {partial} partial, {failed} failed",
    ),
    "found": Words(
        "{duties} nhiệm vụ, {deadlines} thời hạn, {warnings} cảnh báo",
        "{duties} duties, {deadlines} deadlines, {warnings} warnings",
    ),
    "skipped": Words("{skipped} tệp không phải văn bản đã được bỏ qua", "{skipped} other files were passed over"),
    "written": Words("Kết quả ở: {path}", "Written to: {path}"),
    "unread": Words("Không đọc được {source}: {reason}", "Failed: {source}: {reason}"),
    "more": Words("… và {count} tệp nữa, xem bảng diagnostics", "… and {count} more, see the table diagnostics"),
    "reading": Words("Đang đọc", "Reading"),
    "covered": Words("{share:.4%}  {source}", "{share:.4%}  {source}"),
    "lost": Words(
        "      mất {lost} ký tự, trùng {twice} ký tự: {sample}", "      {lost} characters lost, {twice} twice: {sample}"
    ),
    "coverage": Words(
        "{total} văn bản, {below} dưới {least:.1%}, {failed} không đọc được; thấp nhất {lowest:.4%}",
        "{total} documents, {below} below {least:.1%}, {failed} failed; the lowest {lowest:.4%}",
    ),
    "rules_ok": Words(
        "{rules} luật, {examples} ví dụ, tất cả đều đúng", "{rules} rules, {examples} examples, all hold"
    ),
    "rules_bad": Words("{failures} ví dụ không đúng", "{failures} examples do not hold"),
    "compared": Words(
        "{source}: {identical} như nhau, {filled} điền chỗ trống, {modified} sửa, {moved} chuyển, {added} thêm, "
        "{removed} bỏ; nhiệm vụ: {dropped} bỏ, {new} mới, {changed} thay đổi",
        "{source}: {identical} identical, {filled} filled, {modified} modified, {moved} moved, {added} added, "
        "{removed} removed; duties: {dropped} dropped, {new} new, {changed} changed",
    ),
    "one_template": Words("Mẫu phải là một tệp, không phải {path}", "The template must be one file, not {path}"),
    "no_rule": Words("Không luật nào nhận ra đoạn này", "No rule fires on this text"),
}  # fmt: skip


def say(key: str, lang: str, **values: object) -> str:
    """The message ``key`` in ``lang`` with ``values`` filled in."""
    return _SAID[key].of(lang).format(**values)
