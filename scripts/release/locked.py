"""What does a lock say: which packages, for which machines, with which files, and who asked for them?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_VIA = re.compile(r"^ +# (?:via )? *([A-Za-z0-9][A-Za-z0-9._-]*)(?:\[[^]]*\])?(?: \(pyproject\.toml\))?$")


@dataclass(frozen=True, slots=True)
class Pin:
    """One package of the lock. ``hashes``: SHA-256 of its files; ``asked_by``: the packages that need it."""

    name: str
    version: str
    requirement: Requirement
    hashes: tuple[str, ...]
    asked_by: tuple[str, ...]

    def wanted(self, machine: Mapping[str, str]) -> bool:
        """Whether a machine with these marker values needs it."""
        marker = self.requirement.marker
        return marker is None or marker.evaluate(dict(machine))


def pins(lock: Path) -> tuple[Pin, ...]:
    """Every package of the lock, in its order."""
    return tuple(_pin(piece) for piece in _pieces(lock.read_text(encoding="utf-8")))


def _pieces(text: str) -> Iterator[list[str]]:
    """The lines of each package: the first begins at the margin."""
    piece: list[str] = []
    for line in text.splitlines():
        if line and not line.startswith((" ", "#")):
            if piece:
                yield piece
            piece = []
        if line and not line.startswith("#"):
            piece.append(line)
    if piece:
        yield piece


def _pin(lines: list[str]) -> Pin:
    requirement = Requirement(lines[0].removesuffix("\\").strip())
    (version,) = (one.version for one in requirement.specifier)
    hashes = tuple(found for line in lines for found in _HASH.findall(line))
    said = [found.group(1) for found in map(_VIA.match, lines) if found]
    asked = tuple(canonicalize_name(name) for name in said if name != "via")
    return Pin(canonicalize_name(requirement.name), version, requirement, hashes, asked)
