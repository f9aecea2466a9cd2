"""Plain text: encodings, furniture, and which lines are joined."""

from __future__ import annotations

from pathlib import Path

import pytest

from dieukhoan.core.errors import UnreadableFile
from dieukhoan.core.records import Source
from dieukhoan.readers import read


def source(tmp_path: Path, text: str | bytes) -> Source:
    path = tmp_path / "vanban.txt"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read(path)


def lines(found: Source) -> list[str]:
    return [found.text[line.start : line.end] for line in found.lines]


def shown(found: Source) -> list[str]:
    return [line for line in lines(found) if line.strip()]


def codes(found: Source) -> list[str]:
    return [note.code for note in found.diagnostics]


TEXT = "Điều 1. Phối hợp\nHai bên thống nhất."


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + TEXT.encode(), "utf-8"),
        (b"\xff\xfe" + TEXT.encode("utf-16-le"), "utf-16"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16"),
        (TEXT.encode("utf-16-le"), "utf-16"),
        (TEXT.encode("utf-16-be"), "utf-16"),
    ],
)
def test_unicode_in_any_form_gives_the_same_text(tmp_path: Path, data: bytes, encoding: str) -> None:
    found = source(tmp_path, data)
    assert found.text == TEXT
    assert (found.encoding, found.format, found.pages) == (encoding, "txt", 0)


def test_decomposed_letters_are_composed(tmp_path: Path) -> None:
    assert source(tmp_path, "Đie\u0302\u0300u 1").text == "Điều 1"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x0b", "\u2028", "\x85"])
def test_every_line_end_is_one(tmp_path: Path, end: str) -> None:
    assert source(tmp_path, f"Điều 1.{end}Điều 2.").text == "Điều 1.\nĐiều 2."


