"""The command `dossier sample verify`: does drawing again give the same sample?"""

from __future__ import annotations

import typer

from pipeline.cli.options.sample import VerifyOptions
from pipeline.cli.said import say
from pipeline.sampling.record.inspectors import recheck
from pipeline.sampling.record.verify import last_hash, verify


def run(asked: VerifyOptions) -> None:
    """Every difference on a line of its own; status 1 where there is one."""
    problems = [*verify(asked.folder, asked.noted), *recheck(asked.folder)]
    for problem in problems:
        say(problem)
    if problems:
        say(f"共 {len(problems)} 处不一致，请核实。")
        raise typer.Exit(1)
    say(f"一致：抽样框、记录与重抽的结果完全相同。记录末行校验值 {last_hash(asked.folder)}")
