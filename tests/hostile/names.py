"""Hostile names, links, pipes and devices; files under wrong endings; files cut off."""

from __future__ import annotations

import os
import random
import socket
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from hostile.case import OK, READ, SKIPPED, TEXT, Case
from hostile.container import container
from hostile.sound import archive, docx, files, html, pdf

_HOLDS = "Điều 1"
_ANY_REFUSAL = (
    "failed:broken failed:wrong_content failed:encoding failed:binary failed:empty failed:not_docx failed:not_odt"
)
_DAMAGED = f"{READ} {_ANY_REFUSAL} failed:needs_libreoffice failed:scan"
_HARMED = f"{_DAMAGED} failed:encrypted failed:bomb failed:too_deep"


def cases() -> Iterator[Case]:
    """Cases about names and places."""
    yield from _names()
    yield from _places()
    yield from _endings()
    yield from _cut()


def _names() -> Iterator[Case]:
    names = [
        "-o", "--help", "- rf", "a b", " a", "a'b", 'a"b', "a`b", "$(touch a)", "a;b", "a|b", "a&b", "a\tb", "a\nb",
        "a\x7fb", "<script>", "a\u202egpj", "a\u200bb", "=1+1", "@a", "+a", "CON", "nul", "a\x1bb",
        "a" * 240, "ầ" * 80, "e\u0302\u0301", "..a", "a..", "%2e%2e", "{0}", "%s%n", "a\\b", "C:a", "\U0001f4c4", "...",
        '"><img src=x onerror=alert(1)>',
    ]  # fmt: skip
    for name in names:
        hidden = name.startswith(".")
        yield Case(f"names/{name}.txt", TEXT.encode(), SKIPPED if hidden else OK, "" if hidden else _HOLDS)
    yield Case("names/no-utf-8-\udcff\udcfe.txt", TEXT.encode(), OK, _HOLDS)
    deep = "/".join(["d" * 50] * 30)
    yield Case(f"names/{deep}/a.txt", TEXT.encode(), OK, _HOLDS)
    yield Case("names/a.TXT", TEXT.encode(), OK, _HOLDS)
    yield Case("names/a.txt.exe", TEXT.encode(), SKIPPED)
    yield Case("names/txt", TEXT.encode(), SKIPPED)
    yield Case("names/a.txt ", TEXT.encode(), SKIPPED)


def _pipe(path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        raise OSError("this system has no pipes with names")
    os.mkfifo(path)


def _socket(path: Path) -> None:
    if not hasattr(socket, "AF_UNIX"):
        raise OSError("this system has no sockets with names")
    here = Path.cwd()
    os.chdir(path.parent)  # a socket's path is short
    try:
        with closing(socket.socket(socket.AF_UNIX)) as bound:
            bound.bind(path.name)
    finally:
        os.chdir(here)


def _link(target: str) -> Callable[[Path], None]:
    return lambda path: path.symlink_to(target)


def _closed(path: Path) -> None:
    path.write_text(TEXT, "utf-8")
    path.chmod(0)


def _places() -> Iterator[Case]:
    """What must never be opened: opening a pipe waits for ever, a device never ends, a link may lead anywhere."""
    for ending in ("txt", "docx", "pdf"):
        yield Case(f"places/pipe.{ending}", outcome=SKIPPED, make=_pipe)
    yield Case("places/socket.txt", outcome=SKIPPED, make=_socket)
    yield Case("places/folder.docx/a.txt", TEXT.encode(), OK, _HOLDS)
    yield Case("places/empty-folder.pdf", outcome=SKIPPED, make=lambda path: path.mkdir())
    yield Case("links/out-of-the-folder.txt", outcome=SKIPPED, make=_link("/etc/passwd"))
    yield Case("links/out-of-the-folder", outcome=SKIPPED, make=_link("/etc"))
    yield Case("links/device.txt", outcome=SKIPPED, make=_link("/dev/zero"))
    yield Case("links/far-above.txt", outcome=SKIPPED, make=_link("../" * 40 + "etc/passwd"))
    yield Case("links/to-itself.txt", outcome=SKIPPED, make=_link("to-itself.txt"))
    yield Case("links/there.txt", outcome=SKIPPED, make=_link("back.txt"))
    yield Case("links/back.txt", outcome=SKIPPED, make=_link("there.txt"))
    yield Case("links/nowhere.txt", outcome=SKIPPED, make=_link("nowhere-at-all.txt"))
    yield Case("links/round/and-round", outcome=SKIPPED, make=_link(".."))
    yield Case("places/closed.txt", outcome="failed:no_access ok", make=_closed)


def _endings() -> Iterator[Case]:
    """Each format under each other ending and without any: the content decides, also about what is a bomb."""
    bomb = docx(word__media__a_png=bytes(30_000_000))
    for really, content in files().items():
        for ending in files():
            if ending != really:
                yield Case(f"endings/really-{really}.{ending}", content, READ, _HOLDS)
        nameless = really == "txt"  # which LICENSE and README are too
        yield Case(f"endings/really-{really}", content, SKIPPED if nameless else READ, "" if nameless else _HOLDS)
        yield Case(f"endings/bomb.{really}", bomb, "failed:bomb")
    yield Case("endings/bomb", bomb, "failed:bomb")
    yield Case("endings/bomb 2.2024", bomb, "failed:bomb")
    yield Case("endings/archive.pdf", archive({"a.pdf": TEXT}), "failed:wrong_content")
    yield Case("endings/archive", archive({"a.pdf": TEXT}), SKIPPED)
    yield Case("endings/container", container({"Workbook": bytes(5000)}), SKIPPED)
    yield Case("endings/container.docx", container({"Workbook": bytes(5000)}), "failed:wrong_content")
    yield Case("endings/pdf-and-docx.pdf", pdf() + docx(), READ, _HOLDS)
    yield Case("endings/docx-after-pdf.docx", pdf() + docx(), READ, _HOLDS)
    yield Case("endings/page-and-pdf.html", html() + pdf(), READ, _HOLDS)


def _cut() -> Iterator[Case]:
    """Each format cut off in many places, and with bytes changed. What is left may be read, but must hold no other
    error than a typed one."""
    chance = random.Random(11)
    for ending, content in files().items():
        by_other = "soffice" if ending == "doc" else ""  # a damaged one is given to LibreOffice
        places = sorted({1, 4, 8, *(chance.randrange(9, len(content)) for _ in range(10)), len(content) - 1})
        for place in places:
            yield Case(f"cut/{place}.{ending}", content[:place], _DAMAGED, slow=bool(by_other), needs=by_other)
        for number in range(8):
            damaged = bytearray(content)
            for _ in range(1 + number):
                damaged[chance.randrange(len(damaged))] = chance.randrange(256)
            yield Case(
                f"damaged/{number}.{ending}",
                bytes(damaged),
                _HARMED,
                slow=bool(by_other),
                needs=by_other,
            )
