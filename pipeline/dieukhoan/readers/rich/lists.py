"""The lists of an RTF file as ``numbering.xml`` would have them."""

from __future__ import annotations

from dataclasses import dataclass, field

from dieukhoan.readers.rich.fonts import Font
from dieukhoan.readers.rich.tokens import Tokens
from dieukhoan.readers.word.node import say, under
from dieukhoan.readers.word.xml import Element, sound, w

_FORMATS = {
    0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 22: "decimalZero",
    23: "bullet", 255: "none",
}  # fmt: skip
_FOLLOWED = {0: "tab", 1: "space", 2: "nothing"}
_LEVELS = 9


@dataclass(slots=True)
class _Reading:
    """Where the reading of a table of lists stands."""

    root: Element
    holder: Element | None = None
    level: Element | None = None
    count: int = 0
    text: list[int] = field(default_factory=list)
    passed: int = 0  # characters that only stand for a Unicode one
    texts: int | None = None  # how deep the group of the text of a level is


def lists(root: Element, group: str, fonts: dict[int, Font]) -> None:
    """Add the lists of the group ``\\listtable`` to ``root``."""
    state = _Reading(root)
    depth, tokens = 0, Tokens(group)
    for kind, name, number in tokens:
        if kind == "{":
            depth += 1
        elif kind == "}":
            if state.texts == depth and state.level is not None:
                _write_text(state)
            depth -= 1
        elif kind == "word":
            if name == "leveltext":
                state.texts, state.text = depth, []
            elif name in ("levelnumbers", "listname", "listpicture"):
                tokens.skip()
            elif state.texts is not None and name == "u" and number is not None:
                state.text.append(number % 0x10000)
                state.passed = 1
            else:
                _word(state, name, number or 0, fonts)
        elif state.texts is not None:
            codes = [number] if kind == "byte" and number is not None else list(map(ord, name))
            state.text += codes[state.passed :]
            state.passed = 0


def _word(state: _Reading, name: str, number: int, fonts: dict[int, Font]) -> None:
    if name == "list":
        state.holder, state.count = under(state.root, w("abstractNum")), 0
    elif name == "listid" and state.holder is not None:
        state.holder.set(w("abstractNumId"), str(number))
    elif name == "listlevel" and state.holder is not None:
        state.level = under(state.holder, w("lvl"), {w("ilvl"): str(state.count)})
        state.count += 1
    elif state.level is None:
        return
    elif name in ("levelnfc", "levelnfcn"):
        _once(state.level, "numFmt", _FORMATS.get(number, "decimal"))
    elif name == "levelstartat":
        _once(state.level, "start", number)
    elif name == "levelfollow":
        _once(state.level, "suff", _FOLLOWED.get(number, "tab"))
    elif name == "levellegal" and number:
        under(state.level, w("isLgl"))
    elif name == "levelnorestart" and number:
        say(state.level, "lvlRestart", 0)
    elif name == "f" and number in fonts:
        holder = under(state.level, w("rPr"))
        under(holder, w("rFonts"), {w("ascii"): fonts[number].name})


def _once(level: Element, name: str, value: object) -> None:
    for old in level.findall(w(name)):
        level.remove(old)
    say(level, name, value)


def _write_text(state: _Reading) -> None:
    """The text of a level: its length, then characters, those below nine being the numbers of levels."""
    codes = state.text[1 : 1 + state.text[0]] if state.text else []
    codes = [code for code in codes if code != ord(";")] if codes[-1:] == [ord(";")] else codes
    shown = "".join(f"%{code + 1}" if code < _LEVELS else chr(code) for code in codes)
    if state.level is not None:
        say(state.level, "lvlText", sound(shown))
    state.texts = None


def overrides(root: Element, group: str) -> None:
    """Add the uses of lists, with the starts that they override, of the group ``\\listoverridetable``."""
    num: Element | None = None
    level: Element | None = None
    index = 0
    for kind, name, number in Tokens(group):
        if kind != "word":
            continue
        if name == "listoverride":
            num, level, index = under(root, w("num")), None, 0
        elif num is None:
            continue
        elif name == "listid":
            say(num, "abstractNumId", number or 0)
        elif name == "ls":
            num.set(w("numId"), str(number or 0))
        elif name == "lfolevel":
            level = under(num, w("lvlOverride"), {w("ilvl"): str(index)})
            index += 1
        elif name == "levelstartat" and level is not None and level.find(w("startOverride")) is None:
            say(level, "startOverride", number if number is not None else 1)
