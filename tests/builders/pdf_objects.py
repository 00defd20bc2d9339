"""PDF files written object by object, for what no drawing library writes: fields, notes, layers, clips, odd forms."""

from __future__ import annotations

from collections.abc import Sequence

PAGE = 3
"""The number of the page's object; further ones are numbered from FIRST on."""
FIRST = 8
SIZE = (400, 300)


def written(
    content: str,
    *more: str | bytes,
    page: str = "",
    catalogue: str = "",
    resources: str = "",
    fonts: str = "",
) -> bytes:
    """A PDF of one page with this content; ``more`` are objects FIRST, FIRST + 1 … of the file.

    Fonts: F1 Helvetica, F2 a Chinese one that is not in the file (UCS-2), F3 ZapfDingbats.
    """
    wide, high = SIZE
    system = "<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>"
    cid = f"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo{system}>>"
    held = f"<</Font<</F1 5 0 R/F2 6 0 R/F3 7 0 R{fonts}>>{resources}>>"
    objects: list[str | bytes] = [
        f"<</Type/Catalog/Pages 2 0 R{catalogue}>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {wide} {high}]/Contents 4 0 R/Resources{held}{page}>>",
        stream(content),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        f"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[{cid}]>>",
        "<</Type/Font/Subtype/Type1/BaseFont/ZapfDingbats>>",
        *more,
    ]
    return assembled(objects)


def assembled(objects: Sequence[str | bytes]) -> bytes:
    """The file of these objects, numbered from 1; the first is the catalogue."""
    out, places = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        body = each.encode("latin-1") if isinstance(each, str) else each
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table
    return out + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, end)


def stream(content: str, entries: str = "") -> str:
    """A stream object."""
    return f"<</Length {len(content.encode('latin-1'))}{entries}>>\nstream\n{content}\nendstream"


def text(x: float, y: float, said: str, size: float = 12, ink: str = "0 g") -> str:
    """Draws a text, Latin or Chinese."""
    if said.isascii():
        return f"BT {ink} /F1 {size} Tf {x} {y} Td ({said}) Tj ET\n"
    return f"BT {ink} /F2 {size} Tf {x} {y} Td <{said.encode('utf-16-be').hex()}> Tj ET\n"


def string(said: str) -> str:
    """A text string of the file."""
    return f"<feff{said.encode('utf-16-be').hex()}>"
