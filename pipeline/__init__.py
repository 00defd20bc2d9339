"""Puts it together and meets the world: inbox, batch, reports, command line."""

from schemas.process import telemetry

telemetry.off()  # before any library of a reader is loaded
