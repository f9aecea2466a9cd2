"""Signature blocks: which cells belong to one signer, side by side or one under the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from dieukhoan.extract.closing.cells import Cell

# Two cells this far apart (in columns of text) are two columns.
_APART = 24


@dataclass(frozen=True, slots=True)
class Token:
    """A cell and what it is: ``part`` is capacity, office, office_more, name, signed or body; ``own`` the words that
    say it, without the name of a body on the same line, which is ``body``. ``side`` marks the side of a contract ("ĐẠI
    DIỆN BÊN A")."""

    cell: Cell
    part: str
    own: str
    body: str = ""
    side: bool = False


@dataclass(slots=True)
class Block:
    """The tokens of one signer; ``middle`` is where they stand on the line, in columns."""

    middle: float
    tokens: list[Token] = field(default_factory=list)

    def words(self, part: str) -> str:
        """The words of one part, joined by a space."""
        return " ".join(token.own for token in self.tokens if token.part == part)

    def has(self, part: str) -> bool:
        """Whether a token of this part is there."""
        return any(token.part == part for token in self.tokens)

    def lines(self) -> range:
        """From the first line to the last."""
        numbers = [token.cell.line for token in self.tokens]
        return range(min(numbers), max(numbers) + 1)

    def add(self, token: Token) -> None:
        """Take a token in. "THỐNG ĐỐC" above "PHÓ THỐNG ĐỐC" is for whom the deputy signs, though "KT." is missing."""
        if token.part == "office" and _is_deputy(token.own, self.words("office")):
            self.tokens = [replace(old, part="capacity") if old.part == "office" else old for old in self.tokens]
        self.tokens.append(token)

    def closed_to(self, token: Token) -> bool:
        """Whether a token must belong to another signer: it comes after the name, or repeats what is said already."""
        if token.part == "signed":
            return False
        if self.has("name"):
            return True
        if token.part == "capacity":
            return self.has("office") or any(_same_capacity(token, old) for old in self.tokens)
        if token.part == "body":
            return self.has("office") and self.has("body")
        office = self.words("office")
        return token.part == "office" and bool(office) and not _is_deputy(token.own, office)


def _is_deputy(new: str, head: str) -> bool:
    new, head = new.lower(), head.lower()
    return bool(head) and new in (f"phó {head}", head.replace("bộ trưởng", "thứ trưởng")) and new != head


def _same_capacity(new: Token, old: Token) -> bool:
    """ "TM." follows "TM." in the block of another signer; "KT." follows "TM." in the same one."""
    return old.part == "capacity" and (new.side or new.own[:2].upper() == old.own[:2].upper())


def blocks(tokens: Iterable[Token]) -> list[Block]:
    """All blocks, band by band of lines and from left to right."""
    done: list[Block] = []
    open_blocks: list[Block] = []
    for _, row in groupby(tokens, key=lambda token: token.cell.line):
        line = list(row)
        targets = _targets(line, open_blocks)
        if any(block is not None and block.closed_to(token) for token, block in zip(line, targets, strict=True)):
            open_blocks, targets = [], [None] * len(line)
        new = [Block(token.cell.middle) for token, target in zip(line, targets, strict=True) if target is None]
        open_blocks = sorted([*open_blocks, *new], key=lambda block: block.middle)
        done += new
        fresh = iter(new)
        for token, target in zip(line, targets, strict=True):
            (target or next(fresh)).add(token)
    return _without_letterhead(_dealt_out(_in_order(done)))


def _targets(line: Sequence[Token], open_blocks: Sequence[Block]) -> list[Block | None]:
    """The block of each token of a line, None for a new one: by order where the numbers agree, else by place."""
    if len(line) == len(open_blocks):
        return list(open_blocks)
    return list(_nearest(line, open_blocks))


def _nearest(line: Sequence[Token], open_blocks: Sequence[Block]) -> Iterator[Block | None]:
    free = list(open_blocks)
    for token in line:
        best = min(free, key=lambda block: abs(block.middle - token.cell.middle), default=None)
        if best is not None and (len(line) == 1 or abs(best.middle - token.cell.middle) < _APART):
            free.remove(best)
            yield best
        else:
            yield None


def _in_order(found: list[Block]) -> list[Block]:
    """Blocks that share lines from left to right, the others as they come."""
    order: list[Block] = []
    for block in found:
        at = len(order)
        while at and _beside(order[at - 1], block) and order[at - 1].middle > block.middle:
            at -= 1
        order.insert(at, block)
    return order


def _beside(one: Block, other: Block) -> bool:
    first, second = one.lines(), other.lines()
    return first.start < second.stop and second.start < first.stop


def _dealt_out(found: list[Block]) -> list[Block]:
    """Cells that came row by row from a table without borders: all capacities, then all offices, then all names.
    Names that stand alone at the end are dealt out to the blocks without one before them."""
    kept: list[Block] = []
    for block in found:
        bare = all(token.part in ("name", "signed") for token in block.tokens)
        waiting = next((index for index, old in enumerate(kept) if not old.has("name")), None)
        if bare and waiting is not None and kept[-1].has("name"):
            _deal(kept[waiting:], block)
        else:
            kept.append(block)
    return kept


def _deal(open_blocks: list[Block], bare: Block) -> None:
    names = [token for block in (*open_blocks, bare) for token in block.tokens if token.part == "name"]
    for block in open_blocks:
        block.tokens = [token for token in block.tokens if token.part != "name"]
    for block, name in zip(open_blocks, names, strict=False):
        block.tokens.append(name)


def _without_letterhead(found: list[Block]) -> list[Block]:
    """Drop what follows the last name and has none: the letterhead of an annexed text ("CHỦ TỊCH ỦY BAN NHÂN DÂN")."""
    named = [block.lines().stop for block in found if block.has("name")]
    if not named:
        return found
    return [block for block in found if block.has("name") or block.lines().start < max(named)]
