"""`dossier doctor`: lines for a person, JSON for a program, a status for both."""

import json
from pathlib import Path

import pytest

from pipeline.cli import doctor as command
from pipeline.doctor.check import Fitness, MachineCheck
from pipeline.doctor.checkup import Checkup
from tests.builders.commands import dossier


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> list[MachineCheck]:
    lines = [MachineCheck("python", "Python", Fitness.OK, "3.11.7")]
    monkeypatch.setattr(command, "examined", lambda *_: Checkup(lines))
    return lines


def test_a_machine_that_lacks_nothing(found: list[MachineCheck]):
    shown = dossier("doctor")
    assert (shown.exit_code, shown.stdout) == (0, "[正常] Python：3.11.7\n\n本机可以初审。\n")
    assert found


def test_what_to_do_stands_below_the_line(found: list[MachineCheck]):
    found.append(MachineCheck("office", "LibreOffice", Fitness.LIMITED, "没有找到", "请安装。"))
    shown = dossier("doctor")
    assert shown.exit_code == 0
    assert "[注意] LibreOffice：没有找到\n       → 请安装。" in shown.stdout


def test_the_status_of_a_machine_that_will_not_do(found: list[MachineCheck]):
    found.append(MachineCheck("models", "文字识别模型", Fitness.FAILED, "没有", "请重装。"))
    assert dossier("doctor").exit_code == 1
    shown = dossier("doctor", "--json")
    assert (shown.exit_code, json.loads(shown.stdout)["fit"]) == (1, False)


def test_json_alone_on_standard_output(found: list[MachineCheck], tmp_path: Path):
    record = json.loads(dossier("doctor", tmp_path, "--json").stdout)
    assert record["checks"] == [{"id": "python", "title": "Python", "state": "ok", "found": "3.11.7", "advice": ""}]
    assert found
