"""How is a person told something on the terminal, so that nothing in it is obeyed?

Names of files and what stands in them may hold signs that move the cursor, clear the screen or turn the line around.
"""

from __future__ import annotations

import re

import typer

from pipeline.file_names import shown

_LINES = re.compile(r"([\n\t])")


def say(text: object, *, err: bool = False) -> None:
    """The text as lines of plain characters; ``err``: on standard error."""
    pieces = _LINES.split(str(text))
    typer.echo("".join(piece if at % 2 else shown(piece) for at, piece in enumerate(pieces)), err=err)
