"""Libraries that tell their makers of us are told not to before they are loaded, in every process."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from schemas.process import telemetry

SAY = "import os; print(os.environ.get('ORT_DISABLE_TELEMETRY'), 'onnxruntime' in __import__('sys').modules)"


@pytest.mark.parametrize("package", ["schemas", "extractors", "pipeline", "pipeline.cli"])
@pytest.mark.parametrize("before", [None, "0"])
def test_whichever_package_comes_first(package: str, before: str | None) -> None:
    """Also against a machine that says the opposite."""
    environment = {name: value for name, value in os.environ.items() if name not in telemetry.OFF}
    if before is not None:
        environment["ORT_DISABLE_TELEMETRY"] = before
    call = [sys.executable, "-c", f"import {package}; {SAY}"]
    done = subprocess.run(call, env=environment, capture_output=True, text=True, check=True)  # noqa: S603  our own call
    assert done.stdout.split() == ["1", "False"]
