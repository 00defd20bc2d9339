"""Under which licence is each part that a bureau runs, and may it be so?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml
from packaging.utils import canonicalize_name

FILE = Path(__file__).with_name("licences.yaml")


@dataclass(frozen=True, slots=True)
class Licences:
    """The licences that are allowed, and the SPDX expression of each part."""

    allowed: frozenset[str]
    parts: Mapping[str, str]

    def of(self, name: str) -> str:
        """The expression of a package; KeyError where nobody has looked."""
        return self.parts[canonicalize_name(name)]

    def faults(self, names: Iterable[str]) -> list[str]:
        """What keeps these packages from being shipped, one line each."""
        unseen = [f"{name}: no licence in {FILE.name}" for name in names if name not in self.parts]
        refused = [
            f"{name}: {self.parts[name]} is not allowed"
            for name in names
            if name in self.parts and not self.permits(self.parts[name])
        ]
        return unseen + refused

    def permits(self, expression: str) -> bool:
        """Whether each part of the expression may be shipped, of alternatives one."""
        return all(
            any(choice.strip("() ") in self.allowed for choice in re.split(r"\s+OR\s+", part))
            for part in re.split(r"\s+AND\s+", expression)
        )


def load() -> Licences:
    """What licences.yaml says."""
    said = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return Licences(frozenset(said["allowed"]), said["parts"])
