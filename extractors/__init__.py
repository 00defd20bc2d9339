"""From files to frames and figures; knows forms, no rulebook."""

import schemas  # noqa: F401  before any library of a reader is loaded: see schemas/telemetry.py
