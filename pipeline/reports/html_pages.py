"""How is a page of a report made from its template?"""

from __future__ import annotations

import base64
import functools
import hashlib
from collections.abc import Iterator
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from pipeline import wording
from pipeline.reports import amendments
from schemas.data_files import data_folder

_PIECES = 256
"""Parts of a template that are put together at a time."""


def _shown(value: object) -> object:
    """Whatever the dossier says, with the marks in it that would turn the line around named instead of obeyed."""
    return wording.visible(value) if type(value) is str else value


@functools.cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(data_folder() / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    environment.filters["link"] = lambda path: quote(path, safe="/")
    environment.globals["words"] = wording
    environment.globals["amendments"] = amendments
    return environment


def page(template: str, **shown: object) -> bytes:
    """The page; whatever the dossier says is escaped."""
    return _environment().get_template(template).render(**shown).encode("utf-8", "replace")


def page_in_pieces(template: str, **shown: object) -> Iterator[bytes]:
    """The same page, a little at a time, as what it shows may be fetched."""
    stream = _environment().get_template(template).stream(**shown)
    stream.enable_buffering(_PIECES)
    return (piece.encode("utf-8", "replace") for piece in stream)


def script(name: str) -> tuple[str, str]:
    """A script of ours, to stand in a page, and the digest by which the page lets this one run and no other."""
    text = (data_folder() / "templates" / name).read_text(encoding="utf-8")
    return text, f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