def test_invisible_characters_go_and_are_reported(tmp_path: Path) -> None:
    found = source(tmp_path, "Điều 1.\x00 Ph\u200bối\xad hợp\n")
    assert found.text == "Điều 1. Phối hợp\n"
    assert codes(found) == ["control_characters"]
    assert found.diagnostics[0].message.startswith("3 ")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        ("Điều 1".encode("cp1258", "replace") + b"\xf0\xe7", "encoding"),
        (TEXT.encode()[:1], "encoding"),
        (TEXT.encode("utf-16-le")[:-1], "encoding"),
        (b"\xff\xfe\x00\x00" + TEXT.encode("utf-32-le"), "encoding"),
        (bytes(range(1, 32)) * 40, "binary"),
        (bytes([0, 0x4E, 0x12, 0x9A]) * 200, "encoding"),
        (b"%PDF-1.4 ...", "broken"),
        (b"PK\x03\x04....", "wrong_content"),
        (b"{\\rtf1 }", "empty"),
        (b"\n <HTML><body>", "empty"),
    ],
)
def test_what_is_no_unicode_text_is_refused(tmp_path: Path, data: bytes, code: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        source(tmp_path, data)
    assert refused.value.code == code
    assert refused.value.remedy


def test_lines_cover_the_text_exactly(tmp_path: Path) -> None:
    found = source(tmp_path, "\n  Điều 1. A\n\nĐiều 2. B  \n")
    assert "\n".join(lines(found)) == found.text == "\n  Điều 1. A\n\nĐiều 2. B  \n"


def test_indent_counts_columns_and_tabs(tmp_path: Path) -> None:
    found = source(tmp_path, "Điều 1.\n   a) x\n\tb) y\n  \tc) z")
    assert [line.indent for line in found.lines] == [0, 18, 48, 48]


def test_centred_lines_are_seen(tmp_path: Path) -> None:
    found = source(tmp_path, f"{'QUY CHẾ':^70}\n" + "Điều 1. ".ljust(70, "x") + "\n" + " " * 40 + "Hà Nội, ngày 5")
    assert [line.centred for line in found.lines] == [True, False, False]


WRAPPED = """\
QUY CHẾ
Phối hợp trong quản lý nhà văn hóa, thư viện và các thiết chế khác ở
cơ sở trên địa bàn tỉnh
Căn cứ Luật Tổ chức chính quyền địa phương và các văn bản hướng dẫn
thi hành luật này của Chính phủ và của các bộ, cơ quan ngang bộ;
Căn cứ Quyết định phân công nhiệm vụ.
Điều 1. Nguyên tắc
1. Việc phối hợp giữa hai cơ quan phải được tiến hành thường xuyên,
kịp thời, đúng chức năng và theo quy định tại khoản 4 của Quy chế do
Ủy ban nhân dân tỉnh ban hành, có hiệu lực kể từ ngày 5 tháng 7 năm
2024 cho đến khi được thay thế bằng văn bản khác theo quy định, trừ
Điều 5 Luật Công đoàn và các điều khoản dẫn chiếu của luật ấy trong
các trường hợp khẩn cấp; mức chi cho mỗi cuộc họp không được thấp hơn
1.490.000 đồng.
2. Hai bên báo cáo trước ngày
30. 6. 2024.
a) Sở Lao động
b) Sở Tài chính
Nơi nhận:
- Ủy ban nhân dân các huyện, thị xã, thành phố trực thuộc tỉnh và các
sở, ngành;
"""


def test_hard_wrapped_text_becomes_paragraphs(tmp_path: Path) -> None:
    found = shown(source(tmp_path, WRAPPED))
    assert found[:3] == WRAPPED.split("\n")[:3], "title lines stay apart"
    assert found[3].endswith("hướng dẫn thi hành luật này của Chính phủ và của các bộ, cơ quan ngang bộ;")
    assert found[4:6] == ["Căn cứ Quyết định phân công nhiệm vụ.", "Điều 1. Nguyên tắc"]
    assert found[6].startswith("1. Việc phối hợp")
    assert found[6].endswith("thấp hơn 1.490.000 đồng.")
    assert "quy định, trừ Điều 5 Luật Công đoàn" in found[6]
    assert found[9:11] == ["a) Sở Lao động", "b) Sở Tài chính"]
    assert found[-2:] == WRAPPED.split("\n")[-3:-1], "nơi nhận stays line by line"


FILLER = "- Hai bên tổ chức hội nghị và các hoạt động khác theo kế hoạch đã thống nhất giữa hai cơ quan.\n"


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("1. Kinh phí bảo đảm cho mỗi chi đoàn trong cả năm học không thấp hơn", "1.200.000 đồng/năm, chi từ quỹ."),
        ("1. Các trường tuyên truyền cho học sinh trong toàn tỉnh nội dung", "Điều 12 của Luật Trẻ em và các văn bản."),
        ("1. Hai bên chịu trách nhiệm thực hiện đầy đủ quy định tại", "khoản 2 Điều 7 Quy chế này."),
        ("1. Hội đồng gồm đại diện của các phòng chuyên môn thuộc Sở,", "đại diện các trường trung học phổ thông."),
        ("1. Các đơn vị thực hiện việc khen thưởng hằng năm theo Quyết định số", "12/2020/QĐ-UBND của tỉnh."),
        ("1. Hai bên định kỳ trao đổi thông tin về tình hình hoạt động của", "Ủy ban nhân dân cấp xã."),
    ],
)
def test_a_stray_wrapped_line_is_mended(tmp_path: Path, above: str, below: str) -> None:
    assert f"{above} {below}" in lines(source(tmp_path, FILLER * 4 + f"{above}\n{below}\n" + FILLER * 4))


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (
            "Điều 7. Chính sách đối với người có uy tín ở vùng đồng bào dân tộc thiểu số",
            "Người có uy tín được tập huấn.",
        ),
        ("Kỹ năng phòng chống cháy nổ và xử lý các sự cố trên đường giao thông", "giờ học"),
        ("Luật áp dụng là luật của nước nơi Bên Bán có cơ sở kinh doanh chính, hoặc", "Luật của nước thứ ba."),
        ("Giá trị còn lại của tài sản = Nguyên giá tài sản - Hao mòn lũy kế", "của tài sản cố định trên sổ kế toán."),
        ("1. Nội dung phối hợp giữa hai cơ quan trong công tác tuyên truyền", "a) Tổ chức hội nghị;"),
        ("1. Hai bên thống nhất tổ chức các hoạt động chung trong năm học này.", "các đơn vị khác tham gia khi cần."),
        ("Địa chỉ", ":"),
        ("TRÁCH NHIỆM CỦA CÁC CƠ QUAN TRONG VIỆC THỰC HIỆN CHƯƠNG TRÌNH PHỐI HỢP", "của hai bên trong cả năm học."),
        ("Họ và tên người đại diện theo pháp luật của bên được cấp phép\tChức vụ", "của người ấy\tghi rõ chức danh."),
    ],
)
def test_lines_of_their_own_stay_apart(tmp_path: Path, above: str, below: str) -> None:
    found = lines(source(tmp_path, FILLER * 4 + f"{above}\n{below}\n" + FILLER * 4))
    assert above in found
    assert below in found


