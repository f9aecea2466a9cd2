"""The look of the pages that a comparison makes, and the policy that allows them this style sheet and nothing else."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

STYLE = """
:root{color-scheme:light}
body{font:16px/1.5 "Times New Roman",Tinos,serif;margin:1rem;color:#111;background:#fff}
h1{font-size:1.3rem}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;background:#fff}
table{border-collapse:collapse;width:100%;table-layout:fixed}
thead th,thead td{position:sticky;top:0;background:#ddebf7;z-index:1;text-align:left;font-weight:400}
tr[id]{scroll-margin-top:3rem}
tr:target{outline:3px solid #1f4e79}
thead td{width:11rem}
th,td{border:1px solid #999;padding:.35rem .5rem;vertical-align:top;overflow-wrap:anywhere}
td{white-space:pre-wrap}
tbody th{font-weight:400;font-size:.85rem;text-align:left}
tbody th span{display:block;font-weight:700}
ins{background:#c6efce;color:#0b3d12;text-decoration:underline}
del{background:#f8cbad;color:#6b1200;text-decoration:line-through}
mark{background:#fff2a8;color:#111;border-bottom:2px solid #7f6000}
i{font-style:normal;border-bottom:1px dotted #555}
.filled th{background:#e2efda}.modified th{background:#fff2cc}.moved th{background:#ddebf7}
.added th{background:#d9ead3}.removed th{background:#f8cbad}
.matrix th,.matrix td{white-space:normal;font-size:.85rem;overflow-wrap:break-word;word-break:normal}
.matrix tbody th{position:sticky;left:0;background:#fff;min-width:8rem}
.matrix .count{text-align:right}
.matrix td.long{min-width:18rem}
.matrix th.count{vertical-align:bottom;text-align:left}
.matrix th.count span{writing-mode:vertical-rl;transform:rotate(180deg);max-height:9rem}
.matrix td a{color:inherit}
.here th,.here td{background:#f2f2f2;font-style:italic}
fieldset{border:0;padding:0;margin:.5rem 0}
label{margin-right:1rem}
td.filled{background:#e2efda}td.modified{background:#fff2cc}td.moved{background:#ddebf7}
td.removed{background:#f8cbad}td.added{background:#d9ead3}
.wide{overflow:auto;max-height:85vh}
.wide:focus-visible,a:focus-visible,input:focus-visible,summary:focus-visible{outline:3px solid #1f4e79}
.wide table{table-layout:auto;width:auto}
#only:checked~table tr.identical{display:none}
#f-filled:checked~.wide tbody tr:not(.with-filled),#f-modified:checked~.wide tbody tr:not(.with-modified),
#f-moved:checked~.wide tbody tr:not(.with-moved),#f-removed:checked~.wide tbody tr:not(.with-removed),
#f-added:checked~.wide tbody tr:not(.with-added),#f-any:checked~.wide tbody tr.quiet{display:none}
@media print{body{margin:0;font-size:10pt}thead{display:table-header-group}tr{break-inside:avoid}
thead th,thead td,.matrix tbody th{position:static}.wide{overflow:visible;max-height:none}
.matrix th,.matrix td{font-size:7.5pt;padding:1pt 2pt}.matrix tbody th{min-width:0}
.matrix td.long{min-width:0}.wide table{width:100%}.matrix td a{text-decoration:none}
#only,label,input,.skip,.legend+.legend{display:none}ins,del,mark,th,td{print-color-adjust:exact}}
@page{size:A4 landscape;margin:12mm}
"""
POLICY = (
    f"default-src 'none'; style-src 'sha256-{b64encode(sha256(STYLE.encode()).digest()).decode()}'; "
    "base-uri 'none'; form-action 'none'"
)
