"""The text of a document in the report: it is whole, and its pieces belong to the rows that are about them."""

from __future__ import annotations

from typing import Any

import pytest

from dieukhoan.core.records import Diagnostic
from dieukhoan.writers.site.facts import Facts
from dieukhoan.writers.site.marked import lines
from made_document import TEXT, made
from made_site import hostile, outcome


@pytest.mark.parametrize("document", [made(), hostile()], ids=["plain", "hostile"])
def test_the_text_is_whole(document: Any) -> None:
    facts = Facts(*outcome(document), "vi")
    told = ["".join(piece.text for piece in line.pieces) for line in lines(facts)]
    assert "\n".join(told) == document.source.text


def test_words_belong_to_their_rows_where_they_overlap() -> None:
    facts = Facts(*outcome(made()), "vi")
    pieces = [piece for line in lines(facts) for piece in line.pieces]
    for row in (*facts.duties, *facts.deadlines, *facts.citations, *facts.mentions):
        assert "".join(piece.text for piece in pieces if row["id"] in piece.ids) == row["text"]
        assert sum(row["id"] in piece.first for piece in pieces) == 1
    (cited,) = (piece for piece in pieces if "c1" in piece.ids)
    assert (cited.to, cited.ids) == ("c1", ("c1", "o1"))


def test_a_mark_may_run_over_lines_and_into_another() -> None:
    start, end = TEXT.index("Điều 1"), TEXT.index("Hội Đèn Lồng") + 3
    doubts = (Diagnostic("warning", "wide", "rộng", start=start, end=end), Diagnostic("info", "none", "không đâu"))
    facts = Facts(*outcome(made(diagnostics=doubts)), "vi")
    told = [[piece.text for piece in line.pieces if "g1" in piece.ids] for line in lines(facts)]
    assert "\n".join("".join(one) for one in told if one) == TEXT[start:end]
    assert facts.diagnostics[1]["id"] == "g2"


def test_lines_know_their_place() -> None:
    told = list(lines(Facts(*outcome(made()), "vi")))
    kinds = ["title", "chapter", "article", "clause", "point", "paragraph", "outside", "outside"]
    assert [line.kind for line in told] == kinds
    assert [line.depth for line in told] == [0, 1, 2, 3, 4, 4, 0, 0]
    assert [len(line.units) for line in told] == [0, 1, 1, 1, 1, 1, 0, 0]


@pytest.mark.parametrize(
    ("line", "number", "heading", "own", "head"),
    [
        ("Điều 1. Tắt đèn. Tắt đèn", "1", "Tắt đèn", "Tắt đèn", "Điều 1. Tắt đèn. "),
        ("1. Tắt đèn; tắt đèn", "1", "", "Tắt đèn; tắt đèn", "1. "),
        ("Điều 2. 2", "2", "", "2", "Điều 2. "),
        ("Điều thứ nhất. Thắp 1 đèn", "1", "", "Thắp 1 đèn", "Điều thứ nhất. "),
        ("a) tắt đèn, tắt đèn", "a", "", "tắt đèn", "a) "),
        ("Điều 3. Đèn", "3", "Đèn", "", "Điều 3. Đèn"),
    ],
)
def test_a_head_ends_where_its_unit_begins_to_speak(line: str, number: str, heading: str, own: str, head: str) -> None:
    facts = Facts(*outcome(made()), "vi")
    unit = {**facts.units[0], "number": number, "heading": heading, "text": own, "start": 0, "end": len(line)}
    facts.text, facts.units = line, [unit]
    for rows in (facts.duties, facts.deadlines, facts.citations, facts.mentions, facts.diagnostics):
        rows.clear()
    (told,) = lines(facts)
    assert "".join(piece.text for piece in told.pieces if "head" in piece.kinds) == head
