"""Stable ASCII names for bodies and documents."""

from __future__ import annotations

import re
import unicodedata


def slug(text: str, limit: int = 80) -> str:
    """``text`` in lower-case ASCII letters, digits and single hyphens ("Sở Tư pháp" gives ``so-tu-phap``).

    At most ``limit`` characters, cut at a hyphen where there is one; "x" when nothing is left.
    """
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    words = re.sub(r"[^a-z0-9]+", "-", "".join(char for char in plain if not unicodedata.combining(char))).strip("-")
    if len(words) > limit:
        words = words[: limit + 1].rpartition("-")[0] or words[:limit]
    return words or "x"


def document_id(stem: str, sha256: str) -> str:
    """The id of a document: slug of its file's stem and the first 8 hex digits of the file's SHA-256."""
    return f"{slug(stem)}-{sha256[:8]}"
