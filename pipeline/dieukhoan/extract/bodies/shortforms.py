"""Short forms that the document itself introduces: "(sau đây gọi tắt là …)", "(CĐVCVN)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dieukhoan.core.records import Abbreviation, Document
from dieukhoan.extract.bodies.longforms import listed, taken_over
from dieukhoan.nlp.name import Name
from dieukhoan.rulebook import Match, Rulebook

_WORD = re.compile(r"[^\W_]+")
_JOIN = re.compile(r" *(?:,|;|và|hoặc|với) *(?:các )?")  # within its line: a recital ends "… của UBND tỉnh;"
_KINDS = frozenset({"generic.body", "generic.weak", "generic.listed", "body.police.investigation"})
_LONGEST_CLAUSE = 400  # characters of a long form that shares no word with its short form
_GOVERNS = re.compile(r"(?:[,;/]|(?<!\w)(?:và|hoặc|hay|của|do|tại|thuộc|trong|về|cho)) (?:các )?$")
_SIDE = re.compile(r"(?:bên|chủ đầu tư|nhà thầu|công ty|ngân hàng) ?", re.IGNORECASE)
_MANY = re.compile(r"(?:các|hai|ba|bốn|năm|sáu|\d+|mỗi) ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ShortForm:
    """``short`` stands for the words ``[long_start, long_end)``; ``name`` is the body that they name, None where they
    name something else or several bodies at once. View offsets."""

    short: str
    start: int
    end: int
    long_start: int
    long_end: int
    name: Name | None


def find_short_forms(document: Document, rules: Rulebook, names: Sequence[Name]) -> list[ShortForm]:
    """Every definition of a short form, in reading order."""
    ends = {name.end: index for index, name in enumerate(names)}
    text = document.view.text
    found = []
    for match in rules.family("shortform").scan(document.view):
        before = match.start
        while before > 0 and text[before - 1] in " ,":
            before -= 1
        named = before in ends and match.emit["kind"] != "other"
        form = _named(text, match, names, ends[before]) if named else _spelled(text, match, before)
        if form:
            found.append(form)
    return found


def _named(text: str, match: Match, names: Sequence[Name], index: int) -> ShortForm | None:
    short, (start, end) = match.groups["short"].strip(), match.spans["short"]
    again = names[index + 1] if index + 1 < len(names) and names[index + 1].start == start else None
    if match.rule.id == "shortform.brackets" and not _same_words(again, names[index], end):
        return _in_brackets(text, match, names[index])
    begins = taken_over(text, names[index].end, short)
    if begins is not None and begins < names[index].start:
        return ShortForm(short, start, end, begins, names[index].end, _bearer(text, begins, names, index))
    if begins is not None and names[index].rule.family != "body" and begins > _bare(text, names[index]):
        return ShortForm(short, start, end, begins, names[index].end, _owned_from(begins, names[index]))
    if _same_words(again, names[index], end):
        return ShortForm(short, start, end, names[index].start, names[index].end, names[index])
    return _by_name(text, match, names, index, again)


def _same_words(again: Name | None, whole: Name, end: int) -> bool:
    """Whether the short form is itself read as a name of that kind of body."""
    return again is not None and again.end == end and again.head == whole.head


def _in_brackets(text: str, match: Match, whole: Name) -> ShortForm | None:
    short, (start, end) = match.groups["short"].strip(), match.spans["short"]
    coded = any(char.isdigit() for char in short)  # "Phòng Tham mưu (PV01)"
    name = whole if coded else _abbreviated(text, short, whole)
    return ShortForm(short, start, end, whole.start, whole.end, name) if name else _spelled(text, match, whole.end)


def _bare(text: str, name: Name) -> int:
    """Where a name begins behind its determiner ("các Sở")."""
    first = text.find(" ", name.start) + 1
    return first if name.plural and text[name.start : first].casefold() in ("các ", "những ", "mọi ") else name.start


def _owned_from(begins: int, whole: Name) -> Name | None:
    """The owner that begins there: "cơ quan chuyên môn thuộc UBND tỉnh (gọi là UBND cấp tỉnh)"."""
    at = whole.owner
    while at is not None and at.start != begins:
        at = at.owner
    return at


def _bearer(text: str, begins: int, names: Sequence[Name], index: int) -> Name | None:
    """The body named where the long form begins: "Trường A thuộc Bộ B (gọi là Trường)"; None for a list."""
    first = _first_listed(text, names, index)
    for at in range(index - 1, -1, -1):
        if _bare(text, names[at]) <= begins:
            return names[at] if at < first and _bare(text, names[at]) == begins else None
    return None


def _first_listed(text: str, names: Sequence[Name], index: int) -> int:
    """The first of the names that stand in a list with the one at ``index``."""
    while index and _JOIN.fullmatch(text, names[index - 1].end, names[index].start):
        index -= 1
    return index


def _by_name(text: str, match: Match, names: Sequence[Name], index: int, again: Name | None) -> ShortForm | None:
    """The short form of the name that stands before it, or of the list that the name closes."""
    short, (start, end) = match.groups["short"].strip(), match.spans["short"]
    whole, first = names[index], _first_listed(text, names, index)
    listed = first < index
    several = match.groups.get("collective") and (listed or not _same_kind(short, whole))
    if several or _MANY.match(short) or _another(text, short, whole, again):
        return ShortForm(short, start, end, names[first].start, whole.end, None)
    if listed and (
        not _alike(short, text[whole.start : whole.end])
        or any(_alike(short, text[other.start : other.end]) for other in names[first:index])
    ):
        return ShortForm(short, start, end, names[first].start, whole.end, None)
    meant = _meant(text, short, whole)
    form = ShortForm(short, start, end, meant.start, meant.end, meant)
    return _spelled(text, match, whole.end) if _governed(text, short, meant) else form


def _governed(text: str, short: str, name: Name) -> bool:
    """ "trường nghề, trung tâm X (gọi chung là cơ sở)", "đối tượng của Thủ tướng (gọi là người hưởng)": the words
    before the name are meant as well, and the short form does not sound like the name."""
    if _alike(short, text[name.start : name.end]) or _SIDE.match(short):
        return False
    same = short.casefold().split()[:2] == text[name.start : name.end].casefold().split()[:2]
    return not same and _GOVERNS.search(text, max(0, name.start - 12), name.start) is not None


def _another(text: str, short: str, whole: Name, again: Name | None) -> bool:
    """Whether the short form is a name for another kind of body: "Cơ quan điều tra trong Quân đội nhân dân (gọi tắt là
    Cơ quan điều tra)" is no name for the army."""
    if again is None or again.rule.id not in _KINDS or _same_kind(short, whole):
        return False
    return not _alike(short, text[whole.start : whole.end])


