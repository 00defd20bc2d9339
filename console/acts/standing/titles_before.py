"""A list of titles from before comes in: laid aside, and read by the worker as ``dossier standing import`` reads it."""

from __future__ import annotations

import secrets
from pathlib import Path

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from console import events
from console.events import Actor
from console.models import Job, Person
from console.uploads import stored
from pipeline import file_names
from schemas.errors import UsageError

KIND = "titles"
MOST_BYTES = 64 << 20


def brought(by: Actor, person: Person, upload: UploadedFile[bytes] | None, rulebook: str) -> Job:
    """The job that will read it. UsageError where there is no file, or it is larger than any list."""
    if upload is None or not upload.name:
        raise UsageError("请选择名单文件。")
    if (upload.size or 0) > MOST_BYTES:
        raise UsageError("名单超过 64 MB，请检查是不是名单。")
    folder = Path(settings.DATA.incoming) / secrets.token_hex(12)
    path = folder / file_names.folder_name(Path(upload.name).name)
    stored(upload, path)
    events.noted(by, "导入名单", file=path.name)
    return Job.objects.create(kind=KIND, by=person, asked={"file": str(path), "rulebook": rulebook})
