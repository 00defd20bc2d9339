"""The first frame is checked without loading what is installed for other purposes, which can still be had."""

import subprocess
import sys

import pytest

_CHECKS = """
import sys
from schemas.figures import figures_frame
figures_frame([])
print(sorted(name for name in ("dask.dataframe", "hypothesis") if name in sys.modules))
"""


def _said(line: str) -> str:
    return subprocess.run([sys.executable, "-c", line], capture_output=True, check=True, text=True).stdout.strip()  # noqa: S603


def test_checking_a_frame_loads_neither():
    assert _said(_CHECKS) == "[]"


@pytest.mark.parametrize("library", ["hypothesis", "dask.dataframe"])
def test_whoever_wants_it_still_gets_it(library: str):
    pytest.importorskip(library)
    line = f"import schemas.figures, {library}; print({library}.__name__)"
    assert _said(line) == library
