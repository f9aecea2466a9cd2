"""Text boxes: where in the text each hangs (MS-DOC 2.8.37, 2.8.32; MS-ODRAW 2.2.13 and following)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from struct import unpack_from

from dieukhoan.readers.word97.file import Table, WordFile

_BOX, _SHAPE = 22, 26  # bytes of a record
_BEFORE_BOXES = 6  # subdocuments
_GROUPS, _DRAWING, _GROUP, _SHAPE_BOX, _ID = 0xF000, 0xF002, 0xF003, 0xF004, 0xF00A
_DEEPEST = 30


def boxes(file: WordFile) -> dict[int, list[tuple[int, int]]]:
    """For each place in the text the spans of the text of the boxes that hang there."""
    base = sum(file.lengths[:_BEFORE_BOXES])
    anchors, shapes = file.plc(Table.SHAPES, _SHAPE)
    where = {unpack_from("<I", shape)[0]: anchor for anchor, shape in zip(anchors, shapes, strict=False)}
    places, records = file.plc(Table.BOXES, _BOX)
    outermost = dict(_outermost(file.part(Table.DRAWINGS))) if records else {}
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for start, end, record in zip(places, places[1:], records, strict=False):
        shape = unpack_from("<I", record, 14)[0]
        anchor = where.get(shape, where.get(outermost.get(shape, shape)))
        if anchor is not None and end > start:
            found[anchor].append((base + start, base + end))
    return dict(found)


def _outermost(data: bytes) -> Iterator[tuple[int, int]]:
    """Each shape and the outermost group that it is part of: only that one has a place in the text."""
    kind, size = unpack_from("<HI", data, 2) if len(data) > 8 else (0, 0)
    at = 8 + size if kind == _GROUPS else 0
    while at + 9 <= len(data):
        kind, size = unpack_from("<HI", data, at + 3)  # a byte says whether it belongs to the text or to headers
        if kind == _DRAWING:
            for inner, start, end in _records(data, at + 9, at + 9 + size):
                if inner == _GROUP:
                    for shape, span in _children(data, start, end):
                        yield from ((part, shape) for part in _shapes(data, *span, _DEEPEST))
        at += 9 + size


def _children(data: bytes, start: int, end: int) -> Iterator[tuple[int, tuple[int, int]]]:
    """The shapes and groups that a drawing consists of; the first one is the drawing itself."""
    for kind, first, last in _records(data, start, end):
        if kind in (_GROUP, _SHAPE_BOX):
            own = next(_shapes(data, first, last, _DEEPEST), None)
            if own is not None:
                yield own, (first, last)


def _shapes(data: bytes, start: int, end: int, deepest: int) -> Iterator[int]:
    """The numbers of all shapes between ``start`` and ``end``."""
    for kind, first, last in _records(data, start, end):
        if kind == _ID:
            yield unpack_from("<I", data, first)[0]
        elif kind in (_GROUP, _SHAPE_BOX) and deepest:
            yield from _shapes(data, first, last, deepest - 1)


def _records(data: bytes, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """The kind and the span of each record."""
    end = min(end, len(data))
    while start + 8 <= end:
        kind, size = unpack_from("<HI", data, start + 2)
        yield kind, start + 8, min(start + 8 + size, end)
        start += 8 + size
