"""antiword: the bare text of a Word 97 document, for machines without LibreOffice. Fonts and tables are lost."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

_TIMEOUT = 60.0  # seconds


def by_antiword(data: bytes) -> str | None:
    """The text of a .doc, a paragraph a line; None without antiword, or if it cannot read the file."""
    antiword = shutil.which("antiword")
    if antiword is None:
        return None
    with tempfile.TemporaryDirectory(prefix="dieukhoan-", ignore_cleanup_errors=True) as folder:
        path = Path(folder) / "a.doc"
        path.write_bytes(data)
        command = [antiword, "-m", "UTF-8.txt", "-w", "0", str(path)]
        try:
            done = subprocess.run(command, capture_output=True, timeout=_TIMEOUT, check=False)
        except subprocess.TimeoutExpired:
            return None
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None
