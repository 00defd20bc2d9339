"""What kind of file is this, by its content and not by its suffix?

The suffix decides only where two kinds share one content: a .wps is an OLE2 Word document, a .csv is plain text.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from pathlib import PurePosixPath

from extractors.read import ole

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
DOCM = "application/vnd.ms-word.document.macroEnabled.12"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
XLSM = "application/vnd.ms-excel.sheet.macroEnabled.12"
XLSB = "application/vnd.ms-excel.sheet.binary.macroEnabled.12"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
DOC = "application/msword"
XLS = "application/vnd.ms-excel"
PPT = "application/vnd.ms-powerpoint"
WPS = "application/wps-office.wps"
ET = "application/wps-office.et"
ODT = "application/vnd.oasis.opendocument.text"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
OFD = "application/ofd"
RTF = "application/rtf"
TEXT = "text/plain"
CSV = "text/csv"
HTML = "text/html"
XML = "application/xml"
WORD_XML = "application/msword+xml"
ZIP = "application/zip"
LOCKED_ZIP = "application/x-locked-zip"
SEVEN_ZIP = "application/x-7z-compressed"
RAR = "application/vnd.rar"
TAR = "application/x-tar"
GZIP = "application/gzip"
ENCRYPTED = "application/x-encrypted-office"
DRM = "application/x-drm-encrypted"
EMPTY = "application/x-empty"
DAMAGED = "application/x-damaged"
UNKNOWN = "application/octet-stream"

PICTURES = ("image/jpeg", "image/png", "image/gif", "image/tiff", "image/bmp", "image/webp")
OLD_OFFICE = {
    DOC: ".doc",
    # WPS writes the streams of Word; under its own suffix LibreOffice takes it for Microsoft Works.
    WPS: ".doc",
    RTF: ".rtf",
    ODT: ".odt",
    WORD_XML: ".xml",
    XLSB: ".xlsb",
}
"""What is converted before it is read, and the suffix under which LibreOffice knows it."""

_MAGIC = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF8", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"{\\rtf", RTF),
    (b"7z\xbc\xaf\x27\x1c", SEVEN_ZIP),
    (b"Rar!\x1a\x07", RAR),
    (b"\x1f\x8b", GZIP),
    # Enterprise encryption gateways put their own head before the file.
    (b"%TSD-Header-###%", DRM),
)
_RTF_TAIL = 64
_BROKEN_ZIP = (zipfile.BadZipFile, zlib.error, OSError, ValueError, RuntimeError, EOFError, OverflowError)
_SUFFIXES = {".docx": DOCX, ".docm": DOCM, ".xlsx": XLSX, ".xlsm": XLSM}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Control characters that no text file holds (tab, line feed, form feed, return and Ctrl-Z are let pass).
_BINARY = re.compile(r"[\x00-\x08\x0b\x0e-\x19\x1b-\x1f\ufffe\uffff]")


def media_type(data: bytes, path: str) -> str:
    """The media type of these bytes; ours (``application/x-…``) where none is registered."""
    if not data:
        return EMPTY
    if not data.strip(b"\0"):
        return DAMAGED
    suffix = PurePosixPath(path).suffix.lower()
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(data, suffix)
    if data.startswith(_OLE):
        return _compound(data, suffix)
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            # A shortened RTF would open all the same, and nobody would miss the rest.
            return DAMAGED if kind == RTF and b"}" not in data[-_RTF_TAIL:] else kind
    return _by_structure(data) or _textual(data, suffix) or _other(data, suffix)


def _by_structure(data: bytes) -> str | None:
    """Kinds that are told by more than their first bytes."""
    told = {
        PDF: b"%PDF-" in data[:1024],
        DRM: b"E-SafeNet" in data[:512],
        TAR: data[257:262] == b"ustar",
        "image/bmp": data[:2] == b"BM" and data[6:10] == b"\0\0\0\0",
        "image/webp": data[:4] == b"RIFF" and data[8:12] == b"WEBP",
        "image/heic": data[4:8] == b"ftyp" and data[8:12] in (b"heic", b"heix", b"mif1", b"heif"),
    }
    return next((kind for kind, fits in told.items() if fits), None)


def _zipped(data: bytes, suffix: str) -> str:
    """What the members of the zip say; a zip that does not open is what its suffix claims."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            members = package.infolist()
            first = members[0] if members else None
            mimetype = package.read(first)[:100] if first and first.filename == "mimetype" else b""
            if mimetype and b"encryption-data" in _manifest(package):
                return ENCRYPTED
    except _BROKEN_ZIP:
        return _SUFFIXES.get(suffix, DAMAGED)
    names = {member.filename.replace("\\", "/").lstrip("/").lower() for member in members}
    kind = _package(names) or _open_document(mimetype)
    if kind:
        return kind
    return LOCKED_ZIP if any(member.flag_bits & 1 for member in members) else ZIP


def _manifest(package: zipfile.ZipFile) -> bytes:
    """The beginning of an OpenDocument's list of contents."""
    try:
        with package.open("META-INF/manifest.xml") as stream:
            return stream.read(1 << 20)
    except KeyError:
        return b""


def _package(names: set[str]) -> str | None:
    folders = {name.split("/", 1)[0] for name in names if "/" in name}
    if "ofd.xml" in names:
        return OFD
    if "[content_types].xml" not in names:
        return None
    if "word" in folders:
        return DOCM if "word/vbaproject.bin" in names else DOCX
    if "xl/workbook.bin" in names:
        return XLSB
    if "xl" in folders:
        return XLSM if "xl/vbaproject.bin" in names else XLSX
    return PPTX if "ppt" in folders else None


def _open_document(mimetype: bytes) -> str | None:
    named = mimetype.decode("ascii", "replace").strip()
    return next((kind for kind in (ODT, ODS) if named.startswith(kind)), None)


def _compound(data: bytes, suffix: str) -> str:
    """An OLE2 file by the names of its streams; WPS writes the same streams as Office."""
    streams = ole.names(data)

    def holds(stream: str) -> bool:
        # Where the directory is cut off, a name and the zero that ends it are the best there is.
        return stream in streams if streams else (stream + "\0").encode("utf-16-le") in data

    if holds("EncryptedPackage") or holds("EncryptionInfo"):
        return ENCRYPTED
    if holds("WordDocument"):
        return WPS if suffix == ".wps" else DOC
    if holds("Workbook") or holds("Book"):
        return ET if suffix == ".et" else XLS
    if holds("PowerPoint Document"):
        return PPT
    return UNKNOWN if streams else DAMAGED


def decoded(data: bytes) -> str | None:
    """The text in these bytes, UTF-8, UTF-16 with its mark or GB 18030; None where they are not text."""
    encodings = ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if _BINARY.search(text) else text
    return None


def _textual(data: bytes, suffix: str) -> str | None:
    text = decoded(data)
    if text is None:
        return None
    head = text[:2048].lstrip().lower()
    if not head:
        return EMPTY if not text.strip() else TEXT
    if "<html" in head or head.startswith(("<!doctype html", "mime-version:")):
        return HTML
    if head.startswith("<?xml"):
        return WORD_XML if 'progid="word.document"' in head else XML
    return CSV if suffix in (".csv", ".tsv") else TEXT


def _other(data: bytes, suffix: str) -> str:
    # A docx that begins with other bytes was cut or overwritten: say damaged, not unknown.
    if suffix in _SUFFIXES or suffix == ".pdf":
        return DAMAGED
    import filetype  # noqa: PLC0415  needed for strangers only

    return str(filetype.guess_mime(data) or UNKNOWN)
