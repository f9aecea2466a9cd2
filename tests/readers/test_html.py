"""Web pages."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from dieukhoan.core.errors import UnreadableFile
from dieukhoan.readers import read

Lines = Callable[..., list[str]]


@pytest.fixture
def page(tmp_path: Path) -> Callable[..., Path]:
    def make(body: str, head: str = "", encoding: str = "utf-8", name: str = "a.html") -> Path:
        path = tmp_path / name
        path.write_bytes(f"<html><head>{head}</head><body>{body}</body></html>".encode(encoding))
        return path

    return make


def test_blocks_are_lines_and_scripts_are_not(page: Callable[..., Path], lines: Lines) -> None:
    body = (
        "<script>x()</script><style>p{}</style><h1>QUY CHẾ</h1><!-- ẩn -->\n"
        "<p>Điều 1. <b>Phạm\n vi</b> &amp; đối&nbsp;tượng<br>Hai bên</p>đuôi<div><div>trong</div>sau</div>"
        "<p style='display: none'>không hiện</p><p>còn <del>cũ</del><ins>mới</ins></p>"
    )
    path = page(body, head="<title>Trang</title>")
    assert lines(path) == [
        "QUY CHẾ", "Điều 1. Phạm vi & đối tượng", "Hai bên", "đuôi", "trong", "sau", "còn mới",
    ]  # fmt: skip
    assert [line.bold for line in read(path).lines] == [True, *[False] * 6]


def test_lists_have_the_numbers_that_a_browser_shows(page: Callable[..., Path], lines: Lines) -> None:
    body = (
        "<ol><li>Một<li>Hai<ol type=a><li>nhỏ<li>bé</ol><li value=7>Bảy<li>Tám</ol>"
        "<ol start=3><li><p>Ba</p></ol><ul><li>gạch</ul><ol type=I><li>La Mã</ol>"
    )
    assert lines(page(body)) == [
        "1. Một", "2. Hai", "a. nhỏ", "b. bé", "7. Bảy", "8. Tám", "3. Ba", "• gạch", "I. La Mã",
    ]  # fmt: skip


def test_tables_have_cells(page: Callable[..., Path]) -> None:
    body = (
        "<table><tr><th rowspan=2>STT<th colspan=2>Việc</tr><tr><td>a<td>b</tr></table>"
        "<table><tr><td>khung</table><p align=center>giữa</p>"
    )
    found = read(page(body))
    assert [(found.text[line.start : line.end], line.cell) for line in found.lines] == [
        ("STT", (0, 0, 0)),
        ("Việc", (0, 0, 1)),
        ("a", (0, 1, 1)),
        ("b", (0, 1, 2)),
        ("khung", None),
        ("giữa", None),
    ]
    assert found.lines[-1].centred


@pytest.mark.parametrize(
    ("encoding", "head", "name"),
    [
        ("utf-8", "", "utf-8"),
        ("utf-8-sig", "", "utf-8"),
        ("utf-16", "", "utf-16"),
        ("cp1258", "<meta http-equiv='Content-Type' content='text/html; charset=windows-1258'>", "cp1258"),
    ],
)
def test_charsets(page: Callable[..., Path], lines: Lines, encoding: str, head: str, name: str) -> None:
    path = page("<p>à ê ơ ư đ</p>", head, encoding)
    assert (lines(path), read(path).encoding) == (["à ê ơ ư đ"], name)


def test_pages_in_tcvn3(page: Callable[..., Path], lines: Lines) -> None:
    path = page("<p>Céng hoµ x· héi chñ nghÜa ViÖt Nam</p>", encoding="latin-1", name="a.htm")
    assert lines(path) == ["Cộng hoà xã hội chủ nghĩa Việt Nam"]
    assert read(path).encoding == "tcvn3"


def test_pages_without_text_are_refused(page: Callable[..., Path], tmp_path: Path) -> None:
    (tmp_path / "b.html").write_bytes(b"<!-- -->")
    for path in (page("<script>x()</script>"), tmp_path / "b.html"):
        with pytest.raises(UnreadableFile) as refused:
            read(path)
        assert refused.value.code == "empty"


def test_hostile_pages_do_no_harm(page: Callable[..., Path]) -> None:
    assert read(page("<p>đầu</p>" + "<div>" * 5000 + "đáy" + "</div>" * 5000)).text.startswith("đầu")
    assert read(page("<div>" * 200 + "đáy" + "</div>" * 200)).text == "đáy"
    assert read(page("<table><tr>" + "<td colspan=999999 rowspan=999>x" * 50 + "</table>")).lines


def website(document: str) -> str:
    menu = "".join(f"<li><a href='/{at}'>Mục {at}</a></li>" for at in range(30))
    notice = "<div>Bạn cần đăng nhập để xem đầy đủ nội dung và các văn bản liên quan của văn bản này.</div>"
    return (
        f"<div id=top><h2>CỔNG VĂN BẢN</h2><ul>{menu}</ul><form><input name=q><button>Tìm</button></form></div>"
        f"<table><tr><td><div role=navigation>Bên lề</div></td><td><div class=doc>{document}</div>{notice}</td></tr>"
        f"</table>"
        f"<aside>Quảng cáo</aside><footer>Bản quyền thuộc về trang tin</footer><div>Điện thoại: 19001234</div>"
    )


DOCUMENT = (
    "<table><tr><td>HỘI LÀM VƯỜN<br>Số: 3/QC<td>CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập</tr></table>"
    "<h3>QUY CHẾ PHỐI HỢP</h3><div><p>Điều 1. Hai cơ quan phối hợp tổ chức chợ hoa vào dịp tết cho nhân dân.</p>"
    "<p>Điều 2. Hội Làm vườn báo cáo kết quả thực hiện quy chế trước ngày 15 tháng 12 hằng năm.</p>"
    "<p>Điều 3. Mỗi năm hai lần, hai cơ quan cùng kiểm tra việc chăm sóc vườn hoa ở các xã và rút kinh nghiệm.</p>"
    "<p>Điều 4. Kinh phí do mỗi bên tự bảo đảm từ nguồn của mình và từ đóng góp tự nguyện của hội viên các cấp.</p>"
    "<table><tr><th>Việc<th>Hạn</tr><tr><td>Mở chợ<td>tháng 1</tr></table></div><p>Nơi nhận:<br>- Lưu: VT.</p>"
)


def test_only_the_document_is_read_of_a_page_of_a_website(page: Callable[..., Path], lines: Lines) -> None:
    alone = lines(page(DOCUMENT))
    assert lines(page(website(DOCUMENT), head="<script>menu()</script>")) == alone
    assert alone[0] == "HỘI LÀM VƯỜN"
    assert alone[-1] == "- Lưu: VT."
    found = read(page(website(DOCUMENT)))
    assert [found.text[line.start : line.end] for line in found.lines if line.cell and line.cell[0] == 1] == [
        "Việc", "Hạn", "Mở chợ", "tháng 1",
    ]  # fmt: skip


def test_a_short_law_is_found_by_its_articles(page: Callable[..., Path], lines: Lines) -> None:
    law = "".join(f"<p>Điều {at}. Việc thứ {at} do hội viên làm trong mùa mưa hằng năm.</p>" for at in range(1, 6))
    notices = "".join(
        f"<p>Thông báo số {at}: trang tin tạm dừng để nâng cấp vào ngày {at} tới đây.</p>" for at in range(5)
    )
    menu = "<nav><a href=x>Trang nhất</a></nav>"
    assert lines(page(f"{menu}<div>{notices}</div><div>{law}</div>"))[0].startswith("Điều 1.")
    assert len(lines(page(f"{menu}<div>{notices}</div><div>{law}</div>"))) == 5


def test_a_document_saved_as_a_page_is_read_whole(page: Callable[..., Path], lines: Lines) -> None:
    body = "<p>Tên</p><p>" + "Một đoạn văn rất dài của quy chế phối hợp giữa hai cơ quan. " * 9 + "</p><p>Cuối</p>"
    assert [lines(page(body))[0], lines(page(body))[-1]] == ["Tên", "Cuối"]


def test_names_of_articles_are_no_links_and_hidden_dialogues_weigh_nothing(
    page: Callable[..., Path], lines: Lines
) -> None:
    """A website of law names each article, and keeps its notices in the page until somebody presses something."""
    law = "".join(
        f'<p><a name="dieu_{at}"><b>Điều {at}.</b></a></p>'
        f'<p><a name="dieu_{at}_ten">Việc thứ {at} do hội viên làm trong mùa mưa hằng năm.</a></p>'
        for at in range(1, 6)
    )
    menu = "".join(f"<li><a href=x>Mục lục tra cứu văn bản thứ {at}</a></li>" for at in range(20))
    notices = "".join(
        f"<p>Bạn đọc thứ {at} chưa đăng nhập nên chỉ xem được một phần của trang tin này.</p>" for at in range(9)
    )
    found = lines(page(f"<ul>{menu}</ul><div>{law}</div><div style='display: none'>{notices}</div>"))
    assert found[:2] == ["Điều 1.", "Việc thứ 1 do hội viên làm trong mùa mưa hằng năm."]
    assert len(found) == 10


def test_decomposed_letters_of_a_page_are_composed(page: Callable[..., Path], lines: Lines) -> None:
    text = "<p>Điều 1. Sở <b>Tư</b> pháp chủ trì tổng kết.</p>"
    assert lines(page(unicodedata.normalize("NFD", text))) == ["Điều 1. Sở Tư pháp chủ trì tổng kết."]
