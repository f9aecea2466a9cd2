"""The recogniser of bodies as a spaCy component: ``nlp.add_pipe("dieukhoan")`` fills ``doc.spans["bodies"]``."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from dieukhoan.core.text import View
from dieukhoan.nlp.reading import read_names
from dieukhoan.rulebook import Rulebook, load

FACTORY = "dieukhoan"


class BodySpans:
    """Adds a span for every name of a body; its label is the kind of body (``union``, ``department``, ``generic`` …).

    It works on the text, so any tokenizer will do; a span is widened to whole tokens where it has to be.
    """

    def __init__(self, rules: Rulebook, spans_key: str) -> None:
        self._rules = rules
        self._key = spans_key

    def __call__(self, doc: Doc) -> Doc:
        """``doc`` with its bodies in the group of spans."""
        view = View(doc.text)
        spans = []
        for name in read_names(view, self._rules):
            start, end = view.to_source(name.start, name.end)
            if span := doc.char_span(start, end, label=name.kind, alignment_mode="expand"):
                spans.append(span)
        doc.spans[self._key] = SpanGroup(doc, name=self._key, spans=spans)
        return doc


@Language.factory(FACTORY, default_config={"spans_key": "bodies"}, assigns=["doc.spans"])
def make_component(nlp: Language, name: str, spans_key: str) -> BodySpans:
    """The component with the built-in rules; ``spans_key`` names the group in ``doc.spans``."""
    return BodySpans(load(), spans_key)
