"""Day, month and year as written, made into ISO 8601."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date


def iso_date(parts: Mapping[str, str]) -> str:
    """The ISO date of ``day``, ``month``, ``year`` in ``parts``; empty where one is missing or no such day exists."""
    try:
        return date(int(parts["year"]), int(parts["month"]), int(parts["day"])).isoformat()
    except (KeyError, ValueError):
        return ""
