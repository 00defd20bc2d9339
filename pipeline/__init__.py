"""Puts it together and meets the world: inbox, batch, reports, command line."""

import schemas  # noqa: F401  before any library of a reader is loaded: see schemas/telemetry.py
