"""What stages need besides the document; passed in, never global."""

from __future__ import annotations

from dataclasses import dataclass

from dieukhoan.nlp.tagger import Tagger
from dieukhoan.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Resources:
    """Compiled rules and the part-of-speech tagger."""

    rules: Rulebook
    tagger: Tagger
