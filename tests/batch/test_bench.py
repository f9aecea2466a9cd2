"""A corpus made from samples, and what converting it takes."""

from __future__ import annotations

from pathlib import Path

import pytest

from dieukhoan.batch import bench, conversion
from dieukhoan.core.errors import UsageError
from made_workers import Quick


def test_the_same_seed_makes_the_same_documents_and_a_larger_corpus_has_the_smaller(tmp_path: Path) -> None:
    texts = ["Điều 1. Họp ngày 1/2 tại Hà Nam\n" * 10, "Điều 7. Báo cáo\n" * 10]
    bench.make_corpus(texts, tmp_path / "a", 3, 500, 7)
    bench.make_corpus(texts, tmp_path / "b", 5, 500, 7)
    bench.make_corpus(texts, tmp_path / "c", 3, 500, 8)
    a, b, c = ([path.read_text("utf-8") for path in sorted((tmp_path / name).rglob("*.txt"))] for name in "abc")
    assert a == b[:3]
    assert a != c
    assert len(set(b)) == 5
    assert all(len(text) == 500 for text in b)
    assert "Điều 11." in a[0]


def test_every_count_is_measured_with_every_number_of_jobs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(conversion, "Reading", Quick)
    (tmp_path / "a.txt").write_text("Điều 1. Họp ngày 1/2 tại Hà Nam\n", encoding="utf-8")
    found = list(bench.bench([3], jobs=[1, 2], samples=tmp_path, formats=["csv"]))
    assert [(one.documents, one.jobs) for one in found] == [(3, 1), (3, 2)]
    assert all(0 < one.reading < one.whole and one.peak > 10 and one.characters for one in found)
    assert len(found[0].cells()) == len(bench.HEAD)


def test_no_samples(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"No samples in .*nothing; name a folder of documents with --from"):
        next(bench.bench([1], samples=tmp_path / "nothing", lang="en"))
