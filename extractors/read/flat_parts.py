"""Which zip do the parts of a flat Office file (flat OPC: ``pkg:package``) stand for?

Source: ECMA-376 part 2, and the schema http://schemas.microsoft.com/office/2006/xmlPackage.
"""

from __future__ import annotations

import base64
import binascii
import io
import zipfile

from lxml import etree

from extractors.read.office_package import parser

_PKG = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
_LARGEST = 160 * 2**20


def zipped(data: bytes) -> bytes | None:
    """The parts as a zip; None where the bytes are no such file."""
    if b"pkg:package" not in data[:8192] or len(data) > _LARGEST:
        return None
    try:
        root = etree.fromstring(data, parser())
    except (etree.XMLSyntaxError, ValueError):
        return None
    parts = {(part.get(_PKG + "name") or "").lstrip("/"): _content(part) for part in root.iter(_PKG + "part")}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as package:
        for name, content in {"[Content_Types].xml": b"<Types/>", **parts}.items():
            if name and content is not None:
                package.writestr(name, content)
    return buffer.getvalue()


def _content(part: etree._Element) -> bytes | None:
    """The bytes of one part: its XML, or its text in base 64."""
    held = part.find(_PKG + "xmlData")
    if held is not None:
        return etree.tostring(held[0], encoding="utf-8", xml_declaration=True) if len(held) else None
    binary = part.findtext(_PKG + "binaryData")
    if binary is None:
        return None
    try:
        return base64.b64decode(binary)
    except (binascii.Error, ValueError):
        return None
