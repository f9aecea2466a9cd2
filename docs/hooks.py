"""For mkdocs: what a page links to outside of docs/ stands in the checkout, not on the site; its path is shown."""

from __future__ import annotations

import re
from typing import Any

_OUTSIDE = re.compile(r"\[([^\]]+)\]\(\.\./([^)]*)\)")


def on_page_markdown(markdown: str, **_: Any) -> str:  # noqa: ANN401  what mkdocs hands over
    """The page without links that lead out of the site."""
    return _OUTSIDE.sub(_named, markdown)


def _named(link: re.Match[str]) -> str:
    shown, path = link.groups()
    return f"`{path}`" if shown.strip("/") == path.strip("/") else f"{shown} (`{path}`)"
