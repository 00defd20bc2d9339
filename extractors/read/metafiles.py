"""What does a picture say that is stored as drawing orders (EMF, WMF): a table pasted in as 增强型图元文件?

LibreOffice draws it on a page of its own; the words on that page are text, and read exactly.
Out:    a page for each metafile; None where LibreOffice is missing or could not draw it.
Source: [MS-EMF] 2.3.4.2 (header), [MS-WMF] 2.3.2.3 (placeable header).
"""

from __future__ import annotations

import gzip
import io
import struct
import zipfile
import zlib
from collections.abc import Sequence

from extractors.read.converted import libreoffice
from extractors.read.ocr.scope import OcrScope
from extractors.read.pdf import reader as pdf_reader
from extractors.read.scan import reader as scan_reader
from schemas.document import Page
from schemas.errors import UnreadableDocument

_PLACEABLE = b"\xd7\xcd\xc6\x9a"
_GZIP = b"\x1f\x8b"
_LARGEST = 64 * 2**20
_LONGEST = 1400.0
"""Points: Writer's pages are no longer than this."""
_PAPER = (595.0, 842.0)
_HUNDREDTHS_OF_MM = 72 / 2540
_EMU = 12_700
_MARGIN = 20.0

_BODY = """<?xml version="1.0" encoding="UTF-8"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body><w:p><w:r><w:drawing>
<wp:inline><wp:extent cx="{cx}" cy="{cy}"/><wp:docPr id="1" name="1"/><a:graphic>
<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>
<pic:nvPicPr><pic:cNvPr id="1" name="1"/><pic:cNvPicPr/></pic:nvPicPr>
<pic:blipFill><a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>
</w:drawing></w:r></w:p><w:sectPr><w:pgSz w:w="{wide}" w:h="{high}"/>
<w:pgMar w:top="{margin}" w:right="{margin}" w:bottom="{margin}" w:left="{margin}"
 w:header="0" w:footer="0" w:gutter="0"/></w:sectPr></w:body></w:document>"""
_TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="emf" ContentType="image/x-emf"/><Default Extension="wmf" ContentType="image/x-wmf"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
_RELATION = """<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"
 Target="{target}"/></Relationships>"""


def unpacked(content: bytes) -> bytes:
    """The metafile in a packed one (.emz, .wmz); anything else as it is."""
    if not content.startswith(_GZIP):
        return content
    try:
        with gzip.open(io.BytesIO(content)) as stream:
            return stream.read(_LARGEST)
    except (OSError, EOFError, zlib.error):
        return content


def suffix(content: bytes) -> str:
    """``emf`` or ``wmf``; "" for what is no metafile."""
    if content[:4] == b"\1\0\0\0" and content[40:44] == b" EMF":
        return "emf"
    return "wmf" if content.startswith((_PLACEABLE, b"\1\0\x09\0")) else ""


def pages(contents: Sequence[bytes], path: str, scope: OcrScope | None) -> list[Page | None]:
    """The page of each metafile, all drawn in one call; an empty page is none."""
    try:
        drawn = libreoffice.converted([libreoffice.Source(_on_paper(one), ".docx") for one in contents], "pdf")
    except libreoffice.Missing:
        return [None] * len(contents)
    return [None if one is None else _first(one, path, scope) for one in drawn]


def _first(content: bytes, path: str, scope: OcrScope | None) -> Page | None:
    try:
        document = pdf_reader.read(content, path, "")
        if document.pages and (document.pages[0].kind == "mixed" or not document.pages[0].blocks):
            document = scan_reader.recognised(document, content, scope)
    except UnreadableDocument:
        return None
    return document.pages[0] if document.pages and document.pages[0].blocks else None


def _on_paper(content: bytes) -> bytes:
    """A document whose one page is just large enough for the picture."""
    wide, high = _size(content)
    scale = min(1.0, _LONGEST / max(wide, high))
    wide, high = wide * scale, high * scale
    kind = suffix(content)
    body = _BODY.format(
        cx=round(wide * _EMU),
        cy=round(high * _EMU),
        wide=round((wide + 2 * _MARGIN) * 20),
        high=round((high + 3 * _MARGIN) * 20),
        margin=round(_MARGIN * 20),
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _TYPES)
        package.writestr("_rels/.rels", _RELATION.format(kind="officeDocument", target="word/document.xml"))
        package.writestr("word/document.xml", body)
        package.writestr("word/_rels/document.xml.rels", _RELATION.format(kind="image", target=f"media/1.{kind}"))
        package.writestr(f"word/media/1.{kind}", content)
    return buffer.getvalue()


def _size(content: bytes) -> tuple[float, float]:
    """The picture's width and height in points, as far as its head tells them."""
    try:
        if suffix(content) == "emf":
            left, top, right, bottom = struct.unpack_from("<4l", content, 24)
            wide, high = (right - left) * _HUNDREDTHS_OF_MM, (bottom - top) * _HUNDREDTHS_OF_MM
        else:
            left, top, right, bottom, inch = struct.unpack_from("<4hH", content, 6)
            wide, high = (right - left) * 72 / inch, (bottom - top) * 72 / inch
    except (struct.error, ZeroDivisionError):
        return _PAPER
    return (wide, high) if wide > 1 and high > 1 else _PAPER
