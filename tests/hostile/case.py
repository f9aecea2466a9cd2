"""What a hostile file is: its name, how it is made, and what must become of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Content = bytes | Callable[[], bytes]

OK = "ok"
READ = "ok partial"
"""The text is got out, with or without a doubt."""
BROKEN = "failed:broken"
SKIPPED = "skipped"
"""No document at all: it gets no row, and is counted among the files passed over."""

TEXT = """QUY CHẾ PHỐI HỢP
Điều 1. Trách nhiệm
1. Sở Ánh Sáng chủ trì, phối hợp với Hội Đèn Lồng tổ chức hội đèn, báo cáo trước ngày 15/12 hằng năm.
a) Hội Đèn Lồng không được tắt đèn.
Điều 2. Hiệu lực
Quy chế này có hiệu lực kể từ ngày ký."""
LINES = TEXT.split("\n")


@dataclass(frozen=True, slots=True)
class Case:
    """A file at ``name`` (with forward slashes) under the folder.

    ``outcome`` are the allowed ends, parted by blanks: ``ok``, ``partial``, ``failed:CODE`` with the code that stands
    in ``diagnostics``, or ``skipped``. ``holds`` must stand in the canonical text of a file that was read. ``make``
    writes what is no plain file (it may raise OSError where the system has no such thing); ``slow`` ones need another
    program, or seconds; ``needs`` names a program without which the case is left out.
    """

    name: str
    content: Content = b""
    outcome: str = BROKEN
    holds: str = ""
    make: Callable[[Path], None] | None = None
    slow: bool = False
    needs: str = ""

    @property
    def bytes(self) -> bytes:
        """The content, made when it is asked for."""
        return self.content if isinstance(self.content, bytes) else self.content()

    def write(self, folder: Path) -> None:
        """Write the file; raises OSError where this system cannot have it."""
        path = folder / self.name
        path.parent.mkdir(parents=True, exist_ok=True)
        if self.make:
            self.make(path)
        else:
            path.write_bytes(self.bytes)
