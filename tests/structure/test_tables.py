"""A task table gives a clause for each numbered row; its head cells are no unit."""

from __future__ import annotations

HEAD = ("STT", "Nội dung", "Đơn vị chủ trì", "Thời gian")
ROWS = (("1", "Tổ chức hội nghị", "Sở A", "Quý I"), ("2", "Tập huấn cán bộ", "Sở B", "Quý II"))


def _cells(table):
    text = "\n".join(cell for row in table for cell in row)
    places = [(0, line, column) for line, row in enumerate(table) for column in range(len(row))]
    return text, dict(zip((cell for row in table for cell in row), ({"cell": place} for place in places), strict=True))


def test_a_table_with_cells(outlined):
    text, hints = _cells((HEAD, *ROWS))
    done = outlined(f"I. NHIỆM VỤ\nCác đơn vị thực hiện:\n{text}\nII. KINH PHÍ\nTheo quy định.", hints=hints)
    assert done.paths == ["sec_I", "sec_I/para_1", "sec_I/cl_1", "sec_I/cl_2", "sec_II", "sec_II/para_1"]
    assert (done["sec_I/cl_2"].number, done["sec_I/cl_2"].text) == ("2", "Tập huấn cán bộ\nSở B\nQuý II")
    assert done.zone("note") == ["\n".join(HEAD)]


def test_any_other_table_gives_a_paragraph_for_each_row(outlined):
    text, hints = _cells((("Hạng mục", "Giá"), ("Mặt bằng", "100"), ("Cột", "200")))
    done = outlined(f"1. Giá thuê:\n{text}\n2. Thời hạn.", hints=hints)
    assert done.paths == ["cl_1", "cl_1/para_1", "cl_1/para_2", "cl_1/para_3", "cl_2"]
    assert done["cl_1/para_2"].text == "Mặt bằng\n100"


def test_a_table_flattened_to_lines(outlined):
    text = "\n".join(cell for row in (HEAD, *ROWS) for cell in row)
    done = outlined(f"I. NHIỆM VỤ\n{text}\nII. KINH PHÍ\nTheo quy định.")
    assert done.paths == ["sec_I", "sec_I/cl_1", "sec_I/cl_2", "sec_II", "sec_II/para_1"]
    assert done["sec_I/cl_1"].text == "Tổ chức hội nghị\nSở A\nQuý I"


def test_groups_in_a_flattened_table(outlined):
    text = "\n".join([*HEAD, "I", "TUYÊN TRUYỀN", *ROWS[0], "II", "TẬP HUẤN", *ROWS[1]])
    done = outlined(f"PHỤ LỤC\nPHÂN CÔNG NHIỆM VỤ\n{text}", title="KẾ HOẠCH\nnăm 2024\n\n1. Thực hiện.\n")
    assert done.paths == [
        "cl_1",
        "appendix_1",
        "appendix_1/sec_I",
        "appendix_1/sec_I/cl_1",
        "appendix_1/sec_II",
        "appendix_1/sec_II/cl_2",
    ]


def test_an_amount_is_no_row_number(outlined):
    text = "\n".join(
        ["STT", "Tên", "Cấp 1", "Cấp 2", "1", "Vở", "30", "40", "2", "Bút", "3", "5", "3", "Tẩy", "1", "1"]
    )
    done = outlined(f"I. HỌC PHẨM\n{text}")
    assert done.paths == ["sec_I", "sec_I/cl_1", "sec_I/cl_2", "sec_I/cl_3"]


def test_rows_on_one_line_with_tabs_or_bars(outlined):
    tabs = "\n".join("\t".join(row) for row in (HEAD, *ROWS))
    bars = "\n".join("| " + " | ".join(row) + " |" for row in (HEAD, ("---",) * 4, *ROWS))
    for table in (tabs, bars):
        done = outlined(f"I. NHIỆM VỤ\n{table}\nII. KINH PHÍ\nTheo quy định.")
        assert done.paths == ["sec_I", "sec_I/cl_1", "sec_I/cl_2", "sec_II", "sec_II/para_1"]
        assert done["sec_I/cl_1"].text.startswith("Tổ chức hội nghị")
        assert len(done.zone("note")) == 1


def test_an_outer_list_goes_on_behind_a_table(outlined):
    text = "\n".join(cell for row in (HEAD, *ROWS) for cell in row)
    done = outlined(f"1. Nhiệm vụ:\n{text}\n2. Kinh phí.\n3. Thời hạn.")
    assert done.paths == ["cl_1", "cl_1/cl_1", "cl_1/cl_2", "cl_2", "cl_3"]
    assert done.codes == []


def test_a_table_that_goes_on_without_its_head(outlined):
    text, hints = _cells((HEAD, *ROWS))
    more = ("3", "Kiểm tra liên ngành", "Sở C", "Quý III")
    hints |= {cell: {"cell": (1, 0, column)} for column, cell in enumerate(more)}
    rest = "và các đơn vị liên quan"
    hints[rest] = {"cell": (1, 1, 1)}
    done = outlined("I. NHIỆM VỤ\n" + "\n".join([text, *more, rest]), hints=hints)
    assert done.paths == ["sec_I", "sec_I/cl_1", "sec_I/cl_2", "sec_I/cl_3"]
    assert done["sec_I/cl_3"].text.endswith(rest)
