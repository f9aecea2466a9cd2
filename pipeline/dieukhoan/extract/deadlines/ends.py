"""The words and marks by which the end of a clause of time or condition is told (see :mod:`.clause`), and what
they tell without knowing of bodies. Texts are folded, ``low`` in lower case too; offsets are theirs."""

from __future__ import annotations

import re

COMMA = re.compile(",")
CAPITAL = "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
HARD = re.compile(rf"[();:\n]|[./]+(?=\s*$|/|\s+[{CAPITAL}]|\s+[-(\"])|\.\.")
THEN = re.compile(r"(?<!\w)thì(?!\w)")
OPENER = re.compile(r", (?:nếu|khi|trường hợp|trước khi|sau khi)(?!\w)")
# "… có trách nhiệm thông báo và sau 90 ngày mà vẫn không nhận được trả lời thì": a nearer condition for "thì"
NEARER = re.compile(r"(?<!\w)(?:nếu|khi|mà|trường hợp|sau thời hạn)(?!\w)")
# "báo cáo khi có yêu cầu | cho Công an tỉnh": who gets it is no part of the request
ASKED = re.compile(r" ?(?:có|được) (?:yêu cầu|đề nghị)(?= (?:cho|gửi|tới|đến) )")
# "nếu phát hiện vi phạm | phải lập biên bản": a modal verb without a new subject
MODAL = re.compile(
    r"(?<!cần )(?<!mà )(?<!không )(?<!bị )"
    r"(?:phải(?! (?:(?:là|không|do)(?!\w)|(?:thanh toán|nộp|trả|chi)(?:[,.;]|$)))|sẽ|đều|"
    r"có trách nhiệm|và có (?:quyền|nghĩa vụ)|(?:được )?thực hiện theo|"
    r"cần (?:phản ánh|báo cáo|thông báo|trao đổi|phối hợp|có|kịp thời)|đề nghị (?:kịp thời|phản ánh|các|gửi)|"
    r"kịp thời (?:phản ánh|báo cáo|thông báo|trao đổi|đề xuất|kiến nghị|thông tin|liên hệ|gửi)|"
    r"(?:(?<=vướng mắc )|(?<=phát sinh ))(?:phản ánh|báo cáo|thông báo|liên hệ|gửi)|"
    r"có thể (?:trao đổi|đề nghị|yêu cầu|mời|tổ chức|ban hành|cử)|"
    r"(?:(?<=tốt nghiệp )|(?<=nghỉ hưu )|(?<=khóa học )|(?<=biệt phái )|(?<=xuất ngũ ))được)(?!\w)"
)
DUTY = re.compile(r"(?<!\w)(?:phải|sẽ|có trách nhiệm|có quyền|có nghĩa vụ)(?!\w)")
# "Ủy ban nhân dân xã khi nhận đơn, giải quyết đơn | có trách nhiệm": the verb of the subject before the clause
HAS_TO = re.compile(
    r"(?<!\w)(?:phải(?! (?:là|không)(?!\w))|có (?:trách nhiệm|nghĩa vụ|nhiệm vụ|quyền)|không được)(?!\w)"
)
# "phun rải thuốc | phải thu gom": a verb and its object, and then what must be done
NOBODY_HAS_TO = re.compile(r"(?:[^\s,;:.()]+ ){2,14}?phải (?!là |không )")
# verbs that only tell which body is meant: "cơ quan quản lý, tổ chức nước ngoài | khiếu nại"
WHOM = re.compile(
    r"(?:các |những |mỗi )?(?:cơ quan|đơn vị|tổ chức|người|cán bộ|bên|doanh nghiệp) "
    r"(?:quản lý|điều tra|tiến hành|thi hành|chủ trì|phối hợp|tham mưu|giám định|thanh tra|kiểm tra|sử dụng|thực hiện|"
    r"tiếp nhận|cung cấp|kiểm soát|giám sát|tư vấn)"
)
# things named before a comma of which nothing is said yet: "Trường hợp bản án|, quyết định tuyên không rõ"
THING = re.compile(
    r" ?(?:các |những )?(?:bản án|hồ sơ|tài liệu|văn bản|quyết định|giấy tờ|vụ án|vụ việc|tài sản|tang vật|vật chứng|"
    r"cảnh quan|thông tin|nội dung|số liệu|dữ liệu|hàng hóa|sản phẩm|phương tiện|tàu|xe|dự án|công trình)"
)
ACT = re.compile(r" ?việc ")
SAID = re.compile(
    r"(?<!\w)(?:chưa|không|có|bị|gặp|được|phải|là|do|đã|đang|trái|gây|làm|phát sinh|kéo dài|xảy ra|vi phạm|vượt)(?!\w)"
)
AND_SO = re.compile(r", [^\W\d_]+(?: [^\W\d_]+){0,2} (?:và|hoặc) ")
ANCHOR_END = re.compile(
    r"(?<!\w)(?:để|và (?:thay thế|bãi bỏ|được|không|phải|gửi (?:văn bản|thông báo|kết quả)|"
    r"thông báo (?:kết quả|bằng|cho))|trừ trường hợp|phải|có trách nhiệm|thì)(?!\w)"
)
# "trong quá trình cưỡng chế | và chịu sự điều hành": what is done in the meantime; "… | được hưởng": what one gets
MEANWHILE = re.compile(
    r"(?<!\w)(?:và (?:chịu|phải|thực hiện|báo cáo|thông báo)|(?:bảo đảm|đảm bảo) an|nếu|(?:mà )?phát sinh|"
    r"bao gồm nhưng|(?:hàng (?:tháng|năm|ngày) )?(?:(?:chỉ|đều|không|vẫn) )?(?<!đã )(?<!đối tượng )(?<!người )"
    r"được (?:hưởng|nghỉ|hỗ trợ|trang bị|trả|cấp(?! có| trên)|bố trí))"
    r"(?!\w)"
)
LIST_TAIL = re.compile(r", [^\W\d_]+(?: [^\W\d_]+){1,7}(?=[.;]|$)")
LIST_ITEM = 8  # words; a longer piece between two commas is a clause
# "kể từ ngày ký hợp đồng|, bằng chuyển khoản", "khi người lao động đồng ý|, không quá 40 giờ": how and how much
MANNER = re.compile(r", (?:bằng (?!(?:việc|cách|chứng)(?!\w))|theo từng |không quá \d|tối đa \d|\d{1,3} ?%)")
AIM = re.compile(r"(?<!\w)(?:để(?! nghị)|nhằm)(?!\w)")
DANGLING = re.compile(r"(?<=\w) (?:và|hoặc|nhưng|hay|thì|vẫn)$")
TOPIC = 80  # characters of a thing before the body that must care for it
SOON = 25  # characters between a body and the modal that makes it act
NAMED = 5  # words of a bare name ("cơ quan quản lý"); in a longer piece something is said
CHAINED = 30  # words of further verbs behind a comma, still before the comma that ends the clause
END = re.compile(r"[;:\n]|\.(?= |$)")
NEAR, NEAR_CHARS = 12, 120  # words and characters within which the verb of a main clause is looked for


