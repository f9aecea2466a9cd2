"""Where hostile files ask for things that nobody may fetch; the tests put a server of their own there."""

from __future__ import annotations

address = "127.0.0.1:9"
