"""What kind of file is this, by its content and not by its suffix?

The suffix decides only where two kinds share one content: a .wps is an OLE2 Word document, a .csv is plain text.
"""

from __future__ import annotations

import io
import json
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
JSON = "application/json"
WORD_XML = "application/msword+xml"
SHEET_XML = "application/vnd.ms-excel+xml"
FLAT_PACKAGE = "application/vnd.ms-office.package+xml"
FLAT_TEXT = "application/vnd.oasis.opendocument.text-flat-xml"
FLAT_SHEETS = "application/vnd.oasis.opendocument.spreadsheet-flat-xml"
MAIL = "message/rfc822"
MSG = "application/vnd.ms-outlook"
WEB_ARCHIVE = "multipart/related"
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

PICTURES = (
    *("image/jpeg", "image/png", "image/gif", "image/tiff", "image/bmp", "image/webp"),
    *("image/heic", "image/avif", "image/jp2"),
)
OLD_OFFICE = {
    DOC: ".doc",
    # WPS writes the streams of Word; under its own suffix LibreOffice takes it for Microsoft Works.
    WPS: ".doc",
    RTF: ".rtf",
    ODT: ".odt",
    WORD_XML: ".xml",
    FLAT_TEXT: ".fodt",
    XLSB: ".xlsb",
    FLAT_SHEETS: ".fods",
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
_HEIF = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"heif")
_HEAD = 8192
"""Head lines of a mail, and what comes before the first mark of a page, are no longer than this."""
_HEADER_LINE = re.compile(rb"^([A-Za-z][A-Za-z0-9-]{1,40}):[ \t]*([^\r\n]*)", re.MULTILINE)
_TO_SOMEBODY = frozenset((b"to", b"received", b"return-path", b"delivered-to", b"message-id", b"cc"))
_OF_MAIL = frozenset((b"from", b"subject", b"date")) | _TO_SOMEBODY
_OF_MIME = frozenset((b"mime-version", b"content-type"))
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
    return _by_structure(data) or _message(data) or _textual(data, suffix) or _other(data, suffix)


def _message(data: bytes) -> str | None:
    """A mail, or a page that a browser or Office saved as one file in the same form.

    It may hold text in more than one encoding: its head alone tells it.
    """
    lines = _HEADER_LINE.findall(data[:_HEAD].split(b"\n\n", 1)[0].split(b"\r\n\r\n", 1)[0])
    if not _HEADER_LINE.match(data.lstrip()) or len(lines) < 2:
        return None
    names = {name.lower() for name, _ in lines}
    kinds = [kind.lower() for name, kind in lines if name.lower() == b"content-type"]
    if names & _TO_SOMEBODY or not kinds:
        return MAIL if names & _OF_MAIL and len(names & (_OF_MAIL | _OF_MIME)) > 1 else None
    return WEB_ARCHIVE if kinds[0].startswith((b"multipart/related", b"text/html", b"multipart/alternative")) else MAIL


def _by_structure(data: bytes) -> str | None:
    """Kinds that are told by more than their first bytes."""
    told = {
        PDF: b"%PDF-" in data[:1024],
        DRM: b"E-SafeNet" in data[:512],
        TAR: data[257:262] == b"ustar",
        "image/bmp": data[:2] == b"BM" and data[6:10] == b"\0\0\0\0",
        "image/webp": data[:4] == b"RIFF" and data[8:12] == b"WEBP",
        "image/heic": data[4:8] == b"ftyp" and data[8:12] in _HEIF,
        "image/jp2": data.startswith((b"\0\0\0\x0cjP  \r\n\x87\n", b"\xff\x4f\xff\x51")),
        "image/avif": data[4:8] == b"ftyp" and data[8:12] in (b"avif", b"avis"),
    }
    return next((kind for kind, fits in told.items() if fits), None)


