"""Pages that are pictures: made here, read by the real tesseract where it is; and what happens where it is not."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from dieukhoan.core.records import Source
from dieukhoan.readers import read
from dieukhoan.readers.lines import Row
from dieukhoan.readers.scan import broken_pages, tesseract
from dieukhoan.readers.scan.picture import ruled, straight

FONTS = ("DejaVuSerif.ttf", "LiberationSerif-Regular.ttf", "NotoSerif-Regular.ttf", "times.ttf")
A4 = (1654, 2339)  # pixels at 200 dpi
BODY = [
    "Điều 1. Trách nhiệm của Sở Tư pháp",
    "1. Chủ trì, phối hợp với Tỉnh đoàn và các cơ quan có liên quan tổ chức tuyên truyền pháp luật cho thanh niên.",
    "2. Định kỳ sáu tháng báo cáo Ủy ban nhân dân tỉnh kết quả thực hiện trước ngày 15 tháng 12 hằng năm.",
]

ENGLISH = "The parties shall cooperate with each other in good faith and inform each other about all changes in time. "
GARBLED = "Hai ben ph6i hgp tb\\rc hi~n nhi~m v1;1 duQ'c giao theo quy djnh cua phap lu~t hi~n hanh ve vi~c nay. "


def codes(source: Source) -> list[str]:
    return [note.code for note in source.diagnostics]


def shown(source: Source) -> list[str]:
    return [source.text[line.start : line.end] for line in source.lines]


@pytest.fixture(scope="module")
def font() -> ImageFont.FreeTypeFont:
    for name in FONTS:
        try:
            return ImageFont.truetype(name, 32)
        except OSError:
            continue
    pytest.skip(f"needs one of the fonts {', '.join(FONTS)} to draw Vietnamese letters")


@pytest.fixture
def reading() -> None:
    if tesseract.lacking():
        pytest.skip("needs tesseract with vie (packages tesseract-ocr and tesseract-ocr-vie)")


@pytest.fixture
def without_tesseract(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    monkeypatch.setenv("PATH", str(tmp_path))
    tesseract.lacking.cache_clear()
    yield
    tesseract.lacking.cache_clear()


def drawn(font: ImageFont.FreeTypeFont, turned: float = 0.0) -> Image.Image:
    """A letterhead in two columns, a title and articles, as a scanner sees them."""
    page = Image.new("RGB", A4, "white")
    pen = ImageDraw.Draw(page)
    pen.text((190, 200), "SỞ TƯ PHÁP", "black", font)
    pen.text((190, 250), "Số: 12/QC-STP", "black", font)
    pen.text((700, 200), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "black", font)
    pen.text((700, 265), "Độc lập - Tự do - Hạnh phúc", "black", font)
    pen.text((640, 400), "QUY CHẾ PHỐI HỢP", "black", font)
    y = 520
    for paragraph in BODY:
        for at, line in enumerate(textwrap.wrap(paragraph, 62)):
            pen.text((190 if at else 260, y), line, "black", font)
            y += 54
    return page.rotate(turned, fillcolor="white")


def pdf_of(path: Path, *pages: Image.Image) -> Path:
    pages[0].save(path, resolution=200, save_all=True, append_images=pages[1:])
    return path


@pytest.mark.slow
@pytest.mark.usefixtures("reading")
@pytest.mark.parametrize("turned", [0.0, 2.0, -3.0])
def test_a_scan_gives_its_paragraphs(font: ImageFont.FreeTypeFont, tmp_path: Path, turned: float) -> None:
    found = read(pdf_of(tmp_path / "a.pdf", drawn(font, turned)))
    assert (found.format, found.pages, codes(found)) == ("pdf-scan", 1, ["ocr"])
    assert shown(found) == [
        "SỞ TƯ PHÁP",
        "Số: 12/QC-STP",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "QUY CHẾ PHỐI HỢP",
        *BODY,
    ]
    message = found.diagnostics[0].message
    assert "mean confidence" in message
    assert ("turned" in message) == bool(turned)


def spoiled(page: Image.Image, soft: float, noise: float) -> Image.Image:
    """A page as a worn copier or a telephone in the dark gives it."""
    chance = np.random.default_rng(1).normal(0, noise, (page.height, page.width, 1))
    gray = np.asarray(page.filter(ImageFilter.GaussianBlur(soft))).astype(float) + chance
    return Image.fromarray(np.clip(gray, 0, 255).astype(np.uint8))


@pytest.mark.slow
@pytest.mark.usefixtures("reading")
@pytest.mark.parametrize(("soft", "noise"), [(3.5, 6.0), (7.0, 3.0)])
def test_a_page_that_is_hardly_read_says_so(
    font: ImageFont.FreeTypeFont, tmp_path: Path, soft: float, noise: float
) -> None:
    found = read(
        pdf_of(tmp_path / "a.pdf", drawn(font), spoiled(drawn(font), soft, noise), Image.new("RGB", A4, "white"))
    )
    first, second, third = (note for note in found.diagnostics if note.code.startswith("ocr"))
    assert (first.code, third.code) == ("ocr", "ocr")
    assert third.message == "OCR found no words on page 3, which is blank."
    assert (second.code, second.severity) == ("ocr_low_confidence", "warning"), second.message


@pytest.mark.slow
@pytest.mark.usefixtures("reading")
def test_only_the_pictures_of_a_mixed_file_are_read(font: ImageFont.FreeTypeFont, pdf, tmp_path: Path) -> None:
    pdf.text(85, 780, "Điều 9. Hiệu lực thi hành").text(85, 760, "Quy chế này có hiệu lực kể từ ngày ký.")
    typed = pdf.page().text(85, 780, "Trang cuối cùng.").save(tmp_path / "typed.pdf")
    scan = pdf_of(tmp_path / "scan.pdf", drawn(font))
    with pypdfium2.PdfDocument(typed) as whole, pypdfium2.PdfDocument(scan) as picture:
        whole.import_pages(picture, index=1)
        whole.save(tmp_path / "mixed.pdf")
    found = read(tmp_path / "mixed.pdf")
    lines = shown(found)
    assert (lines[0], lines[-4:]) == ("Điều 9. Hiệu lực thi hành", [*BODY, "Trang cuối cùng."])
    assert {line.page for line in found.lines} == {1, 2, 3}
    assert (found.format, codes(found)) == ("pdf", ["ocr"])
    assert "Page 2" in found.diagnostics[0].message


@pytest.mark.slow
@pytest.mark.usefixtures("reading")
def test_a_table_on_a_picture_gives_its_cells(font: ImageFont.FreeTypeFont, tmp_path: Path) -> None:
    page = Image.new("RGB", A4, "white")
    pen = ImageDraw.Draw(page)
    cells = [["STT", "Nội dung", "Chủ trì"], ["1", "Hội nghị tổng kết", "Sở Tư pháp"], ["2", "Hội thi", "Tỉnh đoàn"]]
    for row, texts in enumerate(cells):
        for text, left, right in zip(texts, (190, 320, 900), (320, 900, 1400), strict=True):
            pen.rectangle((left, 300 + 90 * row, right, 390 + 90 * row), outline="black", width=3)
            pen.text((left + 20, 320 + 90 * row), text, "black", font)
    pen.text((190, 800), BODY[0], "black", font)
    found = read(pdf_of(tmp_path / "a.pdf", page))
    placed = [(text, line.cell) for text, line in zip(shown(found), found.lines, strict=True)]
    wanted = [(text, (0, row, column)) for row, texts in enumerate(cells) for column, text in enumerate(texts)]
    assert placed == [*wanted, (BODY[0], None)]


@pytest.mark.slow
@pytest.mark.usefixtures("reading")
@pytest.mark.parametrize(("layer", "read_again"), [("GARBLED", True), ("ENGLISH", False)])
def test_a_broken_text_layer_is_read_from_the_page(
    font: ImageFont.FreeTypeFont, pdf, tmp_path: Path, layer: str, read_again: bool
) -> None:
    """The layer says one thing and the page shows another, unless it is in another language."""
    texts = {"GARBLED": (GARBLED, BODY), "ENGLISH": (ENGLISH, [ENGLISH * 3])}
    written, visible = texts[layer]
    for place in range(6):
        pdf.text(85, 780 - 18 * place, written[: 90 - 15 * (place % 2)], 9)
    hidden = pdf.save(tmp_path / "a.pdf")
    picture = Image.new("RGB", A4, "white")
    lines = [line for text in visible for line in textwrap.wrap(text, 62)]
    for place, line in enumerate(lines):
        ImageDraw.Draw(picture).text((190, 300 + 54 * place), line, "black", font)
    with pypdfium2.PdfDocument(hidden) as document:
        page = document[0]
        image = pypdfium2.PdfImage.new(document)
        image.set_bitmap(pypdfium2.PdfBitmap.from_pil(picture))
        image.set_matrix(pypdfium2.PdfMatrix().scale(595, 842))
        page.insert_obj(image)  # over the text, which stays in the layer
        page.gen_content()
        document.save(tmp_path / "b.pdf")
    found = read(tmp_path / "b.pdf")
    assert found.format == ("pdf-scan" if read_again else "pdf")
    assert ("Trách nhiệm của Sở Tư pháp" in found.text) is read_again


@pytest.mark.usefixtures("without_tesseract")
def test_without_tesseract_the_file_is_kept_and_the_package_named(font: ImageFont.FreeTypeFont, tmp_path: Path) -> None:
    found = read(pdf_of(tmp_path / "a.pdf", drawn(font), drawn(font)))
    assert (found.text, found.pages) == ("", 2)
    assert codes(found) == ["no_text_layer", "no_text_layer", "ocr_missing"]
    assert "tesseract-ocr-vie" in found.diagnostics[-1].message
    assert {note.severity for note in found.diagnostics} == {"warning"}


def test_without_vietnamese_its_package_is_named(monkeypatch: pytest.MonkeyPatch, pdf, tmp_path: Path) -> None:
    monkeypatch.setattr("dieukhoan.readers.scan.pages.lacking", lambda: "vie")
    pdf.text(85, 780, BODY[0]).page().box(100, 100, 200, 200)
    found = read(pdf.save(tmp_path / "a.pdf"))
    assert shown(found) == [BODY[0]]
    assert codes(found) == ["no_text_layer", "ocr_missing"]
    assert "install the package tesseract-ocr-vie" in found.diagnostics[-1].message
    assert "cài gói tesseract-ocr-vie" in found.diagnostics[-1].vietnamese


@pytest.mark.usefixtures("reading")
def test_a_page_that_takes_too_long_is_given_up(
    monkeypatch: pytest.MonkeyPatch, font: ImageFont.FreeTypeFont, pdf, tmp_path: Path
) -> None:
    monkeypatch.setattr(tesseract, "PATIENCE", 0.01)
    pdf.text(85, 780, BODY[0])
    typed, scan = pdf.save(tmp_path / "typed.pdf"), pdf_of(tmp_path / "scan.pdf", drawn(font))
    with pypdfium2.PdfDocument(typed) as whole, pypdfium2.PdfDocument(scan) as picture:
        whole.import_pages(picture)
        whole.save(tmp_path / "mixed.pdf")
    found = read(tmp_path / "mixed.pdf")
    assert shown(found) == [BODY[0]]
    assert codes(found) == ["no_text_layer", "ocr_timeout"]


def test_never_asks_for_no_program(monkeypatch: pytest.MonkeyPatch, pdf, tmp_path: Path) -> None:
    monkeypatch.setattr(tesseract, "lacking", lambda: pytest.fail("asked for tesseract"))
    pdf.text(85, 780, BODY[0]).page().box(100, 100, 200, 200)
    assert codes(read(pdf.save(tmp_path / "a.pdf"), ocr="never")) == ["no_text_layer"]


@pytest.mark.parametrize("angle", [-4.0, -1.2, 0.8, 3.1])
def test_the_slope_of_lines_is_found(angle: float) -> None:
    page = Image.new("L", (1200, 1600), 255)
    pen = ImageDraw.Draw(page)
    for y in range(200, 1400, 50):
        for x in range(150, 1050, 60):
            pen.rectangle((x, y, x + 40, y + 18), fill=0)
    _, turned = straight(np.asarray(page.rotate(angle, fillcolor=255, resample=Image.Resampling.BILINEAR)))
    assert turned == pytest.approx(-angle, abs=0.15)


def test_a_straight_page_is_left_alone() -> None:
    page = Image.new("L", (1200, 1600), 255)
    for y in range(200, 1400, 50):
        ImageDraw.Draw(page).rectangle((150, y, 1050, y + 15), fill=0)
    gray = np.asarray(page)
    same, turned = straight(gray)
    assert turned == 0
    assert same is gray


def test_ruled_lines_are_found_and_taken_out_but_not_the_dark_edge_of_the_page() -> None:
    page = Image.new("L", (1000, 1000), 255)
    pen = ImageDraw.Draw(page)
    pen.rectangle((0, 0, 60, 999), fill=0)
    pen.line((200, 300, 800, 300), fill=0, width=3)
    pen.line((500, 200, 500, 700), fill=0, width=3)
    pen.rectangle((210, 400, 260, 430), fill=0)
    clean, level, upright = ruled(np.asarray(page), 200)
    assert {(round(y), x0, x1) for y, x0, x1 in level} <= {(at, 200.0, 801.0) for at in range(298, 303)}
    assert {(round(x), y0, y1) for x, y0, y1 in upright} <= {(at, 200.0, 701.0) for at in range(498, 503)}
    assert level and upright
    assert clean[300, 300] == clean[600, 500] == 255
    assert clean[410, 220] == clean[500, 30] == 0


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        (" ".join(BODY), False),
        ("Số 12/2020/QĐ-UBND, UBND, HĐND, KT. GĐ, tại www.example.vn hoặc ab@example.vn " * 3, False),
        ("Hai bên", False),
        (GARBLED * 3, True),
        (ENGLISH * 3, True),  # the picture tells that it is not broken but English
    ],
)
def test_broken_text_is_known_by_its_syllables(text: str, broken: bool) -> None:
    assert bool(broken_pages([Row(text, page=1)])) is broken
