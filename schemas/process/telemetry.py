"""Which libraries would tell their makers that they run, and how is each of them told not to?

Imported by ``schemas`` itself, so that it holds before any library is loaded, in every process that runs a line of
ours. A child inherits the environment, and what it is told there stands for its whole life.
Source: onnxruntime from 1.29 on: ``ORT_DISABLE_TELEMETRY`` is asked once, when its library is loaded; then nothing
        is sent and no device number is written. On Windows its events go to the system instead, and are turned off
        by a call after loading (``extractors/read/ocr/engine.py``).
"""

from __future__ import annotations

import os

OFF = {"ORT_DISABLE_TELEMETRY": "1", "DO_NOT_TRACK": "1"}
"""Environment variables and the value that means no."""


def off() -> None:
    """Say no, whatever the environment said before."""
    os.environ.update(OFF)
