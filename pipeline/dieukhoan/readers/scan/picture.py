"""A page as a picture: gray, straight, without coloured ink and ruled lines."""

from __future__ import annotations

import math

import numpy as np
import pypdfium2
from scipy import ndimage

from dieukhoan.readers.page.ruling import Rule

RESOLUTION = 300  # dots per inch
_MOST = 18_000_000  # pixels; an A4 page has 9 million, A3 twice as many
_DARK = 140  # gray; below it is ink
_STEEPEST = 5.0  # degrees that are looked for
_LEAST = 0.3  # degrees; less made no difference on the pages that were measured
_COARSE = 4  # pixels a side that are one when the angle is looked for
_LONGEST_STROKE = 0.55  # inches; no letter has a straight stroke as long
_THICKEST = 0.03  # inches of a ruled line
_BRIM = 2  # pixels beside a line that are its edge
_SQUARE = 8  # pixels a side
_FAINT = 25  # levels of gray by which a square with writing is darker than paper
_BLANK = 0.003  # share of such squares on an empty page
_MOST_STROKES = 20_000  # a drawing has more

Gray = np.ndarray[tuple[int, int], np.dtype[np.uint8]]
Ink = np.ndarray[tuple[int, int], np.dtype[np.bool_]]


def picture(page: pypdfium2.PdfPage) -> tuple[Gray, int]:
    """The page in gray and its resolution in dots per inch.

    Of each pixel the lightest colour is taken: red seals and blue signatures become light, black letters stay. What is
    stamped onto the page with text of its own is not drawn.
    """
    width, height = page.get_size()
    scale = min(RESOLUTION / 72, math.sqrt(_MOST / max(1.0, width * height)))
    bitmap = page.render(scale=scale, may_draw_forms=False, draw_annots=False)
    try:
        pixels = bitmap.to_numpy()
        gray = pixels if pixels.ndim == 2 else pixels[:, :, :3].max(axis=2)
        return np.ascontiguousarray(gray.reshape(gray.shape[:2])), round(scale * 72)
    finally:
        bitmap.close()


def straight(gray: Gray) -> tuple[Gray, float]:
    """The picture turned so that its lines are level, and by how many degrees it was turned."""
    angle = _slope(gray)
    if abs(angle) < _LEAST:
        return gray, 0.0
    return ndimage.rotate(gray, angle, reshape=False, order=1, cval=255, prefilter=False), angle


def _slope(gray: Gray) -> float:
    """The angle at which the lines of text run, in degrees, downwards to the right positive: at the right one the
    ink of the page falls into the fewest rows."""
    small = gray[: gray.shape[0] // _COARSE * _COARSE, : gray.shape[1] // _COARSE * _COARSE]
    rows, columns = np.nonzero(small.reshape(small.shape[0] // _COARSE, _COARSE, -1, _COARSE).min(axis=(1, 3)) < _DARK)
    if len(rows) < 100:
        return 0.0
    best = 0.0
    for step, reach in ((0.5, _STEEPEST), (0.1, 0.4), (0.02, 0.08)):
        angles = best + np.arange(-round(reach / step), round(reach / step) + 1) * step
        best = float(max(angles, key=lambda angle: _sharpness(rows, columns, angle)))
    return best


def _sharpness(rows: np.ndarray, columns: np.ndarray, angle: float) -> float:
    level = rows - columns * math.tan(math.radians(angle))
    counts = np.bincount(np.round(level - level.min()).astype(np.int64)).astype(np.float64)
    return float(np.square(np.diff(counts)).sum())


def ruled(gray: Gray, resolution: int) -> tuple[Gray, list[Rule], list[Rule]]:
    """The picture without its long straight lines, and these: level ones (y, from x, to x) and upright ones
    (x, from y, to y), in pixels from the upper left corner. A thick line is given more than once."""
    ink = gray < _DARK
    length, thick = round(_LONGEST_STROKE * resolution), round(_THICKEST * resolution)
    level, upright = _strokes(ink, length, thick), _strokes(ink.T, length, thick)
    clean = gray.copy()
    for y, x0, x1 in level:
        clean[max(0, y - _BRIM) : y + _BRIM + 1, x0:x1] = 255
    for x, y0, y1 in upright:
        clean[y0:y1, max(0, x - _BRIM) : x + _BRIM + 1] = 255
    return clean, [_rule(stroke) for stroke in level], [_rule(stroke) for stroke in upright]


def _rule(stroke: tuple[int, int, int]) -> Rule:
    return float(stroke[0]), float(stroke[1]), float(stroke[2])


def _strokes(ink: Ink, length: int, thick: int) -> list[tuple[int, int, int]]:
    """Runs of ink of at least ``length`` along the rows that belong to nothing thicker than ``thick``: (row, from,
    to). The dark edges of a page that was not laid straight on the glass are thicker."""
    padded = np.zeros((ink.shape[0], ink.shape[1] + 1), dtype=np.int8)
    padded[:, :-1] = ink
    steps = np.diff(padded.ravel(), prepend=0)
    starts, ends = np.flatnonzero(steps == 1), np.flatnonzero(steps == -1)
    long = ends - starts >= length
    rows, columns = np.divmod(starts[long], padded.shape[1])
    lengths = (ends - starts)[long]
    if not 0 < len(rows) <= _MOST_STROKES:
        return []
    return [
        (int(row), int(column), int(column + size))
        for row, column, size in zip(rows, columns, lengths, strict=True)
        if any(_thickness(ink, row, column + size * part // 8, thick) <= thick for part in (1, 3, 7))
    ]


def _thickness(ink: Ink, row: int, column: int, reach: int) -> int:
    """How much ink there is above and below a point, up to ``reach`` pixels away. Where lines cross it is much."""
    return int(ink[max(0, row - reach) : row + reach + 1, column].sum())


def inked(gray: Gray) -> bool:
    """Whether there is something on the page, faded or blurred as it may be: a share of its small squares is darker
    than the paper."""
    high, wide = (size // _SQUARE * _SQUARE for size in gray.shape)
    squares = gray[:high, :wide].reshape(high // _SQUARE, _SQUARE, wide // _SQUARE, _SQUARE).mean(axis=(1, 3))
    return bool((squares < np.median(squares) - _FAINT).mean() > _BLANK) if squares.size else False
