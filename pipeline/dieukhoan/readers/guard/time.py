"""How long a reader may take for one file."""

from __future__ import annotations

import time

_READING = 0.8  # share of the time of a file that its reading may take; the analysis takes the rest


class Allowance:
    """The time for one file, of ``seconds`` from now on; 0 is without end."""

    def __init__(self, seconds: float = 0.0) -> None:
        self.seconds = seconds
        self._begun = time.monotonic()

    def spent(self) -> float:
        """Seconds that have gone."""
        return time.monotonic() - self._begun

    def left(self) -> float:
        """Seconds that the reading may still take; below 0 when it is late."""
        return _READING * self.seconds - self.spent() if self.seconds else float("inf")
