"""The command `dossier experts rank`: the experts' marks together, in order, for a person to confirm."""

from __future__ import annotations

from pipeline.cli.options.experts import RankOptions
from pipeline.cli.said import say
from pipeline.cli.signing import signature
from pipeline.experts.outcome import FILE
from pipeline.experts.review import conclude
from pipeline.intake import round_file


def run(asked: RankOptions) -> None:
    """Write the order, and say what is not settled."""
    told = round_file.load(asked.results, asked.round)
    made = conclude(asked.folder, asked.results, asked.sheets, told, signature(asked.by, asked.at))
    done = [one for order in made.orders.values() for one in order]
    open_ones = [one for one in done if one.rank is None]
    say(f"{len(done)} 个卷宗，{len(done) - len(open_ones)} 个评分齐全。已写入 {asked.folder / FILE}")
    for one in made.unclear:
        say(
            f"请核实：卷宗“{one.dossier}”，{one.expert}：{one.what}{f'（{one.place}）' if one.place else ''}。",
            err=True,
        )
