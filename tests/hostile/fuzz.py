"""Fuzz the readers: one command, several targets, so many seconds each.

    python tests/hostile/fuzz.py --seconds 60 [txt docx rtf pdf doc odt html]

With atheris (an extra, ``pip install '.[fuzz]'``; Linux) the coverage of the readers guides what is tried; without it
the same seeds are mutated blindly. The first byte of an input says what the rest is: the file itself, or one part of an
otherwise sound file (the body of a .docx, its numbering, the content of a PDF page …), for bytes changed in a packed
archive mostly break its checksum and nothing else. A reader may give text or raise UnreadableFile; any other error, a
text that is no Unicode, lines that do not fit the text, or more than twenty seconds for one input is a finding: it is
kept in FOLDER (``--keep``) and the exit code is 1.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).resolve()
if __name__ == "__main__":
    sys.path[:0] = [str(HERE.parents[1]), str(HERE.parents[2] / "pipeline")]

from hostile import make  # noqa: E402  found through the path set above
from hostile.case import Case  # noqa: E402
from hostile.sound import W, archive, docx, files, odt, pdf, pdf_objects, relations, stream, word_parts  # noqa: E402

TARGETS = ("txt", "docx", "rtf", "pdf", "doc", "odt", "html")
_LONGEST = 12_000  # bytes of an input
_SLOWEST = 20  # seconds
_MORE = {"pdf": ("never",)}  # no OCR: another program, whose coverage nobody sees
_WORDS = [
    b"\\u-10240?", b"\\bin9", b"{\\*", b"\\'e1", b"}", b"{", b"<w:p>", b"</w:p>", b"<w:numPr>", b"%1",
    b"endobj", b"stream", b"<< /Length 9 >>", b"[", b"]", b"BT", b"Tj", b"\xef\xbb\xbf", b"\xff\xfe", b"\x0c",
    "Điều 1.".encode(), "ệ".encode(), b"\xc3\xaa", b"\xb5\xd8", b"&#xD800;", b"<table><td colspan=99>", b"-1",
    b'w:val="9999999999"', b"\0\0\0\0", b"99999999999",
]  # fmt: skip


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _linked(kind: str) -> Callable[[bytes], bytes]:
    def made(data: bytes) -> bytes:
        parts = word_parts(rels=relations((kind, f"{kind}.xml")))
        return archive(parts | {f"word/{kind}.xml": f'<w:{kind} xmlns:w="{W}">{_text(data)}</w:{kind}>'})

    return made


def _object(number: int) -> Callable[[bytes], bytes]:
    def made(data: bytes) -> bytes:
        objects = pdf_objects()
        objects[number - 1] = stream(data) if b"stream" in objects[number - 1] else data
        return pdf(objects)

    return made


def _same(data: bytes) -> bytes:
    return data


WAYS: Mapping[str, tuple[Callable[[bytes], bytes], ...]] = {
    "docx": (_same, lambda data: docx(_text(data)), _linked("styles"), _linked("numbering")),
    "odt": (_same, lambda data: odt(_text(data))),
    "pdf": (_same, _object(3), _object(4), _object(5), _object(7)),
}
"""What the rest of an input may be, by its first byte."""


def built(target: str, data: bytes) -> bytes:
    """The file that an input stands for."""
    ways = WAYS.get(target, (_same,))
    return ways[data[0] % len(ways)](data[1:]) if data else b""


def seeds(target: str) -> list[bytes]:
    """Sound files, their parts, and the smaller hostile ones."""
    whole = [files()[target], *(case.bytes for case in make.cases() if _is_seed(case, target))]
    parts = [b"\0" + data for data in whole if len(data) < _LONGEST]
    if target == "docx":
        parts += [
            b"\1" + str(word_parts()["word/document.xml"]).encode(),
            b'\2<w:style w:styleId="a"><w:basedOn w:val="a"/></w:style>',
        ]
        level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl>'
        parts.append(f'\3<w:abstractNum w:abstractNumId="1">{level}</w:abstractNum>'.encode())
    if target == "pdf":
        plain = pdf_objects()
        parts += [bytes([way]) + plain[number - 1] for way, number in ((1, 3), (2, 4), (3, 5), (4, 7))]
    return parts


def _is_seed(case: Case, target: str) -> bool:
    return (
        not case.make
        and not case.slow
        and case.name.endswith(f".{target}")
        and not case.name.startswith(("zip/", "pdf/one-page"))
    )


def check(target: str, data: bytes) -> None:
    """Read what ``data`` stands for; raises AssertionError, or what the reader should not have raised."""
    from importlib import import_module

    from dieukhoan.core.errors import UnreadableFile

    try:
        read = import_module(f"dieukhoan.readers.{target}").read
        draft = read(built(target, data), *_MORE.get(target, ()))
    except UnreadableFile as error:
        assert error.code, "no code"
        assert error.remedy, "no remedy"
        return
    draft.text.encode()
    assert [draft.text[line.start : line.end] for line in draft.lines] == draft.text.split("\n")


def _alone() -> None:
    """No other program is asked: nobody sees its coverage, and it takes seconds."""
    from dieukhoan.readers import doc

    for name in ("by_libreoffice", "by_antiword"):
        if hasattr(doc, name):
            setattr(doc, name, lambda *_: None)


def guided(target: str, seconds: int, folder: Path) -> None:
    """Fuzz with atheris in this process, which it ends."""
    import atheris

    with atheris.instrument_imports(include=["dieukhoan.readers", "dieukhoan.core"]):
        from importlib import import_module

        for name in (target, "docx", "word.body", "encodings", "lines"):
            import_module(f"dieukhoan.readers.{name}")
    _alone()
    corpus = folder / "corpus"
    corpus.mkdir(exist_ok=True)
    for number, seed in enumerate(seeds(target)):
        (corpus / f"seed-{number}").write_bytes(seed)
    (folder / "words").write_text(
        "".join(f'"{"".join(f"{chr(92)}x{byte:02x}" for byte in word)}"\n' for word in _WORDS)
    )
    options = {"max_total_time": seconds, "timeout": _SLOWEST, "max_len": _LONGEST, "rss_limit_mb": 2048}
    options |= {"artifact_prefix": f"{folder}/found-", "dict": folder / "words", "seed": 7, "verbosity": 1}
    flags = [f"-{name}={value}" for name, value in options.items()]
    atheris.Setup([sys.argv[0], *flags, str(corpus)], lambda data: check(target, data))
    atheris.Fuzz()


def blind(target: str, seconds: float, folder: Path, most: int = 1 << 60) -> int:
    """Mutate the seeds without looking at coverage, at most so long and so often; the number of inputs.

    The same inputs every time. The first finding is kept in ``folder`` and raised.
    """
    _alone()
    chance, known = random.Random(7), seeds(target)
    ends, count = time.monotonic() + seconds, 0
    while time.monotonic() < ends and count < most:
        data = bytearray(chance.choice(known))
        for _ in range(chance.choice((1, 1, 2, 4, 16))):
            _mutate(data, chance, known)
        count += 1
        try:
            check(target, bytes(data[:_LONGEST]))
        except Exception:
            (folder / f"found-{target}-{count}").write_bytes(data)
            raise
    return count


def _mutate(data: bytearray, chance: random.Random, known: list[bytes]) -> None:
    at = chance.randrange(1, len(data) + 1)
    size = chance.choice((1, 2, 8, 64, 512))
    kind = chance.randrange(6)
    if kind == 0:
        data[at : at + size] = chance.randbytes(size)
    elif kind == 1:
        del data[at : at + size]
    elif kind == 2:
        data[at:at] = data[at : at + size] * chance.choice((1, 2, 50))
    elif kind == 3:
        data[at:at] = chance.choice(_WORDS)
    elif kind == 4:
        other = chance.choice(known)
        start = chance.randrange(len(other))
        data[at : at + size] = other[start : start + size]
    else:
        data[at : at + 1] = bytes([chance.choice((0, 1, 0x7F, 0x80, 0xFF, 0x22, 0x3C, 0x5C))])


def one(target: str, seconds: int, keep: Path, *, unguided: bool) -> tuple[int, bool]:
    """Fuzz one target in a process of its own: how many inputs, and whether nothing was found."""
    folder = keep / target
    folder.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, str(HERE), "--inside", "--seconds", str(seconds), "--keep", str(folder), target]
    command += ["--blind"] if unguided else []
    done = subprocess.run(command, capture_output=True, check=False, env=os.environ | {"PYTHONUTF8": "1"})
    said = (done.stdout + done.stderr).decode("utf-8", "replace")
    counts = re.findall(r"(?:Done |#|inputs: )(\d+)", said)
    if done.returncode:
        sys.stdout.write("\n".join(said.splitlines()[-40:]) + "\n")
    return max(map(int, counts), default=0), not done.returncode


def main() -> int:
    """Fuzz, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("targets", nargs="*", default=["txt", "docx", "rtf", "pdf"])
    parser.add_argument("--seconds", type=int, default=60, help="for each target")
    parser.add_argument("--keep", type=Path, help="folder for what is found and the corpus (default: nowhere)")
    parser.add_argument("--blind", action="store_true", help="without coverage, also where atheris is: more inputs")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside:
        if options.blind or find_spec("atheris") is None:
            sys.stdout.write(f"inputs: {blind(options.targets[0], options.seconds, options.keep)}\n")
        else:
            guided(options.targets[0], options.seconds, options.keep)
        return 0
    with TemporaryDirectory(prefix="dieukhoan-fuzz-") as nowhere:
        sound = True
        for target in options.targets:
            count, good = one(target, options.seconds, options.keep or Path(nowhere), unguided=options.blind)
            sys.stdout.write(f"{target:6}{count:12,} inputs  {'nothing found' if good else 'FOUND'}\n")
            sys.stdout.flush()
            sound &= good
    return 0 if sound else 1


if __name__ == "__main__":
    sys.exit(main())
