"""Template down, variants across: units, what was put in between, blanks; and the first page."""

from __future__ import annotations

import re

from compare.test_compare import FILLED, TEMPLATE
from dieukhoan.compare import compare_pair
from dieukhoan.compare.index import index
from dieukhoan.compare.matrix import added_units, blanks_rows, blanks_table, matrix_rows, matrix_table
from dieukhoan.compare.overview import Variant
from dieukhoan.compare.page import page
from dieukhoan.compare.resemble import prints
from dieukhoan.compare.rows import rows
from dieukhoan.rulebook import load
from dieukhoan.tables.compared import ALIGNMENTS, BLANK_FILLS, OBLIGATION_CHANGES
from dieukhoan.tables.outline import UNITS

CLAUSE = "3. Sở Tài chính tỉnh hướng dẫn chế độ kế toán cho các hội cơ sở.\n"


def variants(document, texts: list[str]) -> list[Variant]:
    book, found = load(), []
    for text in texts:
        pair = compare_pair(document(TEMPLATE), document(text), book)
        made = rows(pair)
        three = [list(table.dicts(made[table.name])) for table in (ALIGNMENTS, BLANK_FILLS, OBLIGATION_CHANGES)]
        known = {"document_id": pair.variant.document_id, "province": pair.variant.header.province, "source": "<a>.txt"}
        units = list(UNITS.dicts(UNITS.rows(pair.variant)))
        found.append(Variant(known, *three, prints(pair.variant, book), added_units(three[0], units, "vi")))
    return found


def test_the_matrix_has_a_row_for_every_unit_and_a_column_for_every_variant(document) -> None:
    made = variants(document, [FILLED, FILLED.replace(CLAUSE, "")])
    table, found = matrix_table(made, "vi"), list(matrix_rows(document(TEMPLATE), made, "vi"))
    assert len(found) == len(document(TEMPLATE).units)
    assert all(len(row) == len(table.columns) for row in found)
    (line,) = (row for row in found if row[0] == "Chương II, Điều 3, khoản 3")
    assert line[3:] == ("Giữ nguyên 100%", "Bỏ")


PUT_IN = "4. Hội Khuyến học tỉnh Lào Cai mở tủ sách tại trường học vùng cao.\n"


def test_units_put_in_stand_beneath_what_they_follow_with_their_text(document) -> None:
    own = FILLED.replace("Hà Giang", "Lào Cai").replace(CLAUSE, CLAUSE + PUT_IN)
    same = FILLED.replace(CLAUSE, CLAUSE + PUT_IN.replace("Lào Cai", "Hà Giang"))
    more = FILLED.replace(CLAUSE, CLAUSE + PUT_IN.replace("tủ sách", "lớp học"))
    found = list(matrix_rows(document(TEMPLATE), variants(document, [own, FILLED, same, more]), "vi"))
    at = next(at for at, row in enumerate(found) if row[0] == "Chương II, Điều 3, khoản 3")
    place = "Thêm sau Chương II, Điều 3, khoản 3"
    told = "Thêm: Chương II, Điều 3, khoản 4"
    assert [row[:1] + row[2:] for row in found[at + 1 : at + 3]] == [
        (place, None, told, None, told, None),  # the same but for the name of the province
        (place, None, None, None, None, told),
    ]
    assert "mở tủ sách" in found[at + 1][1]
    assert "mở lớp học" in found[at + 2][1]
    assert len(found) == len(document(TEMPLATE).units) + 2


def test_what_every_variant_wrote_into_each_blank_stands_in_one_row(document) -> None:
    made = variants(document, [FILLED, FILLED.replace("giao Phòng Tài chính hành chính sự nghiệp", "giao …………")])
    table, found = blanks_table(made, "vi"), list(blanks_rows(document(TEMPLATE), made, "vi"))
    assert [row[0] for row in found] == list(range(1, TEMPLATE.count("…………") + 1))
    assert all(len(row) == len(table.columns) for row in found)
    last = next(row for row in found if row[1] == "Chương II, Điều 3, khoản 2")
    assert last[2] == "2. Sở Tài chính tỉnh giao […………] làm đầu mối theo dõi quỹ."
    assert last[5:] == ("Phòng Tài chính hành chính sự nghiệp", "(còn trống)")


def test_blanks_of_a_unit_that_was_left_out_are_said_to_be_gone(document) -> None:
    clause = next(line for line in FILLED.split("\n") if "làm đầu mối" in line)
    (row,) = (
        row
        for row in blanks_rows(document(TEMPLATE), variants(document, [FILLED.replace(f"{clause}\n", "")]), "vi")
        if row[1] == "Chương II, Điều 3, khoản 2"
    )
    assert row[-1] == "(bỏ cả đơn vị)"


def test_cells_of_the_matrix_lead_to_units_and_rows_can_be_filtered(document, read) -> None:
    texts = [FILLED, FILLED.replace(CLAUSE, "")]
    listed = index(document(TEMPLATE), variants(document, texts), [])
    for text in texts:
        name = document(text).document_id
        anchors = set(re.findall(rf'href="{name}.html#([^"]+)"', listed))
        assert len(anchors) == len(document(TEMPLATE).units)
        assert anchors <= set(re.findall(r' id="([^"]+)"', page(read(TEMPLATE, text))))
    (row,) = re.findall(r"<tr class=\"([^\"]*)\"><th scope=\"row\">Chương II, Điều 3, khoản 3", listed)
    assert "with-removed" in row
    assert "quiet" not in row
    assert all(f"#f-{name}:checked" in listed for name in re.findall(r'id="f-(?!all)([^"]+)"', listed))


def test_a_unit_that_was_put_in_leads_to_where_it_stands_in_the_variant(document, read) -> None:
    text = FILLED.replace(CLAUSE, CLAUSE + PUT_IN)
    listed = index(document(TEMPLATE), variants(document, [text]), [])
    (anchor,) = set(re.findall(r'href="[^"#]+#(v-[^"]+)"', listed))
    assert f' id="{anchor}"' in page(read(TEMPLATE, text))
    assert "mở tủ sách" in listed
