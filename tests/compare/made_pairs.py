"""A made template and a variant of it with the truth: what became of each unit and each duty."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from compare.made_tree import BLANK, STYLES, Maker, Node, lowered, rendered
from compare.made_words import ADJUNCTS, DEADLINES, EXTRAS, FILLINGS, FRESH, OTHER_BODIES, OURS, SWAPS, THEIRS

__all__ = ["STYLES", "Made", "made_pair"]


@dataclass
class Made:
    """Two texts, where each node stands in them, and the truth."""

    template: str
    variant: str
    template_at: dict[int, int]
    variant_at: dict[int, int]
    pairs: dict[tuple[int | None, int | None], str]
    changes: list[tuple[str | None, str | None, str]]
    fills: list[str]


def made_pair(seed: int, style: str = "chapters", other_style: str = "", edits: int = 12) -> Made:
    """A template and a variant with about ``edits`` edits, the same for one ``seed``."""
    maker = Maker(seed, edits)
    tree = maker.tree()
    template, template_at = rendered(tree, style)
    before = {node.key: node.text for node in tree.walk()}
    parents = {child.key: node.key for node in tree.walk() for child in node.children}
    work = _Edits(maker, tree, before, parents)
    work.run()
    variant, variant_at = rendered(tree, other_style or style)
    return Made(template, variant, template_at, variant_at, work.pairs(), work.duty_changes(), work.filled)


def _single(leaf: Node) -> bool:
    return ";" not in leaf.text


def _alone(leaf: Node) -> bool:
    return _single(leaf) and leaf.text.startswith((OURS, THEIRS)) and "phối hợp với" not in leaf.text


class _Edits:
    """What is done to the tree, and what that means for each unit."""

    def __init__(self, maker: Maker, tree: Node, before: dict[int, str], parents: dict[int, int]) -> None:
        self.maker, self.chance, self.tree = maker, maker.chance, tree
        self.before, self.parents = before, parents
        self.status: dict[int, str] = {}
        self.touched: set[int] = set()
        self.duties: dict[int, str] = {}
        self.merged: dict[int, int] = {}
        self.split: dict[int, int] = {}
        self.filled: list[str] = []

    def run(self) -> None:
        self._fill()
        kinds: tuple[Callable[[], None], ...] = (
            self._reword, self._reword, self._remove, self._add, self._add_article, self._move_away, self._move_near,
            self._split, self._merge, self._deadline, self._body, self._extend, self._move_edited, self._remove_article,
            self._shorten,
        )  # fmt: skip
        for _ in range(self.maker.edits):
            self.chance.choice(kinds)()

    def _fill(self) -> None:
        for leaf in self.tree.walk():
            if BLANK in leaf.text:
                value = self.chance.choice(FILLINGS)
                leaf.text = leaf.text.replace(BLANK, value)
                self.filled.append(value)
                self.status[leaf.key] = "filled"
                self.touched.add(leaf.key)

    def _articles(self) -> list[Node]:
        return [article for part in self.tree.children for article in part.children]

    def _leaves(self, fit: Callable[[Node], bool] = lambda leaf: True, spare: int = 1) -> tuple[Node, Node] | None:
        """An article and one of its untouched leaves, of an article that has at least ``spare`` untouched ones."""
        found = []
        for article in self._articles():
            free = [leaf for leaf in article.children if leaf.key not in self.touched and leaf.key in self.before]
            if len(free) > spare:
                found += [(article, leaf) for leaf in free if fit(leaf)]
        return self.chance.choice(found) if found else None

    def _reword(self) -> None:
        def fit(leaf: Node) -> bool:
            return _single(leaf) and any(f" {old} " in leaf.text for old, _ in SWAPS)

        if picked := self._leaves(fit, 0):
            leaf = picked[1]
            old, new = next(swap for swap in SWAPS if f" {swap[0]} " in leaf.text)
            leaf.text = leaf.text.replace(f" {old} ", f" {new} ", 1)
            self._mark(leaf, "modified", "reworded")

    def _extend(self) -> None:
        if picked := self._leaves(_single, 0):
            leaf = picked[1]
            leaf.text = f"{leaf.text}, {self.chance.choice(EXTRAS)}"
            self._mark(leaf, "modified", "reworded")

    def _shorten(self) -> None:
        def fit(leaf: Node) -> bool:
            return _single(leaf) and any(leaf.text.endswith(adjunct) for adjunct in ADJUNCTS)

        if picked := self._leaves(fit, 0):
            leaf = picked[1]
            adjunct = next(adjunct for adjunct in ADJUNCTS if leaf.text.endswith(adjunct))
            leaf.text = leaf.text.removesuffix(" " + adjunct)
            self._mark(leaf, "modified", "reworded")

    def _deadline(self) -> None:
        if picked := self._leaves(lambda leaf: _single(leaf) and any(when in leaf.text for when in DEADLINES), 0):
            leaf = picked[1]
            old = next(when for when in DEADLINES if when in leaf.text)
            leaf.text = leaf.text.replace(old, self.chance.choice([when for when in DEADLINES if when != old]))
            self._mark(leaf, "modified", "deadline_changed")

    def _body(self) -> None:
        if picked := self._leaves(_alone, 0):
            leaf = picked[1]
            old = OURS if leaf.text.startswith(OURS) else THEIRS
            leaf.text = self.chance.choice(OTHER_BODIES) + leaf.text.removeprefix(old)
            self._mark(leaf, "modified", "body_changed")

    def _mark(self, leaf: Node, status: str, duty: str = "") -> None:
        self.status[leaf.key] = status
        self.touched.add(leaf.key)
        if duty:
            self.duties[leaf.key] = duty

    def _remove(self) -> None:
        if picked := self._leaves(spare=2):
            article, leaf = picked
            article.children.remove(leaf)
            self._mark(leaf, "removed", "dropped")

    def _remove_article(self) -> None:
        for part in self.chance.sample(self.tree.children, len(self.tree.children)):
            fit = [one for one in part.children if not any(node.key in self.touched for node in one.walk())]
            if len(part.children) > 2 and fit:
                article = self.chance.choice(fit)
                part.children.remove(article)
                for node in article.walk():
                    self._mark(node, "removed", "dropped" if node.duty else "")
                return

    def _add(self) -> None:
        article = self.chance.choice(self._articles())
        leaf = self._new(FRESH)
        article.children.insert(self.chance.randint(0, len(article.children)), leaf)

    def _new(self, objects: tuple[str, ...]) -> Node:
        leaf = self.maker.node(self.maker.sentence(objects), duty=True)
        self._mark(leaf, "added", "new")
        return leaf

    def _add_article(self) -> None:
        part = self.chance.choice(self.tree.children)
        article = self.maker.node(self.chance.choice(("Hợp tác quốc tế", "Bình đẳng giới", "Bảo vệ môi trường")))
        self._mark(article, "added")
        article.children = [self._new(FRESH) for _ in range(2)]
        part.children.insert(self.chance.randint(0, len(part.children)), article)

    def _move_away(self) -> Node | None:
        if not (picked := self._leaves(spare=2)):
            return None
        article, leaf = picked
        others = [other for other in self._articles() if other is not article and other.key in self.before]
        host = self.chance.choice(others)
        article.children.remove(leaf)
        host.children.insert(self.chance.randint(0, len(host.children)), leaf)
        self._mark(leaf, "moved")
        return leaf

    def _move_edited(self) -> None:
        if (leaf := self._move_away()) and _single(leaf):
            leaf.text = f"{leaf.text}, {self.chance.choice(EXTRAS)}"
            self.duties[leaf.key] = "reworded"

    def _move_near(self) -> None:
        """To the other end among its siblings, past at least two of them: which one moved is then no question."""
        fit = [
            one for one in self._articles() if len(one.children) > 3 and all(n.key in self.before for n in one.children)
        ]
        fit = [one for one in fit if not any(self.status.get(n.key) == "moved" for n in one.children)]
        fit = [one for one in fit if one.key in self.before and one.children[0].key not in self.touched]
        if fit:
            article = self.chance.choice(fit)
            leaf = article.children.pop(0)
            article.children.append(leaf)
            self._mark(leaf, "moved")

    def _split(self) -> None:
        if picked := self._leaves(lambda leaf: "; " in leaf.text, 0):
            article, leaf = picked
            leaf.text, half = leaf.text.split("; ")
            second = self.maker.node(half[0].upper() + half[1:], duty=True)
            article.children.insert(article.children.index(leaf) + 1, second)
            self._mark(leaf, "modified")
            self.touched.add(second.key)
            self.split[second.key] = leaf.key

    def _merge(self) -> None:
        if picked := self._leaves(spare=1):
            article, leaf = picked
            at = article.children.index(leaf)
            after = article.children[at + 1] if at + 1 < len(article.children) else None
            if after and after.key in self.before and after.key not in self.touched:
                article.children.remove(after)
                leaf.text = f"{leaf.text}; {lowered(after.text)}"
                self._mark(leaf, "modified")
                self._mark(after, "modified")
                self.merged[after.key] = leaf.key

    def pairs(self) -> dict[tuple[int | None, int | None], str]:
        """The truth about units."""
        found: dict[tuple[int | None, int | None], str] = {}
        for key in self.before:
            status = self.status.get(key, "identical")
            if key == self.tree.key or key in self.split:
                continue
            if status == "removed":
                found[key, None] = status
            else:
                found[key, self.merged.get(key, key)] = status
        for node in self.tree.walk():
            if node.key in self.split:
                found[self.split[node.key], node.key] = "modified"
            elif node.key not in self.before:
                found[None, node.key] = "added"
        return found

    def duty_changes(self) -> list[tuple[str | None, str | None, str]]:
        """The truth about duties that changed; splits and merges keep theirs, and one unit may state two."""
        after = {node.key: node.text for node in self.tree.walk()}
        return [
            (before, after.get(key), change)
            for key, change in self.duties.items()
            for before in (self.before[key].split("; ") if change == "dropped" else [self.before.get(key)])
        ]
