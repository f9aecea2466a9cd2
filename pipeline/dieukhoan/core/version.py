"""The version of this package; it stands in setup.cfg only."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version


def _installed() -> str:
    try:
        return version("dieukhoan")
    except PackageNotFoundError:
        return "0+checkout"  # run from its source, never installed


VERSION = _installed()