def _mimetype(package: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> bytes:
    """What an OpenDocument says it is in its first member; nothing in any other zip."""
    first = members[0] if members else None
    return package.read(first)[:100] if first and first.filename == "mimetype" else b""


def _zipped(data: bytes, suffix: str) -> str:
    """What the members of the zip say; a zip that does not open is what its suffix claims."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            members = package.infolist()
            mimetype = _mimetype(package, members)
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
    """An OLE2 file by the names of its streams, not by those of files within it; WPS writes the same as Office."""
    streams = ole.names(data)

    def holds(stream: str) -> bool:
        # Where the directory is cut off, a name and the zero that ends it are the best there is.
        return stream.casefold() in streams if streams else (stream + "\0").encode("utf-16-le") in data

    held = [kind for marks, kind in _STREAMS if any(map(holds, marks))]
    # A careless writer lays the streams of an embedded document beside the workbook's own: then the name decides.
    chosen = DOC if DOC in held and suffix in _WORD_SUFFIXES and ENCRYPTED not in held else next(iter(held), UNKNOWN)
    if chosen in (DOC, XLS) and suffix in _OF_WPS:
        return {DOC: WPS, XLS: ET}[chosen] if _OF_WPS[suffix] == chosen else chosen
    return chosen if streams or held else DAMAGED


_STREAMS = (
    (("EncryptedPackage", "EncryptionInfo"), ENCRYPTED),
    (("Workbook", "Book"), XLS),
    (("WordDocument",), DOC),
    (("PowerPoint Document",), PPT),
    (("__properties_version1.0",), MSG),
)
"""Streams that tell what a compound file is, the surest first."""
_WORD_SUFFIXES = (".doc", ".dot", ".wps")
_OF_WPS = {".wps": DOC, ".et": XLS}


def decoded(data: bytes) -> str | None:
    """The text in these bytes, UTF-8, UTF-16 with its mark or without, or GB 18030; None where they are not text."""
    unmarked = _sixteen_bits(data)
    marked = ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ()
    for encoding in marked or ((unmarked,) if unmarked else ("utf-8-sig", "gb18030")):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if _BINARY.search(text) else text
    return None


def _sixteen_bits(data: bytes) -> str:
    """Which byte of UTF-16 without a mark comes first; "" where the bytes are no such text.

    Its digits, separators and line ends have a zero on one side, hanzi have none on either.
    """
    sample = data[: _SAMPLE - _SAMPLE % 2]
    low, high = sample[::2].count(0), sample[1::2].count(0)
    if len(data) % 2 or min(low, high) * 20 > max(low, high) or max(low, high) * _RAREST_ZERO < len(sample):
        return ""
    return "utf-16-le" if high > low else "utf-16-be"


_SAMPLE, _RAREST_ZERO = 1 << 16, 200


def _textual(data: bytes, suffix: str) -> str | None:
    text = decoded(data)
    if text is None:
        return None
    head = text[:_HEAD].lstrip("\ufeff \t\r\n").lower()
    if not head:
        return EMPTY if not text.strip() else TEXT
    if head.startswith("<"):
        return _marked_up(head)
    if suffix in _SEPARATED_SUFFIXES:
        return CSV
    if head[0] in "[{" and _is_json(text):
        return JSON
    signs = suffix in (*_SHEET_SUFFIXES, ".txt")
    return CSV if signs and is_separated(text) else TEXT


def is_separated(text: str) -> bool:
    """Whether one sign cuts most lines of a text into the same number of pieces."""
    return any(_separates(sign, text) for sign in _SEPARATORS)


def _is_json(text: str) -> bool:
    """Whether a program wrote the text as data for another one."""
    try:
        return isinstance(json.loads(text.lstrip("\ufeff")), (dict, list))
    except (ValueError, RecursionError):
        return False


def _marked_up(head: str) -> str:
    """Which language of marks the text is written in; plain text may begin with < too."""
    told = (
        (FLAT_PACKAGE, "<pkg:package" in head),
        (WORD_XML, 'progid="word.document"' in head or "/office/word/2003/wordml" in head),
        (SHEET_XML, "urn:schemas-microsoft-com:office:spreadsheet" in head and not re.search(r"<html[\s>]", head)),
        (FLAT_TEXT, "<office:document" in head and "opendocument.text" in head),
        (FLAT_SHEETS, "<office:document" in head and "opendocument.spreadsheet" in head),
        (HTML, _PAGE.search(head) is not None),
        (XML, head.startswith("<?xml")),
    )
    return next((kind for kind, fits in told if fits), TEXT)


_PAGE = re.compile(r"<(?:!doctype html|html|head|body|meta|table|tr|td|div|span|p|font|style|center|h[1-6])[\s>/]")
_SHEET_SUFFIXES = (".xls", ".xlsx", ".xlsm", ".et")
_SEPARATED_SUFFIXES = (".csv", ".tsv")
_SEPARATORS = "\t,;|│┃║"
RULE = re.compile(r"[\s\-─━=+:┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬═|│┃║]*")
"""A line of text that only draws the frame of a table."""


def _separates(sign: str, text: str) -> bool:
    """Whether the sign cuts most lines, and so often that it is no mark of a sentence: a sheet written as text."""
    counts = [line.count(sign) for line in text[:_SAMPLE].splitlines() if not RULE.fullmatch(line)]
    cut = [count for count in counts if count > 1]
    return 2 * len(cut) > len(counts) and 2 * max(map(cut.count, cut), default=0) > len(cut)


def _other(data: bytes, suffix: str) -> str:
    # A docx that begins with other bytes was cut or overwritten: say damaged, not unknown.
    if suffix in _SUFFIXES or suffix == ".pdf":
        return DAMAGED
    import filetype  # noqa: PLC0415  needed for strangers only

    return str(filetype.guess_mime(data) or UNKNOWN)
