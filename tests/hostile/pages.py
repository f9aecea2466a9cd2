"""Hostile web pages and RTF documents."""

from __future__ import annotations

from collections.abc import Iterator

from hostile import canary
from hostile.case import BROKEN, READ, Case
from hostile.sound import html, rtf, rtf_text

_HOLDS = "Điều 1"
_SOUND = "<p>Điều 1. Trách nhiệm</p><p>1. Hai bên báo cáo.</p>"
_PLAIN = rtf_text("Điều 1. Trách nhiệm\\par 1. Hai bên báo cáo.\\par ").replace("\\\\", "\\")
_REFUSED = f"{BROKEN} failed:too_deep failed:bomb failed:empty failed:needs_libreoffice"


def cases() -> Iterator[Case]:
    """Cases about web pages and RTF."""
    yield from _pages()
    yield from _groups()


def _pages() -> Iterator[Case]:
    pages = {
        "deep": "<div>" * 100_000 + _SOUND,
        "deep-and-closed": "<div>" * 5_000 + _SOUND + "</div>" * 5_000,
        "deep-tables": "<table><tr><td>" * 2_000 + _SOUND,
        "deep-lists": "<ul><li>" * 5_000 + _SOUND,
        "deep-letters": "<b><i>" * 5_000 + _SOUND,
        "table-in-a-table-many-times": f"{_SOUND}<table>"
        + "<tr><td><table><tr><td>a</td></tr></table></td></tr>" * 3_000,
    }
    for name, body in pages.items():
        yield Case(f"html/{name}.html", html(body), f"{READ} {_REFUSED}", slow="many-times" in name)
    scripts = (
        f'<script src="http://{canary.address}/a.js"></script><script>while(1);</script><img src=x onerror="alert(1)">'
        f'<iframe src="file:///etc/passwd"></iframe><link rel=stylesheet href="http://{canary.address}/a.css">'
        f'<object data="http://{canary.address}/a"></object><meta http-equiv=refresh content="0;url=http://{canary.address}/">'
        f'<svg><image href="http://{canary.address}/a.svg"/></svg><base href="http://{canary.address}/">'
    )
    kept = {
        "scripts": scripts + _SOUND,
        "gigantic-attribute": f'<p title="{"a" * 5_000_000}">a</p>{_SOUND}',
        "style-without-end": f'<p style="{"text-align :" * 50_000}">a</p>{_SOUND}',
        "spans-without-end": f"<table><tr><td colspan=9999999 rowspan=9999999>a</td></table>{_SOUND}",
        "many-wide-cells": f"<table><tr>{'<td colspan=100 rowspan=100>a</td>' * 300}</tr></table>{_SOUND}",
        "list-of-10000": f"<ol start=99999999999>{'<li>a</li>' * 10_000}</ol>{_SOUND}",
        "list-from-minus": f'<ol start="-5"><li value="²">a</li><li value="9{"9" * 5000}">b</li></ol>{_SOUND}',
        "entities": f"&#0;&#xD800;&#x110000;&#99999999999;&nosuch;&lt{_SOUND}",
        "never-closed": f"{_SOUND}<p><table><tr><td><a href='",
        "comments": "<!--" * 10_000 + "-->" + _SOUND,
        "cdata": f"<![CDATA[ <p>a</p> ]]>{_SOUND}<?php system('a') ?>",
        "nul": f"<p>a\0b</p>{_SOUND}",
        "charset-of-nobody": f'<meta charset="nobody"><meta http-equiv=content-type content="a;charset=idna">{_SOUND}',
    }
    for name, body in kept.items():
        holds = "" if name in {"comments", "nul"} else _HOLDS
        yield Case(
            f"html/{name}.html",
            html(body),
            f"{READ} {BROKEN}",
            holds,
            slow=name in {"list-of-10000", "many-wide-cells"},
        )
    many = " ".join(f"a{at}=1" for at in range(50_000))
    yield Case("html/many-attributes.html", html(f"<p {many}>a</p>{_SOUND}"), "failed:bomb")
    laughs = (
        '<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
    )
    yield Case(
        "html/entities-declared.html", f"{laughs}<html><body>&b;&c;{_SOUND}</body></html>".encode(), READ, _HOLDS
    )
    yield Case("html/many-tags.html", lambda: html("<p>" * 3_000_000), "failed:bomb failed:too_long failed:empty")
    named = b'<html><head><meta charset="hex"></head><body><p>\xff\xfe\xfa Dieu</p></body></html>'
    yield Case("html/charset-that-is-none.html", named, f"{READ} failed:encoding {BROKEN}")
    yield Case(
        "html/frames.html",
        f"<html><frameset><frame src='http://{canary.address}/'></frameset></html>".encode(),
        "failed:empty",
    )
    mail = (
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=a\r\n\r\n--a\r\n\r\n<html>" + _SOUND.encode()
    )
    yield Case("html/mail.doc", mail, f"{READ} {BROKEN} failed:wrong_content")


def _groups() -> Iterator[Case]:
    refused = {
        "groups-100000": "{" * 100_000 + _PLAIN + "}" * 100_000,
        "groups-never-closed": "{" * 50_000 + _PLAIN,
        "tables-in-tables": "{\\trowd\\itap9999 " * 5_000 + _PLAIN,
    }
    for name, body in refused.items():
        yield Case(f"rtf/{name}.rtf", rtf(body), f"{READ} {_REFUSED}")
    kept = {
        "bin-longer-than-the-file": f"{_PLAIN}{{\\pict\\bin999999999 abc}}",
        "bin-negative": f"{_PLAIN}{{\\pict\\bin-5 abc}}{_PLAIN}",
        "groups-closed-too-often": f"{_PLAIN}}}}}}}}}{_PLAIN}",
        "number-of-many-digits": f"{_PLAIN}\\fs{'9' * 10_000} a\\par\\u{'9' * 500}?",
        "word-of-many-letters": f"{_PLAIN}\\{'a' * 100_000} b",
        "object": f"{_PLAIN}{{\\object\\objautlink\\objupdate{{\\*\\objdata {'41' * 5_000}}}{{\\result a}}}}",
        "fields": f'{_PLAIN}{{\\field{{\\*\\fldinst INCLUDEPICTURE "http://{canary.address}/a"}}{{\\fldrslt a}}}}',
        "template-elsewhere": f"{{\\*\\template http://{canary.address}/a.dot}}{_PLAIN}",
        "fonts-10000": "".join(f"{{\\fonttbl{{\\f{at} F{at};}}}}" for at in range(10_000)) + _PLAIN,
        "styles-in-a-circle": "{\\stylesheet{\\s1\\sbasedon2 a;}{\\s2\\sbasedon1 b;}}\\s1 " + _PLAIN,
        "surrogates": f"{_PLAIN}\\u-10240?\\u-9216?\\par",
        "unknown-bytes": _PLAIN + "".join(f"\\'{code:02x}" for code in range(256)),
    }
    for name, body in kept.items():
        yield Case(f"rtf/{name}.rtf", rtf(body), f"{READ} {_REFUSED}")
    yield Case("rtf/not-closed.rtf", rtf(_PLAIN)[:-1], f"{READ} {_REFUSED}")
    yield Case("rtf/only-a-header.rtf", b"{\\rtf", _REFUSED)
