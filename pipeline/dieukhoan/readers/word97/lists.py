"""Lists of a Word 97 document: how their levels are numbered, and what single lists override (MS-DOC 2.9.131 and
following)."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from struct import unpack_from

from dieukhoan.readers.word.node import new, say, under
from dieukhoan.readers.word.xml import Element, number, sound, value, w
from dieukhoan.readers.word97.file import Table, WordFile
from dieukhoan.readers.word97.marks import paragraph_properties, paragraphs, run_properties, runs, style_name
from dieukhoan.readers.word97.sprms import named

_NO_STYLE = 0xFFF
_LEVELS = 9
_LIST_RECORD, _OVERRIDE_RECORD, _LEVEL_RECORD = 28, 16, 28
_FORMATS = {
    0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 5: "ordinal",
    22: "decimalZero", 23: "bullet", 255: "none",
}  # fmt: skip
_LEGAL, _OWN_RESTART = 0x04, 0x08
_START, _FORMATTING = 0x10, 0x20
_PLACES = re.compile("[\x00-\x08]")  # of the numbers of levels in the text of one
_FOLLOWED = {0: "tab", 1: "space", 2: "nothing"}
_KEY, _INDEX = w("abstractNumId"), w("ilvl")


def numbering(file: WordFile, known: Mapping[int, str], used: Collection[int]) -> Element:
    """The lists as ``numbering.xml`` would have them: a ``num`` for each of the numbers ``used``, and their lists."""
    root = new(w("numbering"))
    if used:
        wanted = _overrides(root, file.part(Table.OVERRIDES), known, used)
        _lists(root, file, known, wanted)
        _complete(root)
    return root


def _lists(root: Element, file: WordFile, known: Mapping[int, str], wanted: Collection[int]) -> None:
    data, after = file.part(Table.LISTS), file.after(Table.LISTS)
    count = unpack_from("<H", data)[0] if len(data) > 2 else 0
    at = 0
    for place in range(min(count, (len(data) - 2) // _LIST_RECORD)):
        record = data[2 + place * _LIST_RECORD :][:_LIST_RECORD]
        key, *linked = unpack_from("<I4x9H", record)
        levels = 1 if record[26] & 1 else _LEVELS
        if key not in wanted:
            for _ in range(levels):
                at = _after_level(after, at)
            continue
        holder = under(root, w("abstractNum"), {w("abstractNumId"): str(key)})
        for index in range(levels):
            level, at = _level(after, at, index, known)
            if linked[index] < _NO_STYLE:
                say(level, "pStyle", style_name(linked[index]))
            holder.append(level)


def _after_level(data: bytes, at: int) -> int:
    at += _LEVEL_RECORD + data[at + 24] + data[at + 25]
    return at + 2 + 2 * int(unpack_from("<H", data, at)[0])


def _level(data: bytes, at: int, index: int, known: Mapping[int, str]) -> tuple[Element, int]:
    """A level, and where the next one begins."""
    start, form, info = unpack_from("<iBB", data, at)
    follow, characters, indent, restart = data[at + 15], data[at + 24], data[at + 25], data[at + 26]
    at += _LEVEL_RECORD
    level = new(w("lvl"), {w("ilvl"): str(index)})
    say(level, "start", start)
    say(level, "numFmt", _FORMATS.get(form, "decimal"))
    if info & _OWN_RESTART:
        say(level, "lvlRestart", restart)
    if info & _LEGAL:
        under(level, w("isLgl"))
    say(level, "suff", _FOLLOWED.get(follow, "tab"))
    paragraph_properties(level, paragraphs(data[at : at + indent]))
    run_properties(level, runs(data[at + indent : at + indent + characters]), known)
    text, at = named(data, at + indent + characters)
    say(level, "lvlText", sound(_PLACES.sub(lambda match: f"%{ord(match.group()) + 1}", text)))
    return level, at


def _overrides(root: Element, data: bytes, known: Mapping[int, str], used: Collection[int]) -> set[int]:
    """Add a ``num`` for each override that is ``used``; gives the keys of their lists."""
    count = unpack_from("<I", data)[0] if len(data) > 4 else 0
    count = min(count, (len(data) - 4) // _OVERRIDE_RECORD)
    at = 4 + count * _OVERRIDE_RECORD
    wanted: set[int] = set()
    for index in range(count):
        place = 4 + index * _OVERRIDE_RECORD
        key = unpack_from("<I", data, place)[0]
        num = new(w("num"), {w("numId"): str(index + 1)})
        say(num, "abstractNumId", key)
        at += 4
        for _ in range(data[place + 12]):
            at = _override(num, data, at, known)
        if index + 1 in used:
            root.append(num)
            wanted.add(key)
    return wanted


def _override(num: Element, data: bytes, at: int, known: Mapping[int, str]) -> int:
    start, bits = unpack_from("<iI", data, at)
    at += 8
    index = bits & 0xF
    holder = under(num, w("lvlOverride"), {w("ilvl"): str(index)})
    if bits & _FORMATTING:
        level, at = _level(data, at, index, known)
        said = level.find(w("start"))
        start = number(value(said), start)
        if not bits & _START and said is not None:
            level.remove(said)  # it says nothing there; the list's own start holds
        holder.append(level)
    if bits & _START:
        say(holder, "startOverride", start)
    return at


def _complete(root: Element) -> None:
    """Levels that override others begin where those do, if they do not say so."""
    known = {
        (item.get(_KEY), level.get(_INDEX)): level.find(w("start"))
        for item in root.iterfind(w("abstractNum"))
        for level in item
    }
    for num in root.iterfind(w("num")):
        key = value(num.find(w("abstractNumId")))
        for level in num.iterfind(w("lvlOverride/lvl")):
            start = known.get((key, level.get(_INDEX)))
            if level.find(w("start")) is None and start is not None:
                say(level, "start", value(start))
