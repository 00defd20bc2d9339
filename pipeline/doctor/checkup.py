"""What does the doctor look at, in which order, and may the work begin?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from extractors.kept.store import default_folder
from pipeline.doctor import machine, parts, places, programs, recogniser
from pipeline.doctor.check import Fitness, MachineCheck
from pipeline.results.as_json import CONTRACT
from schemas.process.release import version

_LIBRARIES_FIRST = "程序库未能载入，没有检查。"


@dataclass(frozen=True, slots=True)
class Checkup:
    """All lines, in the order in which they are shown."""

    checks: Sequence[MachineCheck]

    @property
    def fit(self) -> bool:
        """Whether dossiers can be screened on this machine, if with something missing."""
        return all(check.state is not Fitness.FAILED for check in self.checks)

    def as_json(self) -> dict[str, object]:
        """The record for another program."""
        lines = [
            {"id": one.id, "title": one.title, "state": one.state, "found": one.found, "advice": one.advice}
            for one in self.checks
        ]
        return {"contract": CONTRACT, "version": version(), "fit": self.fit, "checks": lines}


def examined(folder: Path, cache: Path | None, address: str) -> Checkup:
    """Look at everything; what needs the libraries is left out where they do not load."""
    first = [machine.python(), machine.processors(), parts.libraries()]
    there = [places.results(folder), places.temporary(), places.cache(cache or default_folder())]
    if first[-1].state is Fitness.FAILED:
        pass_over = MachineCheck("models", "文字识别模型", Fitness.FAILED, _LIBRARIES_FIRST, first[-1].advice)
        return Checkup([*first, pass_over, *there, places.port(address)])
    known = [parts.rulebooks(), *recogniser.checks()]
    helpers = [programs.chinese_fonts(), programs.office(), programs.unpacker()]
    return Checkup([*first, *known, *helpers, *there, places.port(address)])
