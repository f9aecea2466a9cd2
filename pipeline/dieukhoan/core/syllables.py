"""The Vietnamese syllable: what can be one, and where two were typed without their space.

A syllable is an onset and a rhyme (Hội đồng chính tả spelling); the inventory is made from both lists, so that it
needs no dictionary. Only words that carry a tone mark and fall apart into two syllables are split; names such as
``Kovalevskaia`` or ``Facebook`` are left alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

from dieukhoan.core.phrases import OFFICIAL
from dieukhoan.core.text import lower

_ONSET_TABLE = "ngh ng nh ph qu th tr gh gi ch kh b c d đ g h k l m n p r s t v x"
_RHYME_TABLE = """
    a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt â âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong oong ooc
    op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh uêu ui um un ung uôc uôi uôm
    uôn uông uôt up ut uơ uy uya uych uyên uyêt uynh uyt uyn uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu
    ưt ưu y yêm yên yêng yêt yêu ynh ych yt
"""
_ONSETS = tuple(_ONSET_TABLE.split())
_RHYMES = frozenset(_RHYME_TABLE.split())
_MARKS = {"\u0300", "\u0301", "\u0309", "\u0303", "\u0323"}
_STOPPED = ("c", "ch", "p", "t")  # these rhymes carry only sắc or nặng
_VOWELS = frozenset("aăâeêioôơuưy")
_WORD = re.compile(r"\w{4,}|[ởýy]\w\w", re.IGNORECASE)  # "ytế"
_ANY_WORD = re.compile(r"\w{2,}")
_ANY_LETTER = re.compile(r"\w")
_FIRST, _LAST = frozenset({"ở", "ý", "y"}), frozenset({"ở", "ý"})
_ALONE = _FIRST | _LAST
_TELLING = 100  # words of which a text must consist to tell by what it lacks
_LONGEST_PAIR = 14  # two syllables of seven letters: "nghiêng"


def _strip_tone(syllable: str) -> tuple[str, str]:
    """The syllable without its tone mark, and the mark ("" for none)."""
    decomposed = unicodedata.normalize("NFD", syllable)
    tone = "".join(char for char in decomposed if char in _MARKS)
    return unicodedata.normalize("NFC", "".join(char for char in decomposed if char not in _MARKS)), tone


@lru_cache(maxsize=65536)
def is_syllable(word: str) -> bool:
    """Whether ``word`` (any case) is spelt as a Vietnamese syllable can be."""
    bare, tone = _strip_tone(word.lower())
    if len(tone) > 1:
        return False
    for onset in ("", *_ONSETS):
        rhyme = bare.removeprefix(onset) if onset else bare
        if onset and rhyme == bare:
            continue
        if onset == "gi" and not rhyme:
            rhyme = "i"
        if (
            rhyme in _RHYMES
            and _meets(onset, rhyme[0])
            and (not rhyme.endswith(_STOPPED) or tone in ("\u0301", "\u0323") or not tone)
        ):
            return True
    return False


def _meets(onset: str, vowel: str) -> bool:
    """One sound, two spellings: "nghe" but "nga", "ghi" but "ga", "kê" but "cô" ("gi" is read as g + i, "Kạn" is k)."""
    if onset in ("gh", "ngh"):
        return vowel in "eêi"
    return vowel not in {"c": "eêiy", "ng": "eêi", "g": "eê"}.get(onset, "")


def _toned_right(word: str) -> bool:
    """A stopped rhyme without a tone ("hoc") is no Vietnamese syllable; in a glued word it would invite noise."""
    bare, tone = _strip_tone(word)
    return bool(tone) or not bare.endswith(_STOPPED)


def is_spelt(word: str) -> bool:
    """Whether ``word`` (lower case) is a syllable with a tone that its end allows."""
    return is_syllable(word) and _toned_right(word)


@lru_cache(maxsize=65536)
def _cuts(word: str) -> tuple[int, ...]:
    """Every way in which ``word``, none itself, falls into two syllables.

    One half must carry a tone mark, which loan words ("magiê", "đôla", "Lênin") do not.
    """
    if len(word) > _LONGEST_PAIR or not word.isalpha() or not word[1:].islower() or is_syllable(word):
        return ()
    low = word.lower()
    if not _strip_tone(low)[1]:
        return ()
    return tuple(cut for cut in range(1, len(low)) if _is_first(low[:cut]) and _is_last(low[cut:]))


def _is_first(half: str) -> bool:
    """ "ởnước", "ýkiến", "ytế": of single letters few are words, and a letter too many is more often a slip."""
    return is_spelt(half) if len(half) > 1 else half in _FIRST


def _is_last(half: str) -> bool:
    return is_spelt(half) if len(half) > 1 else half in _LAST


def split_point(word: str, known: Mapping[str, int] = MappingProxyType({})) -> int | None:
    """Where ``word`` falls into two syllables; None where it does not.

    ``known`` says how often words (in lower case) stand elsewhere in the text; those of OFFICIAL are known anyway. Of
    several ways ("sự|tham", "sựt|ham"; "đất|ở", "đấ|tở") the one wins whose halves are both known, and oftener; else
    one with a known half and the longest onset in the middle. Only halves that are known part before a vowel
    ("tạm|ứng"), for "triển" damaged to "triĩn" is no pair of words. Where a text of some length knows neither half
    ("matít", "luvện" for "luyện") the word is more likely damaged or foreign.
    """
    best, most = None, (0, 0)
    for cut in _cuts(word):
        times = [_times(half, known) for half in (word[:cut].lower(), word[cut:].lower())]
        worth = (2, times[0] * times[1]) if all(times) else (0, 0)
        if not all(times) and _parts_here(word, cut) and (any(times) or len(known) < _TELLING):
            worth = (1, min(1, max(times)))
        if worth > most:
            best, most = cut, worth
    return best


def _times(half: str, known: Mapping[str, int]) -> int:
    return known.get(half, 0) or int(half in OFFICIAL or half in _ALONE)


def _parts_here(word: str, cut: int) -> bool:
    """Whether a consonant begins the second half, and neither is a single letter."""
    return 1 < cut < len(word) - 1 and _strip_tone(word[cut])[0] not in _VOWELS


def split_points(text: str) -> list[int]:
    """Offsets in ``text`` (NFC) where a lost space belongs, in order (``sựtham gia`` gives ``[2]``).

    Where a word can be cut in several ways, the other words of the text decide.
    """
    pairs = {word for token in set(text.split()) for word in _pairs(token)}  # a text repeats its words
    if not pairs:
        return []
    known = Counter(_ANY_WORD.findall(lower(text)))
    glued = ((word, split_point(word, known)) for word in pairs)
    return sorted(start + cut for word, cut in glued if cut is not None for start in _standing(text, word))


@lru_cache(maxsize=65536)
def _pairs(token: str) -> tuple[str, ...]:
    """The words between two blanks that may be two; documents share most of theirs."""
    return tuple(word for word in _WORD.findall(token) if _cuts(word))


def _standing(text: str, word: str) -> Iterator[int]:
    """Where ``word`` stands by itself."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if not _ANY_LETTER.match(text, end) and not (start and _ANY_LETTER.match(text, start - 1)):
            yield start
        start = text.find(word, end)
