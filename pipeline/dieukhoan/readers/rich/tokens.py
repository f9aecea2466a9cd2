"""The words of RTF: groups, control words, characters."""

from __future__ import annotations

import re
from collections.abc import Iterator

_TOKEN = re.compile(
    r"\\([a-zA-Z]{1,32})(-?\d{1,10})?\x20?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|([^\\{}\r\n]+)", re.DOTALL
)
_SKIPPED = re.compile(r"\\bin(\d{1,9}) ?|\\.|[{}]", re.DOTALL)
_BYTE = re.compile("[\x80-\xff]")

Token = tuple[str, str, int | None]
"""Kind, name and number: ``{`` and ``}``; ``word`` with its number; ``sign`` (a control character such as ``~``);
``byte`` (its code as number); ``text``."""


class Tokens:
    """Goes through an RTF file, given as one character a byte."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0

    def __iter__(self) -> Iterator[Token]:
        text, match_at = self._text, _TOKEN.match
        end = len(text)
        while self._at < end:
            match = match_at(text, self._at)
            if match is None:
                self._at += 1  # line ends, and whatever makes no sense
                continue
            self._at = match.end()
            kind = match.lastindex
            if kind in (1, 2):
                number = int(match[2]) if match[2] else None
                if match[1] == "bin":
                    self._at += max(number or 0, 0)
                    continue
                yield "word", match[1], number
            elif kind == 3:
                yield "byte", "", int(match[3], 16)
            elif kind == 4:
                yield "sign", match[4], None
            elif kind == 5:
                yield match[5], "", None
            elif _BYTE.search(match[6]):
                for char in match[6]:
                    yield ("byte", "", ord(char)) if char >= "\x80" else ("text", char, None)
            else:
                yield "text", match[6], None

    def skip(self) -> None:
        """Go on behind the group that is open; its ``}`` is the next token."""
        depth = 0
        for match in _SKIPPED.finditer(self._text, self._at):
            if match.start() < self._at:
                continue  # inside binary data
            sign = match.group()
            if match[1]:
                self._at = match.end() + int(match[1])
            elif sign == "{":
                depth += 1
            elif sign == "}":
                depth -= 1
                if depth < 0:
                    self._at = match.start()
                    return
        self._at = len(self._text)

    def group(self) -> str:
        """What stands up to the end of the open group, which is the next token."""
        begun = self._at
        self.skip()
        return self._text[begun : self._at]
