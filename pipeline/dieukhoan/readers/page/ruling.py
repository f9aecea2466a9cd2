"""Straight lines drawn on a page, upright or level: what tables are ruled with."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

_STRAIGHT = 1.5  # points by which a line may be off
_SHORTEST = 6.0  # points
_THICKEST = 4.0  # points of a rule that is drawn as a filled area
_MOST = 20_000  # objects or points; a drawing has more
_FEWEST = 4  # paths; a page with fewer has no table

Point = tuple[float, float]
Rule = tuple[float, float, float]
"""Where a line stands (its y or x), from where to where it runs."""


def ruling(page: pypdfium2.PdfPage) -> tuple[list[Rule], list[Rule]]:
    """The level lines (y, from x, to x) and the upright ones (x, from y, to y) of ``page``, in points."""
    level: list[Rule] = []
    upright: list[Rule] = []
    for (x0, y0), (x1, y1) in _edges(page):
        wide, high = abs(x1 - x0), abs(y1 - y0)
        if high <= _STRAIGHT and wide >= _SHORTEST:
            level.append(((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
        elif wide <= _STRAIGHT and high >= _SHORTEST:
            upright.append(((x0 + x1) / 2, min(y0, y1), max(y0, y1)))
    return level, upright


def _edges(page: pypdfium2.PdfPage) -> Iterator[tuple[Point, Point]]:
    raw, get, kind = page.raw, pdfium.FPDFPage_GetObject, pdfium.FPDFPageObj_GetType
    wanted, count = pdfium.FPDF_PAGEOBJ_PATH, min(pdfium.FPDFPage_CountObjects(raw), _MOST)
    paths = [item for index in range(count) if kind(item := get(raw, index)) == wanted]
    if len(paths) < _FEWEST:
        return
    left = _MOST
    for path in paths:
        left -= pdfium.FPDFPath_CountSegments(path)
        if left < 0:
            return
        if not _is_background(path):
            yield from _edges_of(path)


def _is_background(path: object) -> bool:
    """Whether the path is an area of colour without an outline: text that was marked, or pasted from a web page,
    stands on one such area a line, and these are no cells. Thin filled areas are the rules that Word draws."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    if stroke.value:
        return False
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(path, left, bottom, right, top)
    return min(right.value - left.value, top.value - bottom.value) > _THICKEST


def _edges_of(path: object) -> Iterator[tuple[Point, Point]]:
    """The straight edges of one path, a closed figure's last one too."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(path, matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    begin: Point = (0.0, 0.0)
    last: Point = (0.0, 0.0)
    for index in range(pdfium.FPDFPath_CountSegments(path)):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        here = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            begin = here
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            yield last, here
        last = here
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield here, begin
