"""The only door to rules/: find every YAML file, built in or the user's own, and build the rulebook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from dieukhoan.core.errors import RuleError
from dieukhoan.rulebook.build import Rulebook, build


def rules_root() -> Traversable:
    """The folder of the built-in rules: the installed package ``dieukhoan.rules``, else the checkout's ``rules/``."""
    try:
        return files("dieukhoan.rules")
    except ModuleNotFoundError:
        return Path(__file__).resolve().parents[3] / "rules"


def load(*extra: Path) -> Rulebook:
    """The built-in rules plus those of the folders ``extra``.

    Raises RuleError naming file, rule and remedy for anything that is refused; in the folders ``extra`` also a
    family, or a key of ``emit``, that no built-in rule has: nothing would ever look at it.
    """
    built_in, known = _built_in()
    if not extra:
        return known
    texts = dict(built_in)
    for folder in extra:
        own = dict(_yaml_files(folder, f"{folder.as_posix()}/")) if folder.is_dir() else {}
        if not own:
            raise RuleError(str(folder), "no such folder of rules, or no .yaml file in it")
        texts |= own
    rulebook = build(texts)
    _refuse_strangers(rulebook, known)
    return rulebook


@lru_cache(maxsize=1)
def _built_in() -> tuple[Mapping[str, str], Rulebook]:
    texts = dict(_yaml_files(rules_root(), ""))
    return texts, build(texts)


def _yaml_files(folder: Traversable, prefix: str) -> Iterator[tuple[str, str]]:
    for item in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if item.is_dir():
            yield from _yaml_files(item, f"{prefix}{item.name}/")
        elif item.name.endswith((".yaml", ".yml")):
            try:
                yield prefix + item.name, item.read_bytes().decode("utf-8-sig")
            except UnicodeDecodeError as error:
                raise RuleError(prefix + item.name, f"not UTF-8: {error}; save the file as UTF-8") from error


def _refuse_strangers(rulebook: Rulebook, known: Rulebook) -> None:
    keys = {name: {key for rule in family.rules for key in rule.emit} for name, family in known.families.items()}
    for rule in rulebook.rules:
        if rule.family not in keys:
            raise RuleError(rule.place, f"unknown family {rule.family!r}; known are {', '.join(keys)}")
        unknown = sorted(set(rule.emit) - keys[rule.family])
        if unknown:
            allowed = ", ".join(sorted(keys[rule.family])) or "none"
            raise RuleError(rule.place, f"unknown key {unknown[0]!r} of 'emit'; this family knows {allowed}")
