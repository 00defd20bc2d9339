"""Has this file or page been shown before? Kept beside the database, and safe to delete at any moment."""

from __future__ import annotations

import io
import re
from pathlib import Path

from django.conf import settings
from PIL import Image

from console.papers import render
from console.papers.render import ShownBlock, ShownFile
from console.results.read_back import ReadBack
from console.warm.process import DRAWING, LEAFING, WarmProcess
from extractors.kept import codec
from extractors.kept.store import default_folder
from pipeline.evidence.whole_page import DPI
from pipeline.results import private
from schemas.dossier import FileRecord

__all__ = ["ShownBlock", "ShownFile", "file_of", "picture", "shown", "thumbnail"]
_SHOWN = "shown-1"
"""Another form of what is kept gets another name."""

_SECONDS = 45
_SMALL = 320
"""Pixels of the longer side."""

_HASH = re.compile("[0-9a-f]{64}")


def file_of(read: ReadBack, number: int) -> FileRecord | None:
    """The file of this number of the dossier; None where there is none."""
    files = read.screening.contents.files
    return files[number - 1] if 1 <= number <= len(files) else None


def shown(results: Path, dossier: str, file: FileRecord) -> ShownFile:
    """How the file is shown. UsageError where it is not there any more; NoAnswer where it cannot be opened."""
    path = _place(file, _SHOWN)
    if path is not None and path.is_file():
        try:
            return codec.unpacked(path.read_bytes(), ShownFile)
        except codec.Foreign:
            path.unlink(missing_ok=True)
    made = DRAWING.ask(render.shown_file, results, dossier, file.path, default_folder(), seconds=_SECONDS)
    if path is not None and made.as_read:
        _keep(path, codec.packed(made, ShownFile))
    return made


def picture(results: Path, dossier: str, file: FileRecord, page: int, by: WarmProcess = DRAWING) -> bytes | None:
    """The page as a JPEG; None where it has none. UsageError and NoAnswer as above."""
    path = _place(file, f"{page}-{DPI}.jpg")
    if path is not None and path.is_file():
        return path.read_bytes()
    made = by.ask(render.page_picture, results, dossier, file.path, page, default_folder(), seconds=_SECONDS)
    if path is not None and made:
        _keep(path, made)
    return made


def thumbnail(results: Path, dossier: str, file: FileRecord, page: int) -> bytes | None:
    """The same page, small; made of the picture that we drew ourselves, never of the applicant's file."""
    path = _place(file, f"{page}-small.jpg")
    if path is not None and path.is_file():
        return path.read_bytes()
    whole = picture(results, dossier, file, page, LEAFING)
    if not whole:
        return None
    with Image.open(io.BytesIO(whole)) as image:
        image.draft("RGB", (_SMALL, _SMALL))
        image.thumbnail((_SMALL, _SMALL))
        out = io.BytesIO()
        image.save(out, "JPEG", quality=70)
    if path is not None:
        _keep(path, out.getvalue())
    return out.getvalue()


def _place(file: FileRecord, name: str) -> Path | None:
    return settings.DATA.pages / file.sha256 / name if _HASH.fullmatch(file.sha256) else None


def _keep(path: Path, data: bytes) -> None:
    """Whole or not at all; two who draw the same page at once write the same bytes."""
    private.make_folder(path.parent)
    part = path.with_name(f".{path.name}.part")
    part.unlink(missing_ok=True)
    try:
        with private.opened_new(part) as stream:
            stream.write(data)
        part.replace(path)
    except (FileExistsError, FileNotFoundError):
        return
