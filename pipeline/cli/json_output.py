"""How is a record given to another program?"""

from __future__ import annotations

import sys
from collections.abc import Mapping

from pipeline.results.as_json import as_bytes


def print_json(record: Mapping[str, object]) -> None:
    """JSON on standard output, and nothing else."""
    sys.stdout.buffer.write(as_bytes(record))
    sys.stdout.buffer.flush()
