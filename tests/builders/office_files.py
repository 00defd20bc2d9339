"""Small Office files made by code: the parts a test names, nothing else."""

import io
import zipfile
from collections.abc import Mapping

TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
SHEET = (
    'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def zipped(parts: dict[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return buffer.getvalue()


def relations(*listed: tuple[str, str, str]) -> str:
    rows = "".join(f'<Relationship Id="{i}" Type="{OFFICE}/{kind}" Target="{target}"/>' for i, kind, target in listed)
    return f'<Relationships xmlns="{RELATIONS}">{rows}</Relationships>'


def docx(  # noqa: PLR0913  what a test may say of a document
    body: str,
    *,
    numbering: str = "",
    styles: str = "",
    header: str = "",
    pictures: tuple[bytes, ...] = (),
    laid_in: tuple[tuple[str, str, bytes], ...] = (),
) -> bytes:
    """``pictures`` have the relationships rId10, rId11, …; what is ``laid_in`` (kind, name, bytes) rId50, rId51, …"""
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relations(("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": f"<w:document {WORD}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": relations(
            ("rId1", "numbering", "numbering.xml"),
            ("rId2", "styles", "styles.xml"),
            ("rId3", "header", "header1.xml"),
            *((f"rId{number}", "image", f"media/image{number}.png") for number in range(10, 10 + len(pictures))),
            *((f"rId{number}", kind, f"embeddings/{name}") for number, (kind, name, _) in enumerate(laid_in, 50)),
        ),
    }
    parts.update({f"word/embeddings/{name}": content for _, name, content in laid_in})
    parts.update({f"word/media/image{number}.png": picture for number, picture in enumerate(pictures, 10)})
    if numbering:
        parts["word/numbering.xml"] = f"<w:numbering {WORD}>{numbering}</w:numbering>"
    if styles:
        parts["word/styles.xml"] = f"<w:styles {WORD}>{styles}</w:styles>"
    if header:
        parts["word/header1.xml"] = f"<w:hdr {WORD}>{header}</w:hdr>"
    return zipped(parts)


def p(text: str = "", inner: str = "", properties: str = "") -> str:
    written = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    return f"<w:p>{properties and f'<w:pPr>{properties}</w:pPr>'}{written}{inner}</w:p>"


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def tc(text: str = "", properties: str = "", inner: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}{inner}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr>{properties and f'<w:trPr>{properties}</w:trPr>'}{''.join(cells)}</w:tr>"


def tbl(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def xlsx(
    *sheets: str,
    styles: str = "",
    strings: str = "",
    names: tuple[str, ...] = (),
    related: tuple[tuple[str, str, str], ...] = (),
    parts: Mapping[str, str | bytes] | None = None,
    **more: str,
) -> bytes:
    """A workbook of raw sheet XML (what stands inside ``worksheet``); ``more``: state of a sheet by its name.

    ``related``: relationships of the first sheet (id, kind, target from ``xl/worksheets``); ``parts``: their targets.
    """
    named = names or tuple(f"表{n}" for n in range(1, len(sheets) + 1))
    listed = "".join(
        f'<sheet name="{name}" sheetId="{n}" r:id="rId{n}" {more.get(name, "")}/>' for n, name in enumerate(named, 1)
    )
    targets = [(f"rId{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(sheets) + 1)]
    package: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relations(("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": (
            f"<workbook {SHEET}>{more.get('properties', '')}<sheets>{listed}</sheets>{more.get('behind', '')}"
            "</workbook>"
        ),
        "xl/_rels/workbook.xml.rels": relations(
            *targets, ("rId90", "styles", "styles.xml"), ("rId91", "sharedStrings", "sharedStrings.xml")
        ),
    }
    for n, sheet in enumerate(sheets, 1):
        package[f"xl/worksheets/sheet{n}.xml"] = f"<worksheet {SHEET}>{sheet}</worksheet>"
    if styles:
        package["xl/styles.xml"] = f"<styleSheet {SHEET}>{styles}</styleSheet>"
    if strings:
        package["xl/sharedStrings.xml"] = f"<sst {SHEET}>{strings}</sst>"
    if related:
        package["xl/worksheets/_rels/sheet1.xml.rels"] = relations(*related)
    return zipped(package | dict(parts or {}))


def cell(address: str, text: str = "", style: int | None = None) -> str:
    """A cell with inline text; without text, an empty one that has only a style."""
    styled = "" if style is None else f' s="{style}"'
    inner = f"<is><t>{text}</t></is>" if text else ""
    return f'<c r="{address}"{styled}{" t=" + chr(34) + "inlineStr" + chr(34) if text else ""}>{inner}</c>'


def number(address: str, value: str, style: int = 0) -> str:
    return f'<c r="{address}" s="{style}"><v>{value}</v></c>'


def data(*rows: str) -> str:
    return f"<sheetData>{''.join(rows)}</sheetData>"


def row(n: int, *cells: str, extra: str = "") -> str:
    return f'<row r="{n}" {extra}>{"".join(cells)}</row>'


def grid(first: int, *lines: str, column: str = "A") -> str:
    """Rows of inline text, one line a row, its cells parted by a bar; an empty cell is left out."""
    start = ord(column)
    return "".join(
        row(first + y, *(cell(f"{chr(start + x)}{first + y}", text) for x, text in enumerate(line.split("|")) if text))
        for y, line in enumerate(lines)
    )


def formats(*codes: str) -> str:
    """Styles 1, 2, … with these number formats; the style after them has a border."""
    numbered = "".join(f'<numFmt numFmtId="{200 + n}" formatCode="{code}"/>' for n, code in enumerate(codes, 1))
    styled = "".join(f'<xf numFmtId="{200 + n}" borderId="0"/>' for n, _ in enumerate(codes, 1))
    return (
        f"<numFmts>{numbered}</numFmts><fonts><font/></fonts>"
        '<borders><border><left/></border><border><left style="thin"/></border></borders>'
        f'<cellXfs><xf numFmtId="0" borderId="0"/>{styled}<xf numFmtId="0" borderId="1"/></cellXfs>'
    )
