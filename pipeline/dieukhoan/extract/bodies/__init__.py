"""The bodies stage: who is named, where, and which names are one body."""

from __future__ import annotations

import re
from dataclasses import replace

from dieukhoan.core.records import Document
from dieukhoan.extract.resources import Resources

_GAP = re.compile(r"\t|[^\S\n]{3,}")  # between the two columns of a letterhead


def find_bodies(document: Document, resources: Resources) -> Document:
    """Fill in abbreviations, bodies and the mentions that name a body (anaphora come with the parties)."""
    from dieukhoan.extract.bodies.roster import Roster  # spaCy is loaded with the first document, not before
    from dieukhoan.extract.bodies.shortforms import abbreviations, find_short_forms
    from dieukhoan.nlp.reading import read_names

    view = document.view
    gaps = [view.from_source(match.end(), match.end())[0] for match in _GAP.finditer(document.text)]
    names = read_names(view, resources.rules, gaps)
    forms = find_short_forms(document, resources.rules, names)
    bodies, mentions = Roster(document, names, forms).records()
    return replace(document, abbreviations=abbreviations(document, forms), bodies=bodies, mentions=mentions)
