"""The command `dossier doctor`: whether this machine is fit for the work, and what to do where it is not."""

from __future__ import annotations

import typer

from pipeline.cli.json_output import print_json
from pipeline.cli.options.doctor import DoctorOptions
from pipeline.cli.said import say
from pipeline.doctor import Checkup, examined
from pipeline.doctor.check import Fitness, MachineCheck

_STATES = {Fitness.OK: "正常", Fitness.LIMITED: "注意", Fitness.FAILED: "不行"}


def run(asked: DoctorOptions) -> None:
    """A line for each thing looked at; status 1 where dossiers cannot be screened here."""
    checkup = examined(asked.folder, asked.cache, asked.address)
    if asked.json:
        print_json(checkup.as_json())
    else:
        say("\n".join([*map(_line, checkup.checks), "", _conclusion(checkup)]))
    if not checkup.fit:
        raise typer.Exit(1)


def _line(check: MachineCheck) -> str:
    said = f"[{_STATES[check.state]}] {check.title}：{check.found}"
    return f"{said}\n       → {check.advice}" if check.advice else said


def _conclusion(checkup: Checkup) -> str:
    if not checkup.fit:
        return "本机现在还不能初审。请先处理标有“不行”的各项。"
    if any(check.state is Fitness.LIMITED for check in checkup.checks):
        return "本机可以初审。标有“注意”的各项可视需要处理。"
    return "本机可以初审。"
