"""What the doctor looks at, and whether the work may begin."""

from pathlib import Path

import pytest

from pipeline.doctor import checkup, parts, recogniser
from pipeline.doctor.check import Fitness, MachineCheck
from pipeline.doctor.checkup import Checkup


def line(state: Fitness) -> MachineCheck:
    return MachineCheck("x", "甲", state, "乙", "丙")


@pytest.mark.parametrize(
    ("states", "fit"),
    [
        pytest.param([Fitness.OK], True, id="all-well"),
        pytest.param([Fitness.OK, Fitness.LIMITED], True, id="something-is-missing"),
        pytest.param([Fitness.LIMITED, Fitness.FAILED], False, id="one-does-not-work"),
    ],
)
def test_whether_the_work_may_begin(states: list[Fitness], fit: bool):
    assert Checkup([line(state) for state in states]).fit is fit


def test_every_line_has_an_id_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(recogniser, "checks", lambda: [MachineCheck("models", "甲", Fitness.OK, "")])
    record = checkup.examined(tmp_path, tmp_path / "cache", "127.0.0.1:8470").as_json()
    lines = record["checks"]
    assert isinstance(lines, list)
    ids = [one["id"] for one in lines]
    assert len(ids) == len(set(ids))
    assert {"python", "processors", "fonts", "office", "unpacker", "results", "cache", "models", "port"} <= set(ids)
    assert record["contract"] == "dossier/1"


def test_without_the_libraries_the_rest_is_looked_at_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(parts, "libraries", lambda: MachineCheck("libraries", "程序库", Fitness.FAILED, "", "重装"))
    found = checkup.examined(tmp_path, tmp_path / "cache", "127.0.0.1:8470")
    assert not found.fit
    assert "results" in [one.id for one in found.checks]
