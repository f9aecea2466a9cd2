"""Words and marks of a text, for spaCy and for rules: a tokenizer that loses nothing and knows blanks to fill in."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import spacy
from spacy.symbols import NORM  # type: ignore[import-not-found]
from spacy.tokens import Doc
from spacy.util import registry

from dieukhoan.core.text import fold_tones, lower

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.vocab import Vocab

NAME = "dieukhoan.Tokenizer.v1"
# "……", "....", "____" are one token each: the blank that a template leaves for a name.
_PIECE = re.compile(r"(?:[^\W_]+|\.{2,}|…[….]*|_+|\n|[^\S\n]+|[^\w\s]) ?")
_BLANK = re.compile(r"[^\S\n]+")


def spaced(text: str) -> list[str]:
    """The tokens of ``text``, each with the one space that follows it; joined they give ``text`` back."""
    return _PIECE.findall(text)


@lru_cache(maxsize=65536)
def bare(piece: str) -> str:
    """One of the :func:`spaced` pieces without its space; a run of blanks is a token of its own."""
    return piece if _BLANK.fullmatch(piece) else piece.removesuffix(" ")


def pieces(text: str) -> tuple[list[str], list[bool]]:
    """The tokens of ``text``, and of each whether one space follows; joined they give ``text`` back."""
    found = spaced(text)
    words = [bare(piece) for piece in found]
    return words, [len(piece) > len(word) for piece, word in zip(found, words, strict=True)]


@lru_cache(maxsize=65536)
def norm(word: str) -> str:
    """The form rules compare: lower case, tone marks of the older school. Documents share most of their words."""
    return lower(fold_tones(word))


class RuleTokenizer:
    """Tokens by :func:`pieces`; it has no state, so there is nothing to save with a pipeline."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        getters: dict[int, Callable[[str], str]] = vocab.lex_attr_getters  # type: ignore[attr-defined]
        getters[NORM] = norm

    def __call__(self, text: str) -> Doc:
        """``text`` as a spaCy document."""
        words, spaces = pieces(text)
        return Doc(self.vocab, words=words, spaces=spaces)

    def to_bytes(self, **_: object) -> bytes:
        """Nothing."""
        return b""

    def from_bytes(self, _data: bytes, **_: object) -> RuleTokenizer:
        """This tokenizer."""
        return self

    def to_disk(self, _path: Path, **_: object) -> None:
        """Nothing."""

    def from_disk(self, _path: Path, **_: object) -> RuleTokenizer:
        """This tokenizer."""
        return self


@registry.tokenizers(NAME)  # type: ignore[untyped-decorator]
def make_tokenizer() -> Callable[[Language], RuleTokenizer]:
    """What a spaCy config names with ``@tokenizers = "dieukhoan.Tokenizer.v1"``."""
    return lambda nlp: RuleTokenizer(nlp.vocab)


def blank() -> Language:
    """An empty spaCy pipeline with this tokenizer in its config, so that it can be saved and loaded."""
    config = {"nlp": {"tokenizer": {"@tokenizers": NAME}}}
    return spacy.blank("xx", config=config)