def up_to_manner(low: str, stop: int, *, fronted: bool) -> int:
    """``stop``, or the comma before words that say how the duty, which went before, is done."""
    manner = None if fronted else MANNER.search(low, 2, stop)
    return manner.start() if manner else stop


def unsaid(low: str, comma: int) -> bool:
    """Whether up to ``comma`` only an act is named: "Trường hợp việc hướng dẫn|, chỉ đạo của Sở chưa phù hợp"."""
    act = ACT.match(low)
    return act is not None and SAID.search(low, act.end(), comma) is None


def among_persons(low: str, comma: int) -> bool:
    """Whether the comma joins persons: "người bị tạm giữ, người bị tạm giam"."""
    first = low.rfind("người ", max(0, comma - 40), comma)
    return low.startswith(" người ", comma + 1) and first >= 0 and low.count(" ", first, comma) <= NAMED


def sentence_end(rest: str) -> int:
    """The first hard stop of ``rest`` that is in no parentheses, or where a closing remark in parentheses starts."""
    at = 0
    for match in HARD.finditer(rest):
        if match.start() < at:
            continue
        if match.group() != "(":
            return match.start()
        close = rest.find(")", match.end())
        after = rest[close + 1 :].lstrip()[:1] if close >= 0 else ""
        if close < 0 or after in ("", ".", ";", ",", ":"):
            return match.start()
        at = close + 1
    return len(rest)


def trim(rest: str, end: int) -> int:
    """``end`` moved back before blanks, commas and a joining word."""
    return len(DANGLING.sub("", rest[:end].rstrip(" ,")).rstrip(" ,"))
