"""What rows depend on besides the bytes of their file: the program, its libraries, the rules, the options."""

from __future__ import annotations

import hashlib
import shutil
import sys
from collections.abc import Iterable
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources.abc import Traversable
from pathlib import Path

from dieukhoan.core.version import VERSION
from dieukhoan.readers.office.libreoffice import program
from dieukhoan.rulebook.load import rules_root

Basis = dict[str, str]
"""``program``, ``libraries``, ``rules``, ``options``: a part whose basis is another is not used again."""

_LIBRARIES = ("spacy", "underthesea", "pdfplumber", "pypdfium2", "lxml", "python-docx", "python-dateutil", "rapidfuzz")
_TOOLS = ("antiword", "tesseract")


def basis(rules: tuple[Path, ...], options: str) -> Basis:
    """The basis of what is read now, with the built-in rules and those of the folders ``rules``.

    The program is known by the bytes of its modules, not by its version alone: who works on it would else be shown
    the rows of yesterday.
    """
    return {
        "program": f"{VERSION} {_code()}",
        "libraries": _libraries(),
        "rules": _digest((_built_in_rules(), *map(_files_digest, rules))),
        "options": options,
    }


@lru_cache(maxsize=1)
def _code() -> str:
    package = Path(__file__).parents[1]
    return _digest(path.read_bytes() for path in sorted(package.rglob("*.py")))


@lru_cache(maxsize=1)
def _built_in_rules() -> bytes:
    return _files_digest(rules_root())


@lru_cache(maxsize=1)
def _libraries() -> str:
    known = [f"python {sys.version_info.major}.{sys.version_info.minor}"]
    for name in _LIBRARIES:
        try:
            known.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            continue
    return ", ".join(known)


def _files_digest(folder: Traversable) -> bytes:
    """A digest of the names and bytes of all YAML files below ``folder``, which may be missing."""
    return _digest(piece for name, data in sorted(_yaml(folder, "")) for piece in (name.encode(), data)).encode()


def _yaml(folder: Traversable, prefix: str) -> Iterable[tuple[str, bytes]]:
    if not folder.is_dir():
        return
    for item in folder.iterdir():
        if item.is_dir():
            yield from _yaml(item, f"{prefix}{item.name}/")
        elif item.name.endswith((".yaml", ".yml")):
            yield prefix + item.name, item.read_bytes()


def _digest(pieces: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for piece in pieces:
        digest.update(len(piece).to_bytes(8, "big") + piece)
    return digest.hexdigest()[:16]


@lru_cache(maxsize=1)
def tools() -> str:
    """The programs found here that some formats need; a file that failed is tried again once there are others."""
    found = [name for name in _TOOLS if shutil.which(name)]
    return " ".join([*found, "libreoffice"] if program() else found)
