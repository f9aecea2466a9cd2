"""What people read of a comparison: roles in their language, turned meanings, counts of blanks, wrong paths."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

import dieukhoan
from compare.test_compare import FILLED, TEMPLATE
from compare.test_outputs import CLAUSE
from dieukhoan.cli import cli
from dieukhoan.compare.page import page
from dieukhoan.core.errors import UsageError
from dieukhoan.tables.compared import VARIANT_SUMMARY


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "mau.txt").write_text(TEMPLATE, "utf-8")
    (tmp_path / "tinh").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("vi", "chủ trì: Sở Tài chính {0} → Sở Tư pháp {0}; thêm phối hợp: Sở Nội vụ {0}"),
        ("en", "lead: Sở Tài chính {0} → Sở Tư pháp {0}; added support: Sở Nội vụ {0}"),
    ],
)
def test_roles_are_told_in_the_language_of_the_reader(document, read, lang: str, told: str) -> None:
    clause = CLAUSE.replace("Sở Tài chính tỉnh", "Sở Tư pháp tỉnh chủ trì, phối hợp với Sở Nội vụ tỉnh")
    texts, told = (FILLED, FILLED.replace(CLAUSE, clause)), told.format("tỉnh Hà Giang")
    found = dieukhoan.compare(document(texts[0]), [document(texts[1])], lang=lang).to_frames()["obligation_changes"]
    assert list(found[found["change"] == "body_changed"]["detail"]) == [told]
    assert told in page(read(*texts), lang)


def test_a_page_shows_both_sides_of_a_duty_whose_meaning_turned(read) -> None:
    shown = page(read(FILLED, FILLED.replace("Sở Tài chính tỉnh hướng", "Sở Tài chính tỉnh không hướng")))
    assert "thêm &quot;không&quot;" in shown
    (item,) = re.findall(r"<li>.*?</li>", shown)
    assert "tỉnh hướng dẫn" in item
    assert "tỉnh không hướng dẫn" in item


@pytest.mark.parametrize(
    ("name", "lang", "said"),
    [
        ("vang.txt", "vi", "Không có tệp hay thư mục này: "),
        ("vang.txt", "en", "No such file or folder: "),
        ("tinh", "vi", "Mẫu phải là một tệp, không phải "),
    ],
)
def test_what_is_wrong_with_the_path_of_a_template_is_said(folder: Path, name: str, lang: str, said: str) -> None:
    with pytest.raises(UsageError, match=said + re.escape(str(folder / name))):
        dieukhoan.compare(folder / name, folder / "tinh", folder / "out", lang=lang)
    assert not (folder / "out").exists()


@pytest.mark.slow  # starts processes
def test_the_console_counts_blanks_filled_in_units_that_changed(folder: Path) -> None:
    part = FILLED.replace("Phòng Tài chính hành chính sự nghiệp", "…………").replace("Sở Tài chính", "Sở Tư pháp")
    (folder / "mot.txt").write_text(part, "utf-8")
    paths = [str(folder / name) for name in ("mau.txt", "mot.txt", "out")]
    arguments = ["compare", *paths[:2], "-o", paths[2], "--formats", "csv"]
    assert "; chỗ trống: 4 đã điền, 1 còn lại; nhiệm vụ: " in CliRunner().invoke(cli, arguments).output
    again = CliRunner().invoke(cli, [*arguments, "--lang", "en"]).output
    assert "; blanks: 4 filled, 1 open; duties: " in again


def test_blanks_of_a_variant_are_counted(document) -> None:
    found = dieukhoan.compare(document(TEMPLATE), [document(FILLED), document(TEMPLATE)])
    told = [(counts["blanks_filled"], counts["blanks_open"]) for _, counts in found.variants]
    assert told == [(5, 0), (0, 5)]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("ngày 01/01/2024", "ngày 01/3/2024", "2024-01-01 → 2024-03-01"),
        ("ngày ký", "ngày 01/3/2024", "kể từ ngày ký → 2024-03-01"),
        ("ngày ký", "ngày ký", None),
        ("ngày … tháng … năm …", "ngày 01/3/2024", None),  # a blank that was filled in
    ],
)
def test_another_day_of_coming_into_force_is_in_the_summary(document, before: str, after: str, told: str) -> None:
    made = (
        f"{text}Điều 5. Hiệu lực\nQuy chế này có hiệu lực kể từ {day}.\n"
        for text, day in zip((TEMPLATE, FILLED), (before, after), strict=True)
    )
    found = dieukhoan.compare(*map(document, made))
    (row,) = VARIANT_SUMMARY.dicts(found.rows[VARIANT_SUMMARY.name])
    assert row["effective_change"] == told


def test_more_templates_than_one_are_not_taken_for_variants(folder: Path) -> None:
    names = [str(folder / name) for name in ("mau.txt", "khac.txt", "tinh", "out")]
    (folder / "khac.txt").write_text(FILLED, "utf-8")
    arguments = ["compare", "--template", names[0], "--template", names[1], names[2], "-o", names[3]]
    found = CliRunner().invoke(cli, arguments)
    assert found.exit_code == 2
    assert "--propose" in found.output
    assert not (folder / "out").exists()
