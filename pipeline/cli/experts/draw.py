"""The command `dossier experts draw`: a panel by lot, and what it reads and fills in."""

from __future__ import annotations

import secrets

from pipeline.cli.options.experts import DrawExpertsOptions
from pipeline.cli.said import say
from pipeline.cli.signing import signature
from pipeline.cli.standing_values import split
from pipeline.experts.panel import earlier_seed
from pipeline.experts.review import ReviewWish, start
from pipeline.intake import round_file


def run(asked: DrawExpertsOptions) -> None:
    """Draw, print, and say where an expert may have an interest."""
    out = asked.out or asked.results.resolve().parent / f"{asked.results.resolve().name}-专家评审"
    seed = asked.seed or earlier_seed(out) or secrets.token_hex(16)
    wish = ReviewWish(asked.results, asked.roster, split(asked.dossiers or ()), asked.each, seed, out)
    told = round_file.load(asked.results, asked.round)
    panel, written = start(wish, told, signature(asked.by, asked.at))
    say(f"种子 {seed}；{len(panel.teams)} 个卷宗，每个 {asked.each} 名专家。已写入 {out}（{len(written)} 份）。")
    for expert, dossier, why in panel.hints:
        say(f"请核实是否应回避：{expert}，卷宗“{dossier}”：{why}。", err=True)
    if panel.hints:
        say("应回避的，在名单“回避”一栏写上卷宗或单位，再运行一次（种子不变）。", err=True)
