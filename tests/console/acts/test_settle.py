"""An act in the browser leaves what the command writes, shows at once what it changed, and never overwrites."""

import json
import shutil

import pytest

from console.results.read_back import screening_at
from pipeline.results.one_writer import DECISIONS, one_writer
from tests.builders.commands import dossier as command
from tests.builders.console import form_of, office, screened, shown

POINT = "material.11.3b"


@pytest.fixture
def place(tmp_path):
    with office(tmp_path / "office") as one:
        one.person("zhang", "decides", name="张三")
        one.person("li", "decides", "checks", name="李四")
        results = screened(tmp_path / "batch")
        batch = one.batch(results, "zhang", "li")
        yield one, batch, batch.dossiers.order_by("order").last(), results


def reviewed(place, login="zhang", rule=POINT):
    one, batch, dossier, _ = place
    client = one.browser(login)
    page = client.get(f"/b/{batch.pk}/d/{dossier.pk}/review", {"point": rule})
    assert page.status_code == 200
    return client, page


def act(place, client, page, word, **given):
    _, batch, dossier, _ = place
    where = f"/b/{batch.pk}/d/{dossier.pk}/act/{word}"
    return client.post(where, {**form_of(page, f"/act/{word}"), **given}, follow=True)


def test_what_a_clerk_accepts_stands_in_the_file_as_the_command_writes_it(place, tmp_path):
    _, _, dossier, results = place
    shutil.copytree(results.parent, tmp_path / "other")
    client, page = reviewed(place)
    after = act(place, client, page, "accept", reason="情况属实")
    assert "认可" in shown(after)
    other = tmp_path / "other" / "results"
    done = command("decide", other, dossier.key, POINT, "accept", "--name", "张三", "--reason", "情况属实")
    assert done.exit_code == 0, done.output
    written = sorted(path.relative_to(other) for path in other.rglob("*") if path.is_file())
    assert written == sorted(path.relative_to(results) for path in results.rglob("*") if path.is_file())
    for path in written:
        if path.name != "decisions-log.jsonl":
            assert (results / path).read_bytes() == (other / path).read_bytes(), path


def test_the_point_is_settled_and_the_next_one_is_shown(place):
    _, _, dossier, _ = place
    client, page = reviewed(place)
    before = dossier.left
    after = act(place, client, page, "accept", reason="情况属实")
    dossier.refresh_from_db()
    assert dossier.left == before - 1
    assert after.redirect_chain[-1][0].endswith("point=material.11.4b")


def test_a_correction_settles_what_rested_on_it(place):
    _, _, dossier, results = place
    client, page = reviewed(place, rule="crosscheck.enterprises_served")
    after = act(place, client, page, "correct", what="figures.enterprises_served.form.operations", value="43")
    assert "由此" in shown(after)
    assert "更正为“43”（张三）" in shown(reviewed(place, rule="crosscheck.enterprises_served")[1])
    found = screening_at(results / dossier.folder).finding("crosscheck.enterprises_served")
    assert found is None or found.status == "pass"


def test_a_correction_is_taken_back_from_the_card(place):
    _, _, dossier, results = place
    what = "figures.enterprises_served.form.operations"
    client, page = reviewed(place, rule="crosscheck.enterprises_served")
    act(place, client, page, "correct", what=what, value="43")
    client, page = reviewed(place, rule="crosscheck.enterprises_served")
    act(place, client, page, "undo", what=what)
    assert screening_at(results / dossier.folder).raw["corrections"] == []
    assert screening_at(results / dossier.folder).finding("crosscheck.enterprises_served").status == "fail"


def test_nothing_is_written_over_what_somebody_else_decided_meanwhile(place):
    _, _, _, results = place
    zhang, seen_by_zhang = reviewed(place)
    li, seen_by_li = reviewed(place, "li")
    act(place, zhang, seen_by_zhang, "accept", reason="情况属实")
    before = (results / "decisions.yaml").read_bytes()
    refused = act(place, li, seen_by_li, "overrule", reason="在另一份文件中")
    assert refused.status_code == 409
    assert "在另一份文件中" in refused.content.decode()
    assert (results / "decisions.yaml").read_bytes() == before


def test_who_does_not_get_his_turn_is_told_to_try_again_and_keeps_what_he_typed(place, monkeypatch):
    _, _, _, results = place
    zhang, page = reviewed(place)
    monkeypatch.setattr("pipeline.decisions.change._WAIT", 0.1)
    with one_writer(results, DECISIONS, 1):
        refused = act(place, zhang, page, "accept", reason="情况属实")
    assert refused.status_code == 409
    assert "请再试一次" in refused.content.decode()
    assert "情况属实" in refused.content.decode()
    assert not (results / "decisions.yaml").exists()
    assert act(place, zhang, page, "accept", reason="情况属实").status_code == 200


def test_somebody_else_may_decide_about_another_dossier_meanwhile(place):
    _, batch, _, results = place
    client, page = reviewed(place)
    other = batch.dossiers.order_by("order").first()
    rule = screening_at(results / other.folder).screening.findings[0].rule
    done = command("decide", results, other.key, rule, "accept", "--name", "王五", "--reason", "可", "--later")
    assert done.exit_code == 0, done.output
    assert act(place, client, page, "accept", reason="情况属实").status_code == 200


def test_undo_leaves_what_stood_before(place):
    client, page = reviewed(place)
    act(place, client, page, "accept", reason="情况属实")
    client, page = reviewed(place)
    act(place, client, page, "undo")
    _, _, dossier, results = place
    assert POINT not in screening_at(results / dossier.folder).decisions


def test_an_act_without_a_reason_is_refused_and_writes_nothing(place):
    client, page = reviewed(place)
    refused = act(place, client, page, "accept", reason="  ")
    assert refused.status_code == 400
    assert not (place[3] / "decisions.yaml").exists()


def test_a_waived_condition_waits_for_somebody_who_checks(place):
    _, _, dossier, results = place
    raw = json.loads((results / dossier.folder / "screening.json").read_text(encoding="utf-8"))
    met = (one["rule"] for one in raw["findings"] if one["rule"].startswith("condition.") and one["status"] == "pass")
    rule = next(met)
    _, page = reviewed(place, rule=rule)
    assert "/act/waive" not in page.content.decode(), "what is met is not waived"


def test_an_own_point_is_counted(place):
    _, _, dossier, results = place
    before = dossier.total
    client, page = reviewed(place)
    act(place, client, page, "own", text="租赁合同已到期", article="第十一条（三）", disposition="supplement")
    dossier.refresh_from_db()
    assert dossier.total == before + 1
    assert screening_at(results / dossier.folder).finding("own.1").status == "fail"


def test_the_log_says_who_did_what_and_its_chain_stands(place):
    from console import events
    from console.models import LoggedEvent

    client, page = reviewed(place)
    act(place, client, page, "accept", reason="情况属实")
    assert LoggedEvent.objects.filter(by="张三", event="核定", dossier=place[2].key).count() == 1
    assert events.problems() == []
    LoggedEvent.objects.filter(event="核定").update(by="王五")
    assert events.problems()


def test_where_papers_must_be_read_first_the_act_stands_and_the_rest_is_a_job(place, monkeypatch, tmp_path):
    from console.models import Job

    client, page = reviewed(place)
    monkeypatch.setenv("DOSSIER_CACHE", str(tmp_path / "empty"))
    after = act(place, client, page, "accept", reason="情况属实")
    assert "已排入后台" in shown(after)
    assert Job.objects.get().kind == "screen"
    assert "情况属实" in (place[3] / "decisions.yaml").read_text(encoding="utf-8")
