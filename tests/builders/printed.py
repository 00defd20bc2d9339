"""A Word file as LibreOffice would print it; the test is skipped where there is none."""

from __future__ import annotations

import pypdfium2
import pytest

from extractors.read.converted import libreoffice


def printed(data: bytes) -> list[str]:
    """The text of every page."""
    if libreoffice.program() is None:
        pytest.skip("no LibreOffice on this machine")
    (made,) = libreoffice.converted([libreoffice.Source(data, ".docx")], "pdf")
    assert made is not None
    with pypdfium2.PdfDocument(made) as pages:
        return [page.get_textpage().get_text_bounded() for page in pages]
