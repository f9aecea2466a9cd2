"""An invented agreement as a .docx, its numbers typed or automatic."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.table import Table
from docx.text.paragraph import Paragraph

LETTERHEAD = (
    "HỘI CẦU LÔNG TỈNH AN BÌNH\nLIÊN ĐOÀN LAO ĐỘNG TỈNH AN BÌNH\nSố: 12/CTPH-HCL-LĐLĐ",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nAn Bình, ngày 15 tháng 3 năm 2024",
)
TITLE = ("CHƯƠNG TRÌNH PHỐI HỢP", "Tổ chức hoạt động thể thao trong công nhân, giai đoạn 2024 - 2028")
BASIS = (
    "Căn cứ Luật Thể dục, thể thao ngày 29 tháng 11 năm 2006;",
    "Căn cứ Điều lệ Công đoàn Việt Nam;",
    "Hội Cầu lông tỉnh An Bình và Liên đoàn Lao động tỉnh An Bình thống nhất ký kết Chương trình phối hợp "
    "với các nội dung sau:",
)
#: level (0 chương, 1 điều, 2 khoản, 3 điểm, None no number), text without its number
BODY: tuple[tuple[int | None, str], ...] = (
    (0, "QUY ĐỊNH CHUNG"),
    (1, "Mục đích"),
    (2, "Nâng cao sức khỏe của đoàn viên, người lao động trên địa bàn tỉnh."),
    (2, "Phát huy trách nhiệm của hai cơ quan trong việc chăm lo đời sống tinh thần của công nhân."),
    (1, "Nguyên tắc phối hợp"),
    (2, "Việc phối hợp phải bảo đảm đúng chức năng, nhiệm vụ của mỗi bên."),
    (0, "NỘI DUNG PHỐI HỢP"),
    (1, "Trách nhiệm của Hội Cầu lông tỉnh"),
    (
        2,
        "Chủ trì, phối hợp với Liên đoàn Lao động tỉnh tổ chức giải cầu lông công nhân trước ngày 30 tháng 9 hằng năm.",
    ),
    (2, "Cử huấn luyện viên hướng dẫn phong trào tại cơ sở:"),
    (3, "Mở ít nhất hai lớp tập huấn mỗi năm cho công đoàn cơ sở;"),
    (3, "Cung cấp tài liệu hướng dẫn cho các câu lạc bộ trong thời hạn 30 ngày kể từ ngày nhận được đề nghị."),
    (1, "Trách nhiệm của Liên đoàn Lao động tỉnh"),
    (2, "Chỉ đạo công đoàn các cấp vận động đoàn viên tham gia câu lạc bộ."),
    (2, "Báo cáo kết quả với Hội Cầu lông tỉnh trước ngày 15 tháng 12 hằng năm."),
    (0, "TỔ CHỨC THỰC HIỆN"),
    (1, "Điều khoản thi hành"),
    (2, "Định kỳ 6 tháng, hai cơ quan họp đánh giá kết quả thực hiện Chương trình."),
    (2, "Chương trình này có hiệu lực kể từ ngày ký."),
)
TASKS = (
    ("STT", "Nội dung", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian"),
    (
        "1",
        "Tổ chức giải cầu lông gia đình công nhân",
        "Hội Cầu lông tỉnh",
        "Liên đoàn Lao động tỉnh",
        "Tháng 6 hằng năm",
    ),
    (
        "2",
        "Khảo sát sân tập tại các khu công nghiệp",
        "Liên đoàn Lao động tỉnh",
        "Hội Cầu lông tỉnh",
        "Trước 30/11/2024",
    ),
)
CLOSING = (
    "Nơi nhận:\n- Ủy ban nhân dân tỉnh (để b/c);\n- Lưu: VT.",
    "TM. BAN CHẤP HÀNH HỘI\nCHỦ TỊCH\n\n\nNguyễn Văn Cầu",
    "TM. BAN THƯỜNG VỤ LĐLĐ TỈNH\nPHÓ CHỦ TỊCH\n\n\nTrần Thị Lông",
)
_LISTS = {
    90: (("Chương %1", "upperRoman"),),
    91: (("Điều %1.", "decimal"), ("%2.", "decimal"), ("%3)", "lowerLetter")),
}
_NAMED = nsdecls("w")
_ROMAN = ("", "I", "II", "III")


def save(path: Path, *, automatic: bool, tasks: bool = False) -> Path:
    """Write the agreement; ``automatic`` leaves its numbers to Word's lists, ``tasks`` adds a table of tasks."""
    made = docx.Document()
    _table(made, LETTERHEAD, centred=True)
    for text in TITLE:
        _centred(made.add_paragraph(), text)
    for text in BASIS:
        made.add_paragraph(text)
    if automatic:
        _define(made)
    counts = [0, 0, 0, 0]
    for level, text in BODY:
        if level is None:
            made.add_paragraph(text)
            continue
        label = _counted(counts, level)
        paragraph = made.add_paragraph()
        paragraph.add_run(text if automatic else f"{label} {text}").bold = level < 2
        if level == 0:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        if automatic:
            _number(paragraph, level)
    if tasks:
        made.add_paragraph("Phân công nhiệm vụ cụ thể như sau:")
        _table(made, *TASKS, centred=False).style = "Table Grid"
        made.add_paragraph()  # or the two tables become one
    _table(made, CLOSING, centred=False)
    made.save(str(path))
    return path


def _counted(counts: list[int], level: int) -> str:
    """The next number on this level. Articles count through all chapters."""
    counts[level] += 1
    for below in range(level + 1, 4):
        counts[below] = counts[below] if below == 1 else 0
    return (f"Chương {_ROMAN[counts[0]]}", f"Điều {counts[1]}.", f"{counts[2]}.", f"{chr(96 + counts[3])})")[level]


def _table(made: Document, *rows: tuple[str, ...], centred: bool) -> Table:
    table = made.add_table(rows=len(rows), cols=len(rows[0]))
    cells = [cell for row in table.rows for cell in row.cells]
    for cell, text in zip(cells, chain(*rows), strict=True):
        for place, line in enumerate(text.split("\n")):
            paragraph = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
            paragraph.add_run(line)
            if centred:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return table


def _centred(paragraph: Paragraph, text: str) -> None:
    paragraph.add_run(text).bold = True
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _define(made: Document) -> None:
    """Two lists, so that articles go on through the chapters."""
    root = made.part.numbering_part.element
    for key, levels in _LISTS.items():
        written = "".join(
            f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{style}"/><w:suff w:val="space"/>'
            f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
            for index, (text, style) in enumerate(levels)
        )
        kind = '<w:multiLevelType w:val="multilevel"/>'
        root.insert(0, parse_xml(f'<w:abstractNum {_NAMED} w:abstractNumId="{key}">{kind}{written}</w:abstractNum>'))
        root.append(parse_xml(f'<w:num {_NAMED} w:numId="{key}"><w:abstractNumId w:val="{key}"/></w:num>'))


def _number(paragraph: Paragraph, level: int) -> None:
    properties = paragraph._p.get_or_add_pPr()
    key, index = (90, 0) if level == 0 else (91, level - 1)
    properties.insert(0, parse_xml(f'<w:numPr {_NAMED}><w:ilvl w:val="{index}"/><w:numId w:val="{key}"/></w:numPr>'))
