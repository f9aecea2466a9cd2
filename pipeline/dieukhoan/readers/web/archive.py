"""Pages with their pictures in one file (MHTML, RFC 2557), as Word and browsers save them, often under the ending
.doc."""

from __future__ import annotations

import email
from email.message import Message

_HEAD = 2048
_MIME = b"mime-version:"
_DEEPEST = 4  # parts in parts in parts


def unwrapped(data: bytes) -> tuple[bytes, str]:
    """The page in the archive ``data`` and the charset that the archive names; ``data`` itself and nothing where it is
    no archive, or holds no page."""
    if _MIME not in data[:_HEAD].lower():
        return data, ""
    found = _page(email.message_from_bytes(data), _DEEPEST)
    content = None if found is None else found.get_payload(decode=True)
    if found is None or not isinstance(content, bytes):
        return data, ""
    return content, found.get_content_charset("")


def _page(part: Message, deepest: int) -> Message | None:
    if part.get_content_type() == "text/html":
        return part
    inner = part.get_payload() if part.is_multipart() and deepest else []
    found = (_page(item, deepest - 1) for item in inner if isinstance(item, Message))
    return next((item for item in found if item is not None), None)
