"""Made pairs in the look of several kinds of documents: their titles, recitals, parties, numbering and last lines; and
variants that are written otherwise where they say the same (tone marks, short forms, marks and spaces)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from compare.made_pairs import Made, made_pair
from compare.made_words import OURS, THEIRS

Writing = Callable[[str], str]
_NEW_MARKS = (("òa", "oà"), ("óa", "oá"), ("ỏe", "oẻ"), ("òe", "oè"), ("ủy", "uỷ"), ("úy", "uý"), ("ỏa", "oả"))


def _plain(text: str) -> str:
    return text


def _marked(text: str) -> str:
    for old, new in _NEW_MARKS:
        text = text.replace(old, new)
    return text


def _typed(text: str) -> str:
    """As somebody types who pastes from elsewhere: other dashes, spaces and spellings of one word."""
    return text.replace("hằng năm", "hàng năm").replace(", ", " ,  ").replace("- ", "– ")


def _short(text: str) -> str:
    for long, short in (
        ("Liên đoàn Lao động", "LĐLĐ"), ("Bảo hiểm xã hội", "BHXH"), ("Hội Liên hiệp Phụ nữ", "Hội LHPN"),
        ("Hội Nông dân", "HND"), ("Ủy ban nhân dân", "UBND"), ("Mặt trận Tổ quốc", "MTTQ"),
    ):  # fmt: skip
        text = text.replace(long, short)
    return text


def _all(text: str) -> str:
    return _short(_typed(_marked(text)))


@dataclass(frozen=True)
class Form:
    """A kind of document: what stands before the units, the parties, the numbering here and there, the last lines, and
    how the variant is written. Of ``extra`` lines of the head those that begin with "(" define short forms."""

    head: tuple[str, ...]
    ours: str
    theirs: str
    style: str
    other: str
    closing: tuple[str, ...]
    written: Writing = _plain


FORMS = {
    "thoa_thuan": Form(
        ("THỎA THUẬN HỢP TÁC", "giữa Hội Nông dân tỉnh và Sở Công Thương", "về tiêu thụ nông sản giai đoạn 2024 - 2028",
         "Căn cứ Luật Hợp tác xã ngày 20 tháng 6 năm 2023;", "Căn cứ nhu cầu của hai bên;",
         "Hôm nay, Hội Nông dân tỉnh (gọi tắt là HND) và Sở Công Thương thống nhất các nội dung sau:"),
        "Hội Nông dân tỉnh", "Sở Công Thương", "articles", "articles",
        ("ĐẠI DIỆN HỘI NÔNG DÂN TỈNH", "CHỦ TỊCH", "Lò Thị Mai"), _short,
    ),
    "quy_che": Form(
        ("QUY CHẾ PHỐI HỢP", "giữa Liên đoàn Lao động tỉnh và Sở Tư pháp", "trong phổ biến pháp luật lao động"),
        "Liên đoàn Lao động tỉnh", "Sở Tư pháp", "roman", "roman",
        ("TM. BAN THƯỜNG VỤ", "CHỦ TỊCH", "Vừ A Dính"), _all,
    ),
    "ke_hoach": Form(
        ("KẾ HOẠCH PHỐI HỢP", "giữa Hội Liên hiệp Phụ nữ tỉnh và Bảo hiểm xã hội tỉnh", "phát triển người tham gia",
         "Thực hiện Nghị quyết số 28-NQ/TW ngày 23/5/2018, hai bên ban hành kế hoạch như sau:"),
        "Hội Liên hiệp Phụ nữ tỉnh", "Bảo hiểm xã hội tỉnh", "letters", "roman",
        ("Nơi nhận:", "- Như trên;", "- Lưu: VT."), _all,
    ),
    "chuong_trinh": Form(
        ("CHƯƠNG TRÌNH PHỐI HỢP", "giữa Ủy ban nhân dân tỉnh và Ủy ban Mặt trận Tổ quốc tỉnh", "giai đoạn 2024 - 2029"),
        "Ủy ban Mặt trận Tổ quốc tỉnh", "Ủy ban nhân dân tỉnh", "dashes", "dashes",
        ("TM. ỦY BAN", "CHỦ TỊCH", "Hồ Văn Sáng"), _all,
    ),
    "hai_cap": Form(
        ("QUY CHẾ PHỐI HỢP", "giữa Tỉnh đoàn và Sở Văn hóa, Thể thao và Du lịch"),
        "Tỉnh đoàn", "Sở Văn hóa, Thể thao và Du lịch", "flat", "articles",
        ("BÍ THƯ", "Đinh Công Sơn"), _typed,
    ),
}  # fmt: skip


def made_form(seed: int, name: str, edits: int = 14) -> Made:
    """A template and a variant of the form ``name`` with the truth, the same for one ``seed``."""
    form = FORMS[name]
    made = made_pair(seed, form.style, form.other, edits)

    def ours(text: str) -> str:
        return text.replace(OURS, form.ours).replace(THEIRS, form.theirs)

    def theirs(text: str) -> str:
        return form.written(ours(text))

    template, template_at = _dressed(made.template, made.template_at, form, ours)
    variant, variant_at = _dressed(made.variant, made.variant_at, form, theirs)
    changes = [(one and ours(one), other and theirs(other), change) for one, other, change in made.changes]
    fills = [theirs(value) for value in made.fills]
    return Made(template, variant, template_at, variant_at, made.pairs, changes, fills)


def _dressed(text: str, at: dict[int, int], form: Form, write: Writing) -> tuple[str, dict[int, int]]:
    """``text`` in the look of ``form``, and where each node begins now (each begins a line)."""
    keys = {offset: key for key, offset in at.items()}
    lines, found, offset = list(form.head), {}, 0
    for number, line in enumerate(text.rstrip("\n").split("\n")):
        if number >= 2:  # the two lines of the title
            if offset in keys:
                found[keys[offset]] = sum(len(one) + 1 for one in lines)
            lines.append(write(line))
        offset += len(line) + 1
    return "\n".join([*lines, "", *form.closing]) + "\n", found
