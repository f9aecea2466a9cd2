"""What stands around a cited instrument: the provision before it, issuer and title behind it."""

from __future__ import annotations

import re

from dieukhoan.core.text import lower
from dieukhoan.extract.deadlines.figures import moment

_REACH = 160
_PART = re.compile(r"(?:điểm|khoản|điều|chương|mục|phần|tiết)$")
_LINK = re.compile(r"(?:các|và|hoặc|đến|của)$")
_NUMBER = re.compile(r"(?:\d+[a-zđ]{0,2}(?:\.\d+)*|[a-zđ]|[ivxlc]+)[,;]?$")
_ISSUER = re.compile(
    r",? ?(?:của|do) ([^,;.:()\n]{3,100}?)"
    r"(?= (?:[Vv]ề|v/v|[Qq]uy định|[Hh]ướng dẫn|[Bb]an hành|[Pp]hê duyệt|[Ss]ửa đổi|"
    r"có hiệu lực|đối với|(?:(?:được )?(?:ký|ban hành) |trước |sau |từ |kể từ )?ngày \d|"
    r"và (?:[^\WA-ZĐ]|Nghị|Quyết|Thông|Luật|Bộ luật|Chỉ|Kế|Chương|Công văn|Hướng))|[,;.:()\n\"]|$)"
)
# "Thông tư số … của Bộ Nội vụ | ngày 05/1/2005": no word of a title and no other time stands before the date.
_SIGNED = re.compile(
    r",? ?(?:của|do) (?:(?!(?:trước|sau|từ|kể|đến|hết|vào|chậm|có|được|thì|phải|gửi|nộp|báo|trong|khi|thực|nhằm|để|về|"
    r"quy|hướng)\b)[^\s;.:()\"]+ ){1,14}?(?:(?:được )?(?:ký |ban hành )(?:vào )?)?"
    r"ngày (\d{1,2}(?: ?[/.-] ?\d{1,2} ?[/.-] ?| tháng \d{1,2},? năm )\d{4})(?!\d)"
)
_TITLE = re.compile(
    r",? ?[\"(]?((?:về(?: việc)?|quy định|hướng dẫn|ban hành|phê duyệt|sửa đổi|quy chế|công bố) [^;\n]{3,400}?)"
    r"(?=[;\n]|\.(?:\s|$)|[\")]|$)",
    re.IGNORECASE,
)


def provision_start(text: str, at: int) -> int:
    """Where the provision begins that is cited right before ``at`` ("khoản 1 Điều 19 |Luật …"); ``at`` for none."""
    begin = max(0, at - _REACH)
    begin = max(begin, text.rfind("\n", begin, at) + 1)
    window = lower(text[begin:at])
    start, numbered = at, False
    for found in reversed(list(re.finditer(r"\S+", window))):
        word = found.group().lstrip("(")
        if _PART.match(word) and numbered:
            start = begin + found.end() - len(word)
        elif _NUMBER.match(word):
            numbered = True
        elif not _LINK.match(word):
            break
    return start


def provision(text: str) -> str:
    """The provision without its closing "của"."""
    return re.sub(r"[\s,]+(?:của|tại)?\s*$", "", text.rstrip() + " ").strip()


def issuer_date_title(text: str, end: int) -> tuple[str, str, str]:
    """Issuer, date and title that follow a cited instrument in ``text`` from ``end`` on; empty where they do not."""
    rest = text[end : end + 600]
    issuer, signed = _ISSUER.match(rest), _SIGNED.match(lower(rest))
    at = signed.end() if signed else issuer.end() if issuer else 0
    title = _TITLE.match(rest, at)
    return (
        issuer[1].strip() if issuer else "",
        moment(signed[1]).edtf if signed else "",
        title[1].strip(" ,") if title else "",
    )