def _same_kind(short: str, name: Name) -> bool:
    """Whether the short form begins like the name; not so "Trường A, trung tâm B (gọi chung là cơ sở đào tạo)"."""
    return (name.office or name.head).casefold().split()[:1] == short.casefold().split()[:1]


def _meant(text: str, short: str, whole: Name) -> Name:
    """ "Ban Thường vụ Hội Nông dân tỉnh (gọi tắt là HND tỉnh)": the short form may be that of the owner."""
    owner = whole.owner
    if owner is not None and whole.rule.id == "body.state.leadership" and not _same_kind(short, whole):
        return owner  # "Ban Thường trực Ủy ban Mặt trận Tổ quốc tỉnh (gọi tắt là Mặt trận tỉnh)"
    while owner is not None:
        leads = whole.head.casefold().split()[:1] == short.casefold().split()[:1]
        if not leads and _alike(short, text[owner.start : owner.end]) and not _alike(short, whole.head):
            return owner
        owner = owner.owner
    return whole


def _alike(short: str, long: str) -> bool:
    """Whether the short form takes up words or initials of the long one."""
    words = {"cấp", *(word.lower() for word in _WORD.findall(long))}  # "UBND cấp tỉnh" of "UBND tỉnh, thành phố"
    initials = "".join(word[0] for word in _WORD.findall(long)).upper()
    return all(word.lower() in words or word.isupper() or word.upper() in initials for word in _WORD.findall(short))


def _abbreviated(text: str, short: str, name: Name) -> Name | None:
    """The name, or the owner inside it, whose initials the abbreviation gives: "Ban Thường vụ Công đoàn Viên chức
    Việt Nam (CĐVCVN)" abbreviates the owner."""
    at: Name | None = name
    while at is not None:
        words = _WORD.findall(text[at.start : at.end])
        if _initials_of(words) == _letters(short) or _letters(short) == _initials_of(_WORD.findall(at.head)):
            return at
        at = at.owner
    return None


def _letters(short: str) -> str:
    return "".join(word if word.isupper() else word[0] for word in _WORD.findall(short)).lower()


def _initials_of(words: Sequence[str]) -> str:
    return "".join(word if word.isupper() and len(word) > 1 else word[0] for word in words).lower()


def _spelled(text: str, match: Match, before: int) -> ShortForm | None:
    """An abbreviation after words that are no body's name ("trung học phổ thông (THPT)")."""
    if match.rule.id != "shortform.brackets":
        return _told(text, match, before)
    letters = _letters(match.groups["short"])
    line = text.rfind("\n", 0, before) + 1
    words = list(_WORD.finditer(text, max(line, before - 160), before))[-len(letters) :]
    if _initials_of([word.group() for word in words]) != letters or not letters:
        return None
    start, end = match.spans["short"]
    return ShortForm(match.groups["short"], start, end, words[0].start(), words[-1].end(), None)


def _told(text: str, match: Match, before: int) -> ShortForm | None:
    """ "(sau đây gọi tắt là Chương trình)": the long form begins where the short form is taken from, else with the
    list that is meant."""
    short, (start, end) = match.groups["short"].strip(), match.spans["short"]
    begins = taken_over(text, before, short)
    first = listed(text, before) if begins is None else begins
    if begins is None and before - first > _LONGEST_CLAUSE:
        return None  # so long a clause is no name for anything
    said = any(char.isalpha() for char in text[first:before])
    return ShortForm(short, start, end, first, before, None) if said else None


def abbreviations(document: Document, forms: Sequence[ShortForm]) -> tuple[Abbreviation, ...]:
    """The forms as records, with source offsets and texts."""
    source, view = document.text, document.view
    out = []
    for form in forms:
        start, end = view.to_source(form.start, form.end)
        first, last = view.to_source(form.long_start, form.long_end)
        out.append(Abbreviation(source[start:end], " ".join(source[first:last].split()), start, end))
    return tuple(out)
