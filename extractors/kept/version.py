"""When does what was kept no longer hold, because the program that made it has changed?

The version of a part of the program is the SHA-256 of its own files, of the libraries that it stands on and of the
kind of machine: nobody has to remember to raise a number, and a changed reader never serves what an older one saw.
"""

from __future__ import annotations

import hashlib
import os
import platform
import sys
from collections.abc import Iterable
from functools import cache
from importlib import metadata
from pathlib import Path

from schemas.data_files import data_folder

READERS = (
    "extractors/read",
    "extractors/layout",
    "extractors/content",
    "extractors/values",
    "extractors/vocabulary",
    "extractors/kept",
    "extractors/papers/ocr_scope.py",
    "extractors/stated.py",
    "schemas",
)
"""Whatever a reader imports, ours and above ``READER_LIBRARIES``: a test holds it against the imports."""

READER_DATA = ("vocabulary",)
"""Folders of data/ that decide what is read."""

READER_LIBRARIES = (
    "lxml",
    "numpy",
    "onnxruntime",
    "opencv-python-headless",
    "openpyxl",
    "pillow",
    "pypdfium2",
    "python-calamine",
    "python-docx",
    "rapidocr",
    "scipy",
)

_FONTS = {
    "win32": (str(Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts"),),
    "darwin": ("/Library/Fonts", "/System/Library/Fonts"),
}
_FONTS_ELSEWHERE = ("/usr/share/fonts", "/usr/share/X11/fonts", "/usr/local/share/fonts")
"""Where pdfium looks for the fonts that a PDF names and does not hold: how wide a character is depends on them."""

_PROGRAM = ("schemas", "extractors", "validators", "pipeline")
_SUFFIXES = frozenset({".py", ".yaml", ".txt", ".html", ".css", ".js", ".docx", ".j2"})


@cache
def of_readers() -> str:
    """The version of all that turns a file into a document."""
    places = [_root() / place for place in READERS]
    data = [data_folder() / name for name in READER_DATA]
    return _digest(places, data, _libraries(READER_LIBRARIES) + _fonts())


@cache
def of_program() -> str:
    """The version of all that turns a dossier into its results, rulebooks and words included."""
    return _digest([_root() / name for name in _PROGRAM], [data_folder()], _libraries(()) + _installed() + _fonts())


@cache
def of_pictures() -> str:
    """The version of all that draws a page."""
    places = [_root() / "pipeline" / "evidence", _root() / "extractors" / "read" / "pdf" / "fonts.py"]
    return _digest(places, [], _libraries(("pypdfium2", "pillow", "numpy")) + _fonts())


@cache
def of_recogniser() -> str:
    """The version of the models, and of what runs them."""
    return _libraries(("rapidocr", "onnxruntime", "opencv-python-headless", "numpy"))


def of_program_file(path: Path) -> str:
    """A program on this machine, as far as its place, size and day tell one from another."""
    try:
        told = path.stat()
    except OSError:
        return ""
    return f"{path} {told.st_size} {told.st_mtime_ns}"


def _installed() -> str:
    """Every library that is installed, with its version, as its folder is named."""
    folders = [Path(name) for name in sys.path if name]
    return "\n".join(sorted({one.name for folder in folders if folder.is_dir() for one in folder.glob("*.dist-info")}))


def _fonts() -> str:
    """The fonts of this machine, by name and size."""
    folders = [Path(name) for name in _FONTS.get(sys.platform, _FONTS_ELSEWHERE)]
    found = sorted((str(file), file.stat().st_size) for folder in folders for file in folder.rglob("*.*"))
    return hashlib.sha256(repr(found).encode("utf-8", "replace")).hexdigest()


def _root() -> Path:
    return Path(__file__).resolve().parents[2]


def _libraries(names: Iterable[str]) -> str:
    versions = [f"{name} {_version(name)}" for name in names]
    return "\n".join([sys.version, platform.system(), platform.machine(), *versions])


@cache
def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def _digest(places: Iterable[Path], data: Iterable[Path], libraries: str) -> str:
    """One SHA-256 over the names and bytes of these files and the versions."""
    root, digest = _root(), hashlib.sha256(libraries.encode())
    found = [file for place in (*places, *data) for file in _files(place)]
    for file in sorted(set(found)):
        name = file.relative_to(root).as_posix()
        digest.update(f"\n{name}\n".encode() + hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def _files(place: Path) -> Iterable[Path]:
    if place.is_file():
        return [place]
    return [file for file in place.rglob("*") if file.suffix in _SUFFIXES and file.is_file()]
