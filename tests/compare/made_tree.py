"""A made agreement as a tree, and its text in one of several numbering styles."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from compare.made_words import ADJUNCTS, DEADLINES, HEADINGS, OBJECTS, OURS, THEIRS, TOPS, VERBS

BLANK = "…………"
STYLES = ("chapters", "roman", "letters", "dashes", "dotted", "articles", "flat")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")
_POINTS = "abcdđeghiklmnopq"


@dataclass
class Node:
    """A unit: ``key`` is what it is known by in both documents; ``duty`` tells whether its text states one."""

    key: int
    text: str
    duty: bool = False
    children: list[Node] = field(default_factory=list)

    def walk(self) -> Iterator[Node]:
        yield self
        for child in self.children:
            yield from child.walk()


class Maker:
    """Makes trees and sentences, the same for one seed."""

    def __init__(self, seed: int, edits: int) -> None:
        self.chance = random.Random(seed)
        self.keys = count()
        self.edits = edits
        self.used: set[tuple[str, str]] = set()

    def sentence(self, objects: tuple[str, ...] = OBJECTS) -> str:
        chance = self.chance
        while (pick := (chance.choice(VERBS), chance.choice(objects))) in self.used:
            pass
        self.used.add(pick)
        who = chance.choice((OURS, OURS, THEIRS, THEIRS, "Hai bên"))
        when = f" {chance.choice(DEADLINES)}" if chance.random() < 0.3 else ""
        helper = ""
        if who != "Hai bên" and chance.random() < 0.25:
            helper = f" chủ trì, phối hợp với {THEIRS if who == OURS else OURS}"
        return f"{who}{helper} {pick[0]} {pick[1]} {chance.choice(ADJUNCTS)}{when}"

    def node(self, text: str, *, duty: bool = False) -> Node:
        return Node(next(self.keys), text, duty)

    def tree(self) -> Node:
        chance = self.chance
        root = self.node("")
        headings = iter(chance.sample(HEADINGS, len(HEADINGS)))
        for top in TOPS[: chance.randint(3, 5)]:
            part = self.node(top)
            root.children.append(part)
            for _ in range(chance.randint(2, 4)):
                article = self.node(next(headings))
                part.children.append(article)
                for _ in range(chance.randint(3, 6)):
                    article.children.append(self.node(self.sentence(), duty=True))
        blanks = chance.sample([leaf for leaf in root.walk() if leaf.duty], 4)
        for leaf in blanks:
            leaf.text = f"{leaf.text}, đầu mối là {BLANK}"
        for leaf in chance.sample([leaf for leaf in root.walk() if leaf.duty and leaf not in blanks], 4):
            leaf.text = f"{leaf.text}; {lowered(self.sentence())}"
        return root


def lowered(sentence: str) -> str:
    return sentence[0].lower() + sentence[1:] if sentence.startswith("Hai") else sentence


def rendered(tree: Node, style: str) -> tuple[str, dict[int, int]]:
    """The text of a tree in a numbering style, and the offset at which each node begins."""
    lines = ["QUY CHẾ PHỐI HỢP", f"giữa {OURS} và {THEIRS}", ""]
    at: dict[int, int] = {}

    def put(key: int, line: str) -> None:
        at[key] = sum(len(one) + 1 for one in lines)
        lines.append(line)

    article_number = count(1)
    for top, part in enumerate(tree.children):
        roman = _ROMAN[top]
        named = {
            "chapters": f"Chương {roman}",
            "letters": f"{'ABCDEFGH'[top]}. {part.text}",
            "articles": f"Điều {top + 1}. {part.text.capitalize()}",
            "flat": f"{top + 1}. {part.text}",
        }
        put(part.key, named.get(style, f"{roman}. {part.text}"))
        if style == "chapters":
            lines.append(part.text)
        for middle, article in enumerate(part.children, 1):
            numbers = {
                "chapters": f"Điều {next(article_number)}.",
                "letters": f"{_ROMAN[middle - 1]}.",
                "dotted": f"{roman}.{middle}.",
                "articles": f"{top + 1}.{middle}.",
                "flat": f"{top + 1}.{middle}.",
            }
            put(article.key, f"{numbers.get(style, f'{middle}.')} {article.text}")
            for low, leaf in enumerate(article.children):
                mark = {"chapters": f"{low + 1}.", "letters": f"{low + 1}.", "dashes": "-"}.get(
                    style, f"{_POINTS[low]})"
                )
                put(leaf.key, f"{mark} {leaf.text}.")
    return "\n".join(lines) + "\n", at
