"""How does a file from the browser come to lie in a folder: piece by piece, for the office alone, over nothing?"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from django.core.files.uploadedfile import UploadedFile

from pipeline import file_names
from pipeline.results import private


def stored(file: UploadedFile[bytes], target: Path, told: Callable[[bytes], object] = lambda _: None) -> None:
    """The file lies at ``target``, whose folder is made. ``told``: who is shown every piece on its way, a hash.

    FileExistsError where something lies there already.
    """
    private.make_folder(target.parent)
    with private.opened_new(file_names.reachable(target)) as stream:
        for piece in file.chunks():
            stream.write(piece)
            told(piece)
