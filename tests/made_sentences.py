"""Sentences as the articles of a made-up agreement between two parties, read by all stages and all rules."""

from __future__ import annotations

from dieukhoan.analyse import Analysis, analyse
from dieukhoan.core.records import Duty, Line, Source

_HEAD = """QUY CHẾ PHỐI HỢP
giữa Hội Khuyến học tỉnh Hà Giang và Sở Tài chính tỉnh Hà Giang

Hội Khuyến học tỉnh Hà Giang và Sở Tài chính tỉnh Hà Giang thống nhất ban hành Quy chế phối hợp như sau:

Điều 4. Tổ chức thực hiện
"""
PARTIES = ("Hội Khuyến học tỉnh Hà Giang", "Sở Tài chính tỉnh Hà Giang")


def analysed(using, *lines: str) -> Analysis:
    return whole(using, _HEAD + "\n".join(lines))


def whole(using, text: str) -> Analysis:
    spans, at = [], 0
    for line in text.split("\n"):
        spans.append(Line(at, at + len(line)))
        at += len(line) + 1
    return analyse(Source("a.txt", "0" * 64, "txt", text, tuple(spans)), using)


def who(done: Analysis, duty: Duty, role: str) -> tuple[str, ...]:
    names = {body.body_id: body.name for body in done.bodies}
    return tuple(names[item.body_id] for item in duty.roles if item.role == role)


def when(done: Analysis, duty: Duty) -> tuple[str, ...]:
    return tuple(done.text[start:end] for start, end in duty.deadlines)
