"""What was asked for is read again as it was, also where inbox and results were moved together."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from pipeline.results import asked
from pipeline.results.asked import Asked
from pipeline.results.audience import Audience
from schemas.errors import UsageError


def full(folder: Path) -> Asked:
    (folder / "自有.yaml").write_text("id: x", encoding="utf-8")
    return Asked(
        folder / "收件", date(2026, 3, 15), str(folder / "自有.yaml"), "review", Audience.APPLICANT, unchecked=True,
        since=folder / "前次", standing=folder / "台账", round_file=folder / "round.yaml",
    )  # fmt: skip


def write(out: Path, one: Asked) -> None:
    out.mkdir(parents=True, exist_ok=True)
    record = {"as_of": one.as_of.isoformat(), "audience": str(one.audience), **asked.as_record(one, out)}
    (out / "batch.json").write_text(json.dumps(record), encoding="utf-8")


def test_it_is_read_as_it_was_written(tmp_path: Path):
    write(tmp_path / "结果", full(tmp_path))
    assert told(asked.read(tmp_path / "结果"), tmp_path) == told(full(tmp_path), tmp_path)


def test_moved_together_they_find_each_other(tmp_path: Path):
    (tmp_path / "旧").mkdir()
    write(tmp_path / "旧" / "结果", full(tmp_path / "旧"))
    (tmp_path / "旧").rename(tmp_path / "新")
    assert asked.read(tmp_path / "新" / "结果").inbox == tmp_path / "新" / "收件"


def test_a_rulebook_of_ours_is_its_id(tmp_path: Path):
    write(tmp_path / "结果", Asked(tmp_path / "收件", date(2026, 3, 15), "harbin", "application"))
    again = asked.read(tmp_path / "结果")
    assert (again.rulebook, again.since, again.standing, again.unchecked) == ("harbin", None, None, False)


@pytest.mark.parametrize("text", ["{}", "[]", "no json", '{"inbox": "x", "asked": {}, "as_of": "x"}'])
def test_results_that_do_not_say(tmp_path: Path, text: str):
    (tmp_path / "batch.json").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match="请重新运行 dossier screen"):
        asked.read(tmp_path)


def test_no_results(tmp_path: Path):
    with pytest.raises(UsageError, match="没有初审结果"):
        asked.read(tmp_path)


def told(one: Asked, folder: Path) -> tuple[object, ...]:
    paths = (one.inbox, Path(one.rulebook), one.since, one.standing, one.round_file)
    return (*(path.resolve().relative_to(folder) for path in paths if path), one.as_of, one.procedure, one.audience)
