"""A panel by lot: recusals kept, work shared, one seed to a folder."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.experts.panel import EVENT, LOG, Panel, drawn, earlier_seed, keep
from pipeline.experts.roster import Expert
from pipeline.hash_chain import Signature
from pipeline.sampling.draw.screening_results import read_results
from pipeline.sampling.record import log
from schemas.errors import UsageError
from tests.builders.experts import judged
from tests.builders.sampling import results

PEOPLE = [Expert(name) for name in ("周断", "孙议", "李定", "赵评", "钱审")]
NOW = Signature("经办", "2026-05-01T09:00:00+08:00")


def panel(folder: Path, people: list[Expert], each: int = 3, seed: str = "一") -> Panel:
    found = read_results(results(folder, *(judged(f"D{number:02d}", "品牌") for number in range(1, 6))))
    return drawn(found, list(found.places), people, each, seed)


def test_three_to_each_dossier_and_the_work_is_shared(tmp_path: Path) -> None:
    teams = panel(tmp_path, PEOPLE).teams
    assert all(len({one.name for one in team}) == 3 for team in teams.values())
    assert set(Counter(one.name for team in teams.values() for one in team).values()) == {3}


def test_nobody_judges_a_dossier_they_are_recused_from(tmp_path: Path) -> None:
    barred = [replace(PEOPLE[0], recused=frozenset({"D02"})), *PEOPLE[1:]]
    for seed in range(20):
        made = panel(tmp_path, barred, seed=str(seed))
        assert "D02" not in made.dossiers_of(barred[0])


def test_too_few_experts_are_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="5 名专家，不足 6 名"):
        panel(tmp_path, PEOPLE, each=6)
    with pytest.raises(UsageError, match="至少为 1"):
        panel(tmp_path, PEOPLE, each=0)


def test_a_further_draw_keeps_the_seed_and_both_are_logged(tmp_path: Path) -> None:
    out = tmp_path / "评审"
    keep(out, panel(tmp_path / "r", PEOPLE), NOW)
    assert earlier_seed(out) == "一"
    keep(out, panel(tmp_path / "r", [replace(PEOPLE[0], recused=frozenset({"D02"})), *PEOPLE[1:]]), NOW)
    entries, problems = log.read(out / LOG)
    assert [entry["event"] for entry in entries] == [EVENT, EVENT]
    assert problems == []
    with pytest.raises(UsageError, match="种子“一”"):
        keep(out, panel(tmp_path / "r", PEOPLE, seed="二"), NOW)
