"""Word's automatic numbers: they are not in the text but follow from numbering.xml and styles.xml.

A paragraph names a ``num`` and a level, itself or through its style; the ``num`` points to an ``abstractNum`` whose
levels say how the number is written. All ``num`` of one ``abstractNum`` share its counters, unless a
``startOverride`` begins anew (ECMA-376 part 1, 17.9).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from dieukhoan.readers.word.counting import written
from dieukhoan.readers.word.styles import Styles
from dieukhoan.readers.word.symbols import bullet
from dieukhoan.readers.word.xml import Element, number, switched_on, value, w

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9
_IND = w("pPr/ind")
_NUM_ID, _ABSTRACT_ID, _ILVL = w("numId"), w("abstractNumId"), w("ilvl")
_BETWEEN = {"nothing": ""}  # a tab or a space after the number: one space


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered. ``restart`` is the level (from 1) that makes it begin again, 0 for never,
    None for every level above; ``style`` the paragraph style that stands for this level."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    between: str = " "
    legal: bool = False
    restart: int | None = None
    font: str = ""
    style: str = ""
    indent: Element | None = None
    capitals: bool = False


@dataclass(frozen=True, slots=True)
class _List:
    """A ``num``: the abstract list whose counters it uses, its levels, and the starts that it overrides."""

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]


class Numbering:
    """The lists of a document and their counters, which go on as :meth:`label` is called paragraph by paragraph."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._nums: dict[str, Element] = {}
        self._abstracts: dict[str, Element] = {}
        if root is not None:
            self._nums = {item.get(_NUM_ID, ""): item for item in root.iterfind(w("num"))}
            self._abstracts = {item.get(_ABSTRACT_ID, ""): item for item in root.iterfind(w("abstractNum"))}
        self._lists: dict[str, _List | None] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        self._places: dict[str, tuple[str, int] | None] = {}

    def place(self, direct: Element | None, style_id: str) -> tuple[str, int] | None:
        """The list and level (from 0) of a paragraph that says ``direct`` of it (its ``numPr``) and has this style;
        None for no list."""
        num_id = "" if direct is None else value(direct.find(_NUM_ID))
        level = None if direct is None else direct.find(_ILVL)
        if num_id:
            return (num_id, number(value(level))) if self._list(num_id) else None
        if style_id not in self._places:
            self._places[style_id] = self._place_of_style(style_id)
        inherited = self._places[style_id]
        if inherited and level is not None:
            return inherited[0], number(value(level))
        return inherited

    def _place_of_style(self, style_id: str) -> tuple[str, int] | None:
        """A style's level is the one that names the style; what its own ``ilvl`` says counts only without that."""
        said = self._styles.find(style_id, "pPr/numPr")
        num_id = "" if said is None else value(said.find(_NUM_ID))
        found = self._list(num_id)
        if said is None or found is None:
            return None
        named = {level.style: index for index, level in found.levels.items() if level.style}
        for style in self._styles.chain(style_id):
            if style.get(w("styleId")) in named:
                return num_id, named[style.get(w("styleId"), "")]
        return num_id, number(value(said.find(_ILVL)))

    def level(self, num_id: str, index: int) -> Level | None:
        """How the level ``index`` of a list is numbered, None where it is not defined."""
        found = self._list(num_id)
        return found.levels.get(index) if found else None

    def label(self, num_id: str, index: int) -> str:
        """Count one more paragraph on this level and give the number that Word shows before it, with the space that
        follows; empty where it shows none."""
        found = self._list(num_id)
        level = found.levels.get(index) if found else None
        if not found or not level or not 0 <= index < _LEVELS:
            return ""
        counters = self._count(found, num_id, index)
        if level.format == "bullet":
            shown = bullet(level.text, level.font)
        else:
            shown = _PLACE.sub(lambda match: _shown(found, counters, int(match[1]) - 1, legal=level.legal), level.text)
        return f"{shown.strip()}{level.between}" if shown.strip() else ""

    def _count(self, found: _List, num_id: str, index: int) -> list[int | None]:
        counters = self._counters.setdefault(found.abstract, [None] * _LEVELS)
        level = found.levels[index]
        overridden = index in found.starts and (num_id, index) not in self._begun
        self._begun.add((num_id, index))
        here = counters[index]
        if overridden:
            counters[index] = found.starts[index]
        else:
            counters[index] = level.start if here is None else here + 1
        for below in range(index + 1, _LEVELS):
            restart = found.levels[below].restart if below in found.levels else None
            if restart is None or index < restart:
                counters[below] = None
        return counters

    def _list(self, num_id: str) -> _List | None:
        if num_id not in self._lists:
            self._lists[num_id] = self._read(num_id, ())
        return self._lists[num_id]

    def _read(self, num_id: str, seen: tuple[str, ...]) -> _List | None:
        num = self._nums.get(num_id)
        if num is None or num_id in seen or num_id == "0":
            return None
        abstract_id = value(num.find(_ABSTRACT_ID))
        abstract = self._abstracts.get(abstract_id)
        if abstract is None:
            return None
        link = value(abstract.find(w("numStyleLink")))
        if link:  # the levels stand in the list that the numbering style names
            said = self._styles.find(link, "pPr/numPr/numId")
            linked = self._read(value(said), (*seen, num_id))
            abstract_id, levels = (linked.abstract, dict(linked.levels)) if linked else (abstract_id, {})
        else:
            levels = {number(item.get(_ILVL)): _level(item) for item in abstract.iterfind(w("lvl"))}
        return _List(abstract_id, *_overridden(num, levels))


def _overridden(num: Element, levels: dict[int, Level]) -> tuple[dict[int, Level], dict[int, int]]:
    starts: dict[int, int] = {}
    for override in num.iterfind(w("lvlOverride")):
        index = number(override.get(_ILVL))
        level, start = override.find(w("lvl")), override.find(w("startOverride"))
        if level is not None:
            levels[index] = _level(level)
        if start is not None:
            starts[index] = number(value(start), 1)
            levels[index] = replace(levels.get(index, Level()), start=starts[index])
    return levels, starts


def _level(item: Element) -> Level:
    restart = item.find(w("lvlRestart"))
    fonts = item.find(w("rPr/rFonts"))
    picture = item.find(w("lvlPicBulletId"))
    return Level(
        start=number(value(item.find(w("start"))), 0 if item.find(w("start")) is None else 1),
        format=value(item.find(w("numFmt")), "decimal"),
        text="•" if picture is not None else value(item.find(w("lvlText"))),
        between=_BETWEEN.get(value(item.find(w("suff"))), " "),
        legal=bool(switched_on(item.find(w("isLgl")))),
        restart=None if restart is None else number(value(restart)),
        font="" if fonts is None else fonts.get(w("ascii"), fonts.get(w("hAnsi"), "")),
        style=value(item.find(w("pStyle"))),
        indent=item.find(_IND),
        capitals=bool(switched_on(item.find(w("rPr/caps")))),
    )


def _shown(found: _List, counters: list[int | None], index: int, *, legal: bool) -> str:
    """The value of a level inside a number; a level above that was never counted shows its start."""
    level = found.levels.get(index, Level())
    count = counters[index]
    style = "decimal" if legal and level.format != "decimalZero" else level.format
    return written(level.start if count is None else count, style)
