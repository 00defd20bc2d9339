"""Which names are legible, safe on every system, and in which order do people count them?"""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from collections.abc import Collection, Iterable
from pathlib import Path, PurePosixPath

_SKIPPED = frozenset({"thumbs.db", "desktop.ini", "__macosx"})
_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]')
"""What some system takes in no name, and what turns a name around where it is shown."""

_UNSHOWN = ("Cc", "Cf", "Cs", "Zl", "Zp")
"""Control and format characters, halves of characters, and ends of lines."""

_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
# Digits are compared as numbers so that 2.docx comes before 10.docx; longer runs are no numbers that people count by.
_DIGITS = re.compile(r"(\d{1,18})")
# A folder name may have 255 bytes on most systems; a hanzi takes three of them.
_LONGEST = 80

DOCUMENTS = frozenset(
    ".docx .docm .doc .wps .rtf .odt .xlsx .xlsm .xls .xlsb .et .ods .csv .txt .pdf .ofd .ppt .pptx .html .htm .mht"
    " .jpg .jpeg .png .bmp .gif .tif .tiff .webp .heic".split()
)
ARCHIVES = frozenset(".zip .7z .rar .tar .tgz .tbz2 .txz .gz .bz2 .xz".split())


def skipped(name: str) -> bool:
    """Whether a file or folder of this name is no part of a dossier: hidden, a lock file, the system's own."""
    return name.startswith((".", "~$")) or name.lower() in _SKIPPED


def in_order(path: str) -> tuple[tuple[str | int, ...], ...]:
    """A sort key: folder by folder, numbers by their value."""
    return tuple(_counted(part) for part in path.split("/"))


def _counted(part: str) -> tuple[str | int, ...]:
    pieces = _DIGITS.split(part)
    return tuple(int(piece) if at % 2 else piece for at, piece in enumerate(pieces))


def stem(name: str) -> str:
    """The name without its archive or document suffix: 材料.tar.gz → 材料; a folder's 2.0版 stays."""
    path = PurePosixPath(name)
    suffix = path.suffix.lower()
    if suffix in {".gz", ".bz2", ".xz"} and path.stem.lower().endswith(".tar"):
        return path.stem[:-4] or name
    return (path.stem or name) if suffix in DOCUMENTS | ARCHIVES else name


def shown(text: str) -> str:
    """The text as a terminal may be given it: one line, without anything that moves the cursor or turns the line."""
    return "".join(f"〔U+{ord(char):04X}〕" if unicodedata.category(char) in _UNSHOWN else char for char in text)


def legible(name: str) -> str:
    """A file system's name as text: bytes that are no UTF-8 are taken for GB 18030, as old archives leave them."""
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return os.fsencode(name).decode("gb18030", "replace")
    return name


def folder_name(dossier: str, taken: Collection[str] = ()) -> str:
    """A name for the dossier's results that every system takes, and that none of ``taken`` equals but for its case."""
    return _free(dossier, {other.casefold() for other in taken})


def folder_names(dossiers: Iterable[str], files: Iterable[str] = ()) -> dict[str, str]:
    """Dossier → such a name, all of them distinct but for their case, and none that of a file beside them."""
    chosen: dict[str, str] = {}
    used = {name.casefold() for name in files}
    for dossier in dossiers:
        chosen[dossier] = _free(dossier, used)
        used.add(chosen[dossier].casefold())
    return chosen


def _free(dossier: str, used: set[str]) -> str:
    name = _UNSAFE.sub("_", unicodedata.normalize("NFC", dossier))[:_LONGEST].rstrip(". ")
    if not name or _RESERVED.fullmatch(name) or name.startswith("."):
        name = f"_{name.lstrip('.')}"
    candidate, count = name, 1
    while candidate.casefold() in used:
        count += 1
        candidate = f"{name}~{count}"
    return candidate


def reachable(path: Path) -> Path:
    """The path in the form in which Windows opens more than 260 characters; elsewhere unchanged."""
    if sys.platform != "win32":
        return path
    whole = os.path.abspath(path)  # noqa: PTH100  resolve() would follow links and change mapped drives
    return Path(whole) if whole.startswith("\\\\") else Path("\\\\?\\" + whole)
