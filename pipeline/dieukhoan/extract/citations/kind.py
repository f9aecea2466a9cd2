"""The kind of a cited instrument where its number says more than its name: "Chương trình số 05/CTPH-HPN-HND"."""

from __future__ import annotations

import re

from dieukhoan.core.text import View
from dieukhoan.rulebook import Family

# Kinds that only an agreement has; other abbreviations mean several things ("CT" chỉ thị and chương trình).
_JOINT = frozenset(
    {
        *("chuong_trinh_phoi_hop", "quy_che_phoi_hop", "ke_hoach_phoi_hop", "thoa_thuan_hop_tac"),
        *("nghi_quyet_lien_tich", "thong_tu_lien_tich", "bien_ban_ghi_nho"),
    }
)
_WORD = re.compile(r"[^\W\d_]+")


def narrowed(instrument: str, number: str, number_types: Family) -> str:
    """``instrument``, or for "khac" the joint kind that the abbreviation in ``number`` stands for."""
    for word in _WORD.findall(number) if instrument == "khac" else ():
        won = number_types.scan(View(word))
        told = won[0].emit["type"] if won and won[0].end == len(word) else ""
        if told in _JOINT:
            return told
    return instrument
