"""What becomes of a command to whose output nobody listens any more (``dossier … | head -1``)?

One sentence, where that is still heard, and status 1. What is left in the streams goes nowhere, instead of failing
once more when the program ends.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress

import typer

SENTENCE = "标准输出已被关闭，其余内容没有打印；已写出的文件不受影响。"


def said() -> None:
    """Say so, and let go of the streams that are closed."""
    with suppress(OSError):
        typer.echo(SENTENCE, err=True)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
