"""The shapes of things: what a document, a figure, a rulebook and a finding are. Imports nothing of ours."""

from schemas.process import telemetry

telemetry.off()
