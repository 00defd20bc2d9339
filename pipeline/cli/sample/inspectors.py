"""The command `dossier sample inspectors`: who goes to whom, by lot?"""

from __future__ import annotations

import secrets

from pipeline.cli.options.sample import InspectorsOptions
from pipeline.cli.said import say
from pipeline.cli.signing import signature
from pipeline.sampling.record.inspectors import INSPECTORS, draw_inspectors


def run(asked: InspectorsOptions) -> None:
    """Draw a team for every unit of the sample, and say where they stand."""
    seed = asked.seed or secrets.token_hex(16)
    teams = draw_inspectors(asked.folder, asked.roster, asked.each, seed, signature(asked.by, asked.at))
    say(f"种子 {seed}；{len(teams)} 个对象，每个 {asked.each} 名检查人员。已写入 {asked.folder / INSPECTORS}")
