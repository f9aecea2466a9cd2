"""Hostile PDF files: circles, bombs, lies about sizes, damage."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from hostile import canary
from hostile.case import BROKEN, READ, Case
from hostile.sound import pdf, pdf_objects, stream

_HOLDS = "Điều 1"
_EMPTY = "failed:scan failed:empty partial"
"""A page without text: a picture of one, for all that is known (with OCR there is none either)."""


def cases() -> Iterator[Case]:
    """Cases about PDF."""
    yield from _circles()
    yield from _bombs()
    yield from _sizes()
    yield from _tables()
    yield from _active()


def _with(changes: dict[int, bytes], more: list[bytes] | None = None, **trailer: str) -> bytes:
    """The sound file with some objects (from 1) changed and others added."""
    objects = pdf_objects()
    for number, content in changes.items():
        objects[number - 1] = content
    return pdf(objects + (more or []), trailer.get("trailer", ""))


def _circles() -> Iterator[Case]:
    kids = b"<< /Type /Pages /Count 1 /Kids [2 0 R] >>"
    yield Case("pdf/pages-in-a-circle.pdf", _with({2: kids}), f"{BROKEN} {_EMPTY}")
    both = b"<< /Type /Pages /Count 2 /Kids [8 0 R 3 0 R] >>"
    yield Case("pdf/pages-in-a-wide-circle.pdf", _with({2: both}, [kids]), f"{READ} {BROKEN} {_EMPTY}")
    many = b"<< /Type /Pages /Count 100000000 /Kids [3 0 R] >>"
    yield Case("pdf/a-hundred-million-pages.pdf", _with({2: many}), f"{READ} {BROKEN} failed:too_long {_EMPTY}")
    for count, outcome in ((500, READ), (6000, "failed:too_long")):
        same = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (count, b"3 0 R " * count)
        yield Case(f"pdf/one-page-{count}-times.pdf", _with({2: same}), outcome, slow=count < 1000)
    inner = b"<< /Type /Pages /Parent 2 0 R /Count 1 /Kids [%d 0 R] >>"
    nested = [inner % (9 + at) for at in range(5000)] + [b"<< /Type /Page /Parent 2 0 R >>"]
    deep = _with({2: b"<< /Type /Pages /Count 1 /Kids [8 0 R] >>"}, nested)
    yield Case("pdf/pages-nested-5000.pdf", deep, f"{READ} {BROKEN} {_EMPTY}")
    itself = stream(
        b"/X Do", more="/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 8 0 R >> >>"
    )
    page = pdf_objects()[2].replace(b"/Resources <<", b"/Resources << /XObject << /X 8 0 R >>")
    content = pdf_objects()[3].replace(b"ET\nendstream", b"ET /X Do\nendstream")
    yield Case("pdf/form-draws-itself.pdf", _with({3: page, 4: content}, [itself]), f"{READ} {BROKEN}")
    yield Case(
        "pdf/length-of-itself.pdf", _with({4: b"<< /Length 4 0 R >>\nstream\nBT ET\nendstream"}), f"{BROKEN} {_EMPTY}"
    )
    yield Case(
        "pdf/contents-in-a-circle.pdf",
        _with({3: pdf_objects()[2].replace(b"4 0 R", b"[8 0 R]")}, [b"[8 0 R]"]),
        f"{BROKEN} {_EMPTY}",
    )
    sound = pdf()
    start = sound.index(b"xref")
    yield Case("pdf/table-in-a-circle.pdf", pdf(trailer=f"/Prev {start}"), READ, _HOLDS)
    yield Case(
        "pdf/table-and-stream-in-a-circle.pdf", pdf(trailer=f"/Prev {start} /XRefStm {start}"), f"{READ} {BROKEN}"
    )


def _bombs() -> Iterator[Case]:
    yield Case("pdf/flate-bomb.pdf", lambda: _with({4: stream(bytes(120_000_000), packed=True)}), "failed:bomb")
    yield Case("pdf/flate-in-flate.pdf", lambda: _with({4: _twice_packed(150_000_000)}), "failed:bomb")
    chained = b"<< /Length 3 /Filter [" + b"/FlateDecode " * 5 + b"] >>\nstream\n" + bytes(9_000) + b"\nendstream"
    yield Case("pdf/flate-five-times.pdf", _with({4: chained}), "failed:bomb")
    filters = f"<< /Length 3 /Filter [{'/ASCIIHexDecode ' * 20_000}] >>\nstream\n41>\nendstream".encode()
    yield Case("pdf/filters-20000.pdf", _with({4: filters}), f"{BROKEN} {_EMPTY}")
    yield Case(
        "pdf/many-words.pdf",
        lambda: _with({4: stream(_many_words(), packed=True)}),
        f"{READ} failed:too_long",
        slow=True,
    )
    yield Case(
        "pdf/many-lines.pdf",
        lambda: _with({4: stream(b"0 0 m 500 500 l S\n" * 200_000, packed=True)}),
        _EMPTY,
        slow=True,
    )
    rules = b"".join(b"0 %d m 500 %d l S %d 0 m %d 800 l S\n" % (at, at, at, at) for at in range(800))
    table = _with({4: pdf_objects()[3].replace(b"BT /F", b" " + rules + b"BT /F").replace(b"/Length ", b"/Length 9")})
    yield Case("pdf/grid-of-640000-cells.pdf", table, f"{READ} {BROKEN} failed:bomb failed:scan")
    yield Case("pdf/object-stream.pdf", lambda: _with({}, [_object_stream(100_000)]), READ, _HOLDS)
    array = b"[" * 100_000 + b"]" * 100_000
    yield Case("pdf/array-in-array.pdf", _with({}, [array]), READ, _HOLDS)
    yield Case(
        "pdf/array-as-pages.pdf", _with({2: array}), f"{BROKEN} failed:encrypted {_EMPTY}"
    )  # PDFium calls it locked
    operands = stream(b"[" * 50_000 + b"(a)" + b"]" * 50_000 + b" TJ")
    yield Case("pdf/array-as-operand.pdf", _with({4: operands}), f"{BROKEN} {_EMPTY}")
    image = stream(
        bytes(1000),
        packed=True,
        more="/Type /XObject /Subtype /Image /Width 200000 /Height 200000 /BitsPerComponent 8 /ColorSpace /DeviceRGB",
    )
    page = pdf_objects()[2].replace(b"/Resources <<", b"/Resources << /XObject << /X 8 0 R >>")
    drawn = stream(b"q 500 0 0 500 0 0 cm /X Do Q")
    yield Case(
        "pdf/picture-of-120-gigabytes.pdf", _with({3: page, 4: drawn}, [image]), f"{BROKEN} failed:bomb {_EMPTY}"
    )
    small = stream(
        bytes(3), more="/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceRGB"
    )
    wide = page.replace(b"[0 0 595 842]", b"[0 0 1e6 1e6]")
    yield Case("pdf/picture-on-a-huge-page.pdf", _with({3: wide, 4: drawn}, [small]), f"{BROKEN} failed:bomb {_EMPTY}")


def _object_stream(count: int) -> bytes:
    places = b"".join(b"%d %d " % (at + 10, at * 3) for at in range(count))
    return stream(places + b"[] " * count, packed=True, more=f"/Type /ObjStm /N {count} /First {len(places)}")


def _many_words() -> bytes:
    words = (b"1 0 0 1 %d %d Tm <0041004200430020> Tj\n" % (at % 500, at // 500) for at in range(150_000))
    return b"BT /F 12 Tf " + b"".join(words) + b"ET"


def _twice_packed(size: int) -> bytes:
    inner = zlib.compress(bytes(size), 1)
    outer = zlib.compress(inner, 1)
    return f"<< /Length {len(outer)} /Filter [/FlateDecode /FlateDecode] >>\nstream\n".encode() + outer + b"\nendstream"


def _sizes() -> Iterator[Case]:
    for name, box in (
        ("huge", "[0 0 1e9 1e9]"),
        ("empty", "[0 0 0 0]"),
        ("negative", "[595 842 0 0]"),
        ("endless", "[0 0 99999999999999999999 1e400]"),
        ("not-a-box", "[/a (b) null]"),
        ("far-away", "[-1e8 -1e8 -9e7 -9e7]"),
    ):
        yield Case(f"pdf/page-{name}.pdf", pdf(pdf_objects(box=box)), f"{READ} {BROKEN} failed:scan failed:bomb")
    rotated = pdf_objects()[2].replace(b"/Type /Page ", b"/Type /Page /Rotate 12345678901 /UserUnit 1e9 ")
    yield Case("pdf/page-turned-and-grown.pdf", _with({3: rotated}), f"{READ} {BROKEN}")
    tiny = pdf_objects()[3].replace(b"/F 12 Tf", b"/F 1e-9 Tf")
    yield Case("pdf/letters-too-small.pdf", _with({4: tiny}), f"{READ} {_EMPTY} {BROKEN}")
    big = pdf_objects()[3].replace(b"/F 12 Tf", b"/F 1e30 Tf")
    yield Case("pdf/letters-too-large.pdf", _with({4: big}), f"{READ} {_EMPTY} {BROKEN}")
    surrogates = pdf_objects()[6].replace(b"> <0", b"> <d8000").replace(b"> <1", b"> <dc001")
    yield Case("pdf/lone-surrogates.pdf", _with({7: surrogates}), f"{READ} {_EMPTY} {BROKEN}")


def _tables() -> Iterator[Case]:
    sound = pdf()
    yield Case("pdf/no-table.pdf", pdf(table=False), READ, _HOLDS)
    yield Case("pdf/table-elsewhere.pdf", sound.replace(b"startxref\n", b"startxref\n9"), READ, _HOLDS)
    yield Case("pdf/table-of-nines.pdf", sound.replace(b"0000000", b"9999999"), f"{READ} {BROKEN}")
    yield Case("pdf/no-end.pdf", sound[: sound.index(b"trailer")], f"{READ} {BROKEN}")
    yield Case("pdf/only-a-header.pdf", b"%PDF-1.7\n")
    yield Case("pdf/no-catalogue.pdf", sound.replace(b"/Root 1 0 R", b""), f"{READ} {BROKEN}")
    yield Case("pdf/catalogue-is-a-number.pdf", _with({1: b"42"}))
    yield Case("pdf/size-of-the-table.pdf", sound.replace(b"xref\n0 8", b"xref\n0 99999999"), f"{READ} {BROKEN}")
    yield Case("pdf/rubbish-in-front.pdf", b"\x00" * 900 + sound, READ, _HOLDS)
    yield Case("pdf/rubbish-behind.pdf", sound + b"\x00" * 100_000, READ, _HOLDS)
    yield Case("pdf/two-files.pdf", sound + sound, READ, _HOLDS)
    yield Case("pdf/no-pages.pdf", _with({2: b"<< /Type /Pages /Count 0 /Kids [] >>"}), f"{BROKEN} {_EMPTY}")
    locked = "/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <{0}> /U <{0}> >> /ID [<{1}> <{1}>]"
    yield Case("locked/password.pdf", pdf(trailer=locked.format("41" * 32, "42" * 16)), "failed:encrypted")
    unknown = "/Encrypt << /Filter /NobodyKnows /V 99 >> /ID [<42> <42>]"
    yield Case("locked/unknown-lock.pdf", pdf(trailer=unknown), f"failed:encrypted {BROKEN}")


def _active() -> Iterator[Case]:
    """What a viewer might run or fetch; nothing here does."""
    script = b"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> >>"
    yield Case("pdf/javascript.pdf", _with({1: script}), READ, _HOLDS)
    opened = "/OpenAction << /S /Launch /F (calc.exe) >>"
    closed = f"/AA << /WC << /S /URI /URI (http://{canary.address}/) >> >>"
    launch = f"<< /Type /Catalog /Pages 2 0 R {opened} {closed} >>".encode()
    yield Case("pdf/launch.pdf", _with({1: launch}), READ, _HOLDS)
    form = b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /XFA (<a/>) /Fields [] >> >>"
    yield Case("pdf/xfa.pdf", _with({1: form}), READ, _HOLDS)
    outside = stream(b"", more=f"/F (http://{canary.address}/a) /FFilter /FlateDecode")
    yield Case("pdf/content-elsewhere.pdf", _with({4: outside}), f"{BROKEN} {_EMPTY}")
