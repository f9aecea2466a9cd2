"""The declared tables against the contract, which stands here once more, column by column."""

from __future__ import annotations

import pytest

from dieukhoan.tables import TABLES, VIEWS, Table

CONTRACT = {
    "documents": "document_id source sha256 format encoding pages document_type title number place issued_on period "
    "effective_from level province is_template blank_count status",
    "units": "unit_id document_id parent_id position eid kind number heading text start end page depth",
    "bodies": "body_id name abbreviation kind level province parent_id",
    "mentions": "mention_id document_id unit_id body_id text start end via",
    "parties": "document_id position body_id text",
    "signatures": "document_id position body_id capacity title name",
    "recipients": "document_id position body_id text purpose",
    "obligations": "obligation_id document_id unit_id position modality text start end cue action condition purpose "
    "subject_source confidence rule",
    "obligation_bodies": "obligation_id body_id role",
    "obligation_deadlines": "obligation_id deadline_id",
    "deadlines": "deadline_id document_id unit_id text start end kind value rrule duration working_days anchor "
    "relation due_first due_last",
    "citations": "citation_id document_id unit_id text start end instrument number issued_on title issuer provision "
    "relation",
    "abbreviations": "document_id short long start end",
    "blanks": "document_id unit_id start end position role",
    "diagnostics": "document_id unit_id severity code message start end",
}
NHIEM_VU = (
    "STT", "Văn bản", "Điều khoản", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp",
    "Thời hạn / Tần suất", "Căn cứ", "Ghi chú",
)  # fmt: skip
ALL = (*TABLES, *VIEWS)


def test_every_table_of_the_contract_is_declared_once() -> None:
    assert sorted(table.name for table in TABLES) == sorted(CONTRACT)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_columns_are_those_of_the_contract(table: Table) -> None:
    columns = CONTRACT[table.name].split()
    assert [name for name in table.names if name in columns] == columns
    assert set(table.names) - set(columns) <= {"rule", "start", "end"}  # beside the contract's own


def test_the_view_of_an_office_has_the_columns_that_it_knows() -> None:
    (view,) = (table for table in VIEWS if table.name == "nhiem_vu")
    beside = ("Tháng", "Độ tin cậy")
    shown = tuple(column.name for column in view.columns if not column.technical)
    assert tuple(name for name in shown if name not in beside) == NHIEM_VU
    assert shown.index("Tháng") == shown.index("Thời hạn / Tần suất") + 1
    assert shown[-1] == "Độ tin cậy"
    assert len(shown) == len(NHIEM_VU) + len(beside)
    assert {table.name for table in VIEWS} == {"nhiem_vu", "lich"}


@pytest.mark.parametrize("table", ALL, ids=lambda table: table.name)
def test_everything_has_words_in_both_languages(table: Table) -> None:
    for words in (table.label, table.about, *(w for column in table.columns for w in (column.label, column.about))):
        assert words.vi
        assert words.en
    for lang in ("vi", "en"):
        labels = [column.label.of(lang) for column in table.columns]
        assert len(set(labels)) == len(labels)
    assert len(set(table.names)) == len(table.names)


@pytest.mark.parametrize("table", ALL, ids=lambda table: table.name)
def test_references_lead_to_declared_keys(table: Table) -> None:
    keys = {f"{other.name}.{other.keys[0]}" for other in TABLES if len(other.keys) == 1}
    assert {column.foreign for column in table.columns if column.foreign} <= keys
    assert all(column.link in table.names for column in table.columns if column.link)
    assert {name for name in (table.order, table.serial) if name} <= set(table.names)


def test_sheet_names_fit_excel_and_differ() -> None:
    for lang in ("vi", "en"):
        labels = [table.label.of(lang).lower() for table in ALL]
        assert len(set(labels)) == len(labels)
        assert all(len(label) <= 26 and not set(label) & set("[]:*?/\\'") for label in labels)
