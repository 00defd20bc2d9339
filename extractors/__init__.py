"""From files to frames and figures; knows forms, no rulebook."""

from schemas.process import telemetry

telemetry.off()  # before any library of a reader is loaded
