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
    "no_ocr": Words(
        "Không có cách OCR “{name}”; hãy chọn trong: {known}", "Unknown choice of OCR {name!r}; known are: {known}"
    ),
    "no_nlp": Words(
        "Không có cách xử lý “{name}”; hãy chọn trong: {known}", "Unknown choice of NLP {name!r}; known are: {known}"
    ),
    "no_jobs": Words("Số tiến trình phải từ 1 trở lên, không phải {jobs}", "jobs must be at least 1, not {jobs}"),
    "not_writable": Words(
        "Không ghi được vào {out}: {reason}. Hãy đóng tệp đang mở hoặc chọn thư mục khác.",
        "Cannot write to {out}: {reason}. Close files that are open or choose another folder.",
    ),
    "disk_full": Words(
        "Hết chỗ trên đĩa khi ghi {out} ({reason}). Kết quả cũ còn nguyên; hãy giải phóng chỗ rồi chạy lại cùng lệnh, "
        "những tệp đã đọc sẽ không phải đọc lại.",
        "No room left to write {out} ({reason}). Earlier results are untouched; make room and run the same command "
        "again: files already read are not read again.",
    ),
    "busy": Words(
        "Một lần chạy khác đang ghi vào {out}; hãy đợi nó xong hoặc chọn thư mục khác.",
        "Another run is writing to {out}; wait until it is over or choose another folder.",
    ),
    "input_gone": Words(
        "Không còn truy cập được {root} giữa chừng. Những tệp đã đọc được giữ lại; khi có lại thư mục, hãy chạy lại "
        "cùng lệnh.",
        "{root} went away in mid-run. What was read is kept; run the same command again when it is back.",
    ),
    "changing": Words(
        "Các tệp vào bị thay đổi trong khi đọc ({names}); hãy chạy lại cùng lệnh.",
        "Input files were changed while they were read ({names}); run the same command again.",
    ),
    "no_samples": Words(
        "Không có văn bản mẫu ở {path}; hãy chỉ một thư mục văn bản bằng --from",
        "No samples in {path}; name a folder of documents with --from",
    ),
    "no_fetch": Words("Không tải được tệp: {reason}", "The file cannot be fetched: {reason}"),
    "died": Words(
        "Tiến trình đọc tệp này đã dừng đột ngột (tệp hỏng?)", "The process that read this file died (damaged file?)"
    ),
    "timeout": Words(
        "Đọc tệp này quá lâu (giới hạn: {limits}); có thể tăng --timeout",
        "Reading this file took too long (limits: {limits}); --timeout raises them",
    ),
    "memory": Words(
        "Đọc tệp này cần quá nhiều bộ nhớ (giới hạn: {limits}); có thể tăng --memory",
        "Reading this file takes too much memory (limits: {limits}); --memory raises them",
    ),
    "no_process": Words("Không khởi động được tiến trình con: {reason}", "No process could be started: {reason}"),
    "no_engine": Words(
        "Không có cách chạy “{name}”; hãy chọn trong: {known}", "Unknown engine {name!r}; known are: {known}"
    ),
    "no_dask": Words(
        "Chưa cài Dask; hãy cài: pip install 'dieukhoan[dask]'", "Dask is not installed: pip install 'dieukhoan[dask]'"
    ),
    "no_fsspec": Words(
        "Chưa cài fsspec để mở {url}; hãy cài: pip install 'dieukhoan[dask]'",
        "fsspec, which opens {url}, is not installed: pip install 'dieukhoan[dask]'",
    ),
    "bad_url": Words("Không mở được {url}: {reason}", "Cannot open {url}: {reason}"),
    "no_cluster": Words(
        "Không kết nối được cụm máy Dask {address}: {reason}. Những tệp đã đọc được giữ lại.",
        "No connection to the Dask cluster {address}: {reason}. What was read is kept.",
    ),
    "workers_die": Words(
        "Các tiến trình của cụm máy Dask dừng liên tiếp: {reason}. Những tệp đã đọc được giữ lại.",
        "Workers of the Dask cluster die one after another: {reason}. What was read is kept.",
    ),
    "other_basis": Words(
        "Máy {host} của cụm có phiên bản khác, kết quả sẽ không giống nhau: {values}",
        "The machine {host} of the cluster has other versions and would give other results: {values}",
    ),
    "changed_meanwhile": Words(
        "Chương trình hoặc bộ quy tắc đã thay đổi trong khi chạy: {values}. Hãy chạy lại lệnh này",
        "The program or its rules changed during the run: {values}. Give the same command again",
    ),
    "resumed": Words(
        "{count} trên {total} tệp đã được đọc từ lần chạy trước (--fresh: đọc lại tất cả)",
        "{count} of {total} files were read by an earlier run (--fresh reads all again)",
    ),
    "outdated_program": Words(
        "Chương trình đã thay đổi: {count} kết quả cũ không dùng lại được",
        "The program has changed: {count} earlier results do not hold any more",
    ),
    "outdated_libraries": Words(
        "Các thư viện đã thay đổi: {count} kết quả cũ không dùng lại được",
        "Libraries have changed: {count} earlier results do not hold any more",
    ),
    "outdated_rules": Words(
        "Bộ luật đã thay đổi: {count} kết quả cũ không dùng lại được",
        "The rules have changed: {count} earlier results do not hold any more",
    ),
    "outdated_options": Words(
        "Tùy chọn đã thay đổi: {count} kết quả cũ không dùng lại được",
        "Options have changed: {count} earlier results do not hold any more",
    ),
    "interrupted": Words(
        "Đã dừng. Những tệp đã đọc được giữ lại; chạy lại cùng lệnh để đi tiếp.",
        "Stopped. What was read is kept; the same command goes on from there.",
    ),
    "progress": Words(
        "{done}/{total} tệp, {speed} tệp/giây, {failed} không đọc được, còn {left}",
        "{done}/{total} files, {speed} files/s, {failed} failed, {left} left",
    ),
    "writing": Words("Đang ghi: {formats}", "Writing: {formats}"),
    "documents": Words(
        "{total} văn bản: {ok} đọc trọn, {partial} đọc được một phần, {failed} không đọc được",
        "{total} documents: {ok} ok, {partial} partial, {failed} failed",
    ),
    "found": Words(
        "{duties} nhiệm vụ, {deadlines} thời hạn, {warnings} cảnh báo",
        "{duties} duties, {deadlines} deadlines, {warnings} warnings",
    ),
    "skipped": Words(
        "{skipped} tệp có đuôi khác đã được bỏ qua (tên trong run.json)",
        "{skipped} files of other kinds were passed over (named in run.json)",
    ),
    "no_pages": Words(
        "--propose không ghi trang html; hãy bỏ html khỏi --formats (báo cáo html: lệnh convert)",
        "--propose writes no html pages; leave html out of --formats (a report in html: the command convert)",
    ),
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
    "as_template": Words("{source}: dùng làm mẫu", "{source}: taken as a template"),
    "compared": Words(
        "{source}: {identical} như nhau, {filled} chỉ điền chỗ trống, {modified} sửa, {moved} chuyển, {added} thêm, "
        "{removed} bỏ; chỗ trống: {blanks_filled} đã điền, {blanks_open} còn lại; "
        "nhiệm vụ: {dropped} bỏ, {new} mới, {changed} thay đổi",
        "{source}: {identical} identical, {filled} only filled, {modified} modified, {moved} moved, {added} added, "
        "{removed} removed; blanks: {blanks_filled} filled, {blanks_open} open; "
        "duties: {dropped} dropped, {new} new, {changed} changed",
    ),
    "not_converted": Words(
        "{path} không phải thư mục kết quả có bảng CSV hoặc SQLite; hãy chạy dieukhoan convert với csv hoặc sqlite",
        "{path} is no folder of results with CSV tables or a database; run dieukhoan convert with csv or sqlite first",
    ),
    "passed": Words("{source}: không theo mẫu này, đã bỏ qua", "{source}: not made from this template, passed over"),
    "damaged_results": Words(
        "Không đọc được bảng {table} trong {path}; hãy chạy lại dieukhoan convert với --fresh",
        "The table {table} in {path} cannot be read; run dieukhoan convert again with --fresh",
    ),
    "no_variants": Words(
        "Hãy cho biết văn bản cần so: VARIANT... hoặc --in OUT", "Name what to compare: VARIANT... or --in OUT"
    ),
    "no_out": Words("Hãy cho biết thư mục kết quả: -o OUT", "Name a folder to write to: -o OUT"),
    "no_templates": Words(
        "Không thấy văn bản mẫu nào; hãy chỉ rõ bằng --template",
        "There is no template among these; name it with --template",
    ),
    "proposed": Words(
        "{source}: theo mẫu {template} (giống {similarity:.0%})", "{source}: from {template} ({similarity:.0%} alike)"
    ),
    "no_fit": Words(
        "{source}: không mẫu nào phù hợp (giống nhất: {template}, {similarity:.0%})",
        "{source}: no template fits (most alike: {template}, {similarity:.0%})",
    ),
    "one_template": Words(
        "Mẫu phải là một tệp, không phải {path}; có nhiều mẫu thì hỏi --propose trước",
        "The template must be one file, not {path}; where there are several ask --propose first",
    ),
    "propose": Words(
        "Chỉ so được với một mẫu; có nhiều mẫu thì hỏi --propose trước: văn bản nào theo mẫu nào",
        "Only one template can be compared with; where there are several ask --propose first which is whose",
    ),
    "no_rule": Words("Không luật nào nhận ra đoạn này", "No rule fires on this text"),
}  # fmt: skip


def say(key: str, lang: str, **values: object) -> str:
    """The message ``key`` in ``lang`` with ``values`` filled in."""
    return _SAID[key].of(lang).format(**values)