def test_a_number_cut_at_its_hyphen_is_mended_without_a_space(tmp_path: Path) -> None:
    text = WRAPPED.replace("hướng dẫn\n", "theo 12/QĐ-\nUBND và hướng dẫn ")
    assert "12/QĐ-UBND và" in source(tmp_path, text).text


def page(number: int) -> str:
    return f"{number}. " + "Hai bên thường xuyên trao đổi thông tin, tài liệu và kinh nghiệm công tác với nhau. " * 14


def test_page_numbers_between_pages_go(tmp_path: Path) -> None:
    text = "\n".join(f"{page(n)}và phối hợp với các\n{n}\nđơn vị trực thuộc của hai bên." for n in range(1, 5))
    found = source(tmp_path, text)
    assert codes(found) == ["page_furniture"]
    assert len(found.lines) == 4
    assert "với các đơn vị trực thuộc" in found.text


def test_dressed_page_numbers_go(tmp_path: Path) -> None:
    found = source(tmp_path, "\n".join(f"{page(n)}\n- {n} -" for n in range(1, 4)))
    assert [line[:2] for line in shown(found)] == ["1.", "2.", "3."]


def test_numbers_of_table_rows_stay(tmp_path: Path) -> None:
    text = "\n".join(f"{n}\nTổ chức hội nghị lần thứ {n}\nSở Tư pháp" for n in range(1, 12))
    assert source(tmp_path, text).text == text


def test_form_feeds_are_pages(tmp_path: Path) -> None:
    sheets = [f"Quy chế phối hợp - bản {n}\n{page(n)}và các\n\n{n}" for n in range(1, 5)]
    found = source(tmp_path, "\f".join(sheets))
    assert found.pages == 4
    assert [line.page for line in found.lines if "trao đổi" in found.text[line.start : line.end]] == [1, 2, 3, 4]
    assert "Quy chế phối hợp - bản" not in found.text
    assert shown(found) == [f"{page(n)}và các" for n in range(1, 5)]
    assert "4 times 'Quy chế phối hợp - bản #'" in found.diagnostics[0].message


def test_a_paragraph_is_followed_over_the_page_break(tmp_path: Path) -> None:
    cut = WRAPPED.replace("năm\n2024", "năm\n\n\f\n2\n\n2024")
    assert "tháng 7 năm 2024 cho đến khi" in source(tmp_path, cut).text


def test_hostile_text_takes_linear_time(tmp_path: Path) -> None:
    rows = ["1/" * 100_000, "(" * 10_000, "điểm a, " * 20_000, *(["và các " * 8] * 20_000), *([""] * 20_000)]
    assert len(source(tmp_path, "\n".join(rows)).text) > 1_000_000


LONG = "\n".join(f"Điều {count}. Hai bên thống nhất tổ chức hội nghị tổng kết vào cuối năm." for count in range(1, 9))


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_damaged_byte_costs_one_character_and_is_reported(tmp_path: Path, mark: bytes) -> None:
    data = mark + LONG.encode()
    at = data.index("Điều 5".encode()) + 3  # the second byte of "i" is none, that of "ề" is
    damaged = data[:at] + b"\xff" + data[at:]
    found = source(tmp_path, damaged)
    assert found.text == LONG.replace("Điều 5", "Đi\ufffdều 5")
    assert codes(found) == ["bad_bytes"]
    (doubt,) = found.diagnostics
    assert doubt.severity == "warning"
    assert f"1 characters could not be read, for their bytes are no UTF-8, the first at byte {at};" in doubt.message
    assert f"ở byte {at}" in doubt.vietnamese


def test_a_text_cut_within_a_letter_is_read(tmp_path: Path) -> None:
    found = source(tmp_path, f"{LONG} Đi".encode() + "ề".encode()[:2])
    assert found.text == f"{LONG} Đi\ufffd"
    assert codes(found) == ["bad_bytes"]


@pytest.mark.parametrize(
    "data",
    [
        LONG.encode().replace(b" ", b"\xff"),  # too many
        b"The parties agree on their tasks. \xff\xfe\xff" * 9,  # nothing says that this is UTF-8
    ],
)
def test_a_text_that_is_no_utf_8_is_refused(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(UnreadableFile) as refused:
        source(tmp_path, data)
    assert refused.value.code == "encoding"
