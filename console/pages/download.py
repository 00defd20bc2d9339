"""How is a file given out: to be saved under its name, never opened in the browser?"""

from __future__ import annotations

from urllib.parse import quote

from django.http import HttpResponse

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ZIP = "application/zip"
ANY = "application/octet-stream"


def download(name: str, data: bytes, kind: str = ANY) -> HttpResponse:
    """The file."""
    return HttpResponse(data, kind, headers={"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"})
