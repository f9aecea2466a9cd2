"""Which names of a document are one body: grouping, and the records that come of it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dieukhoan.core.outline import Outline
from dieukhoan.core.records import Body, Document, Mention
from dieukhoan.core.slug import slug
from dieukhoan.extract.bodies.identity import Identity, Namer, body_of, shown_name
from dieukhoan.extract.bodies.shortforms import ShortForm
from dieukhoan.nlp.name import Name


@dataclass(frozen=True, slots=True)
class _Hit:
    """A place in the view where the body ``key`` is named."""

    start: int
    end: int
    key: str
    via: str
    rule: str


class Roster:
    """The bodies of one document."""

    def __init__(self, document: Document, names: Sequence[Name], forms: Sequence[ShortForm]) -> None:
        self._document = document
        self._names = names
        self._at = {(name.start, name.end): name for name in names}
        self._namer = Namer(document.header)
        self._named: dict[str, list[tuple[Name, Identity]]] = defaultdict(list)
        self._joined: dict[str, str] = {}
        self._short: dict[str, str] = {}
        self._alias: dict[str, str] = {}
        self._keys: list[str] = []
        for name in names:
            parts = [(part, self._namer.identify(part)) for part in _with_owners(name)]
            for part, identity in parts:
                self._named[identity.key].append((part, identity))
            self._keys.append(parts[0][1].key)
        self._join_parts()
        for form in forms:
            self._define(form)

    def records(self) -> tuple[tuple[Body, ...], tuple[Mention, ...]]:
        """Bodies in order of first mention, mentions in reading order."""
        hits = sorted([*self._name_hits(), *self._alias_hits()], key=lambda hit: hit.start)
        keys = dict.fromkeys([hit.key for hit in hits] + [self._resolve(key) for key in self._named])
        bodies = {key: self._body(key) for key in keys}
        outline = Outline(self._document.units)
        mentions = tuple(self._mention(hit, bodies[hit.key].body_id, outline) for hit in hits)
        return tuple({body.body_id: body for body in bodies.values()}.values()), mentions

    def _resolve(self, key: str) -> str:
        seen = set()
        while key in self._joined and key not in seen:
            seen.add(key)
            key = self._joined[key]
        return key

    def _key(self, name: Name) -> str:
        return self._resolve(self._namer.identify(name).key)

    def _join_parts(self) -> None:
        """An inner unit named without its owner is the one that is named with an owner, if there is only one such."""
        owned: dict[str, set[str]] = defaultdict(set)
        for key, pairs in self._named.items():
            name = pairs[0][0]
            if name.owner and not name.office and name.rule.family == "body":
                owned[key.split("+")[0]].add(key)
        for part, wholes in owned.items():
            whole = next(iter(wholes))
            if len(wholes) == 1 and part in self._named and self._same_part(part, whole):
                self._joined[part] = whole

    def _same_part(self, part: str, whole: str) -> bool:
        """ "Cục Thi hành án" has a name of its own; "Cơ quan điều tra", far more frequent than "Cơ quan điều tra của
        Viện kiểm sát nhân dân tối cao", is a general word."""
        name = self._named[whole][0][0]
        if name.chunk:
            return True
        return name.link not in ("của", "thuộc") and len(self._named[part]) <= 3 * len(self._named[whole])

    def _define(self, form: ShortForm) -> None:
        if form.name is None:
            return
        key = self._key(form.name)
        same = self._at.get((form.start, form.end))
        if same is not None and self._key(same) != key:
            self._joined[self._key(same)] = key
        self._alias[form.short] = key
        self._short.setdefault(key, form.short)

    def _name_hits(self) -> Iterator[_Hit]:
        text = self._document.view.text
        for name, own in zip(self._names, self._keys, strict=True):
            written = text[name.start : name.end]
            via = "abbreviation" if name.short or written in self._alias else "name"
            key = self._resolve(self._alias.get(written, own))
            yield _Hit(name.start, name.end, key, via, name.rule.id)

    def _alias_hits(self) -> Iterator[_Hit]:
        """Short forms that no rule reads as a name ("Sở", "CĐVCVN"), outside the names."""
        if not self._alias:
            return
        forms = {short.upper(): key for short, key in self._alias.items()} | self._alias  # "1. CÔNG TY" is a heading
        words = sorted(forms, key=len, reverse=True)
        pattern = re.compile(rf"(?<![\w&/-])(?:{'|'.join(map(re.escape, words))})(?![\w&/-])")
        at = 0
        for match in pattern.finditer(self._document.view.text):
            while at < len(self._names) and self._names[at].end <= match.start():
                at += 1
            if at == len(self._names) or self._names[at].start >= match.end():
                key = self._resolve(forms[match.group()])
                yield _Hit(*match.span(), key, "abbreviation", "body.short_form")

    def _body(self, key: str) -> Body:
        shown = self._shown(key)
        name, identity = next(pair for pair in self._named[key] if pair[1].name == shown)
        parent = slug(self._shown(self._key(name.owner))) if name.owner else ""
        return replace(body_of(name, identity, shown), abbreviation=self._short.get(key, ""), parent_id=parent)

    def _shown(self, key: str) -> str:
        """The spelling to show; a name in capitals ("ỦY BAN MẶT TRẬN TỔ QUỐC") does not say which words take one."""
        text, pairs = self._document.view.text, self._named[key]
        small = [identity.name for name, identity in pairs if not text[name.start : name.end].isupper()]
        return shown_name(small or [identity.name for _, identity in pairs])

    def _mention(self, hit: _Hit, body_id: str, outline: Outline) -> Mention:
        start, end = self._document.view.to_source(hit.start, hit.end)
        unit = outline.at(start)
        return Mention(body_id, self._document.text[start:end], start, end, hit.via, unit.eid if unit else "", hit.rule)


def _with_owners(name: Name) -> Iterator[Name]:
    at: Name | None = name
    while at is not None:
        yield at
        at = at.owner
