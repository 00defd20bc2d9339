"""dossier rulebook rehearse, as a clerk uses it."""

from __future__ import annotations

import json

from tests.builders.commands import dossier
from tests.builders.drafts import made_up_rulebook
from tests.builders.rulebooks import write_city


def test_a_sound_rulebook_ends_with_0_and_leaves_its_golden_test(tmp_path):
    path = made_up_rulebook(tmp_path)
    out = tmp_path / "演练"
    result = dossier("rulebook", "rehearse", path, "--out", out, "--only", "condition.total")
    assert result.exit_code == 0, result.output
    assert "√ 资产总额：119.99 万元（要求不少于 120）（第二条（一））：不符合，其他规则不变" in result.output
    assert json.loads((out / "rehearsal.json").read_text(encoding="utf-8"))["rulebook"] == "yichang"
    golden = json.loads((out / "rehearsal.json").read_text(encoding="utf-8"))
    golden["cases"][1]["status"] = "pass"
    (out / "rehearsal.json").write_text(json.dumps(golden), encoding="utf-8")
    again = dossier("rulebook", "rehearse", path, "--out", out, "--only", "condition.total")
    assert "不同的有 1 处" in again.output


def test_a_faulty_rulebook_is_told_and_nothing_is_written(tmp_path):
    path = write_city(tmp_path)
    path.write_text("id: x\n", encoding="utf-8")
    result = dossier("rulebook", "rehearse", path, "--out", tmp_path / "演练")
    assert result.exit_code == 1
    assert not (tmp_path / "演练").exists()
