"""A clerk's decision: written down with what it rests on, kept, laid over and never in place of a status."""

from __future__ import annotations

import io
import threading
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from pipeline.batch import REPORTS, rendered, write_batch
from pipeline.decisions import file as decisions_file
from pipeline.decisions import record as decisions_record
from pipeline.decisions import taking_back
from pipeline.decisions.file import FILE, Decided, as_yaml, load
from pipeline.decisions.record import Who
from pipeline.letters.notice import letters, notice
from pipeline.results import files as result_files
from pipeline.results.batch import Batch, ReportContext
from schemas.decisions import OUTCOME, Choice, Decision, fingerprint_of, laid, recommended
from schemas.errors import UsageError
from schemas.status import Status
from tests.builders.contents import AS_OF
from tests.builders.decided import desk, results
from tests.builders.reports import DIFFER, MISSING, screening

DAY = date(2026, 3, 20)
WAIVED = Decision("甲", MISSING.rule, Choice.WAIVE, "经办人示例", DAY, "原件已另行收到", fingerprint_of(MISSING))


def written(out: Path) -> Path:
    """Results of one dossier, as a run leaves them."""
    one = screening()
    write_batch(out, Batch(AS_OF, (one,), {"甲": "甲"}))
    result_files.write_dossier(out, "甲", rendered(ReportContext(one)).files, REPORTS)
    return out


WHO = Who("经办人示例", DAY, "原件已另行收到")


def decide(
    out: Path, dossier: str = "甲", rule: str = MISSING.rule, who: Who = WHO, choice: Choice = Choice.WAIVE
) -> Decision:
    return decisions_record.decide(decisions_record.opened(out, dossier, who), rule, choice)


def test_a_decision_is_written_with_the_print_of_its_finding(tmp_path: Path) -> None:
    assert decide(written(tmp_path)) == WAIVED
    assert load(tmp_path).decisions == (WAIVED,)
    decide(tmp_path, choice=Choice.ACCEPT)
    assert [one.decision for one in load(tmp_path).decisions] == [Choice.ACCEPT]


@pytest.mark.parametrize(
    "more",
    [{"dossier": "乙"}, {"rule": "material.0"}, {"who": replace(WHO, name=" ")}, {"who": replace(WHO, reason="")}],
    ids=str,
)
def test_what_cannot_be_decided(tmp_path: Path, more: dict[str, str]) -> None:
    with pytest.raises(UsageError):
        decide(written(tmp_path), **more)  # type: ignore[arg-type]
    assert not (tmp_path / FILE).exists()


def test_without_results_there_is_nothing_to_decide(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="请先用 dossier screen"):
        decide(tmp_path)


@pytest.mark.parametrize(
    ("change", "stale"),
    [
        pytest.param({}, False, id="nothing-changed"),
        pytest.param({"message": "换了说法"}, False, id="other-words"),
        pytest.param({"status": Status.REVIEW}, True, id="another-status"),
        pytest.param({"actual": "申报表 13 人"}, True, id="another-number"),
        pytest.param({"evidence": ()}, True, id="another-place"),
    ],
)
def test_a_decision_is_stale_once_what_it_rests_on_has_changed(change: dict[str, object], stale: bool) -> None:
    decision = replace(WAIVED, rule=DIFFER.rule, fingerprint=fingerprint_of(DIFFER))
    over = laid((decision,), "甲", [replace(DIFFER, **change)])
    assert (over[DIFFER.rule].stale, over[DIFFER.rule].settles) == (stale, not stale)


def test_a_decision_written_by_hand_need_not_know_the_print() -> None:
    over = laid((replace(WAIVED, fingerprint=""),), "甲", [MISSING])
    assert not over[MISSING.rule].stale


@pytest.mark.parametrize(("choice", "asked"), [(Choice.WAIVE, 0), (Choice.OVERRULE, 0), (Choice.ACCEPT, 1)])
def test_nobody_is_asked_for_what_was_waived_or_overruled(choice: Choice, asked: int) -> None:
    over = laid((replace(WAIVED, decision=choice),), "甲", screening().findings)
    settled = {rule for rule, one in over.items() if one.settles}
    said = notice(screening(), settled)
    assert sum(request.rules == (MISSING.rule,) for request in said.requests) == asked
    assert letters(screening(), settled) == {"letter.docx": "补正通知书"}


def test_every_report_shows_the_decision_and_the_status_stays() -> None:
    one = screening()
    made = rendered(ReportContext(one, decisions=laid((WAIVED,), "甲", one.findings)))
    page = made.files["report.html"].decode()
    assert "经办人豁免" in page
    assert "原件已另行收到" in page
    told = made.files["screening.json"].decode()
    assert '"decision": "waive"' in told
    assert made.screening.findings == one.findings
    from pipeline.reports import register_xlsx

    book = openpyxl.load_workbook(
        io.BytesIO(
            register_xlsx.render(Batch(AS_OF, (one,), {"甲": "甲"}, (), {"甲": laid((WAIVED,), "甲", one.findings)}))
        )
    )
    assert book["缺件"]["G2"].value == "经办人豁免：原件已另行收到（经办人示例，2026-03-20）"


@pytest.mark.parametrize(
    "text",
    [
        "- 1",
        "decisions: 1",
        "decisions: [1]",
        "decisions: [{dossier: 甲}]",
        "a: [",
        "decisions:\n- {dossier: 甲, rule: r, decision: maybe, name: n, date: 2026-01-01, reason: r}",
    ],
)
def test_a_file_that_is_no_list_of_decisions_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match="decisions"):
        load(tmp_path)


def test_no_file_and_an_empty_one_hold_no_decisions(tmp_path: Path) -> None:
    assert load(tmp_path) == Decided()
    (tmp_path / FILE).write_text("", encoding="utf-8")
    assert load(tmp_path) == Decided()


def test_what_a_clerk_writes_is_kept_as_written(tmp_path: Path) -> None:
    odd = replace(WAIVED, reason="{{ 甲 }}: # <b>\n乙", name="=1+1")
    (tmp_path / FILE).write_bytes(as_yaml(Decided((odd,))))
    assert decisions_file.load(tmp_path) == Decided((odd,))


class TestOutcome:
    """Whether the applicant is to be recommended, only a person says, and of the whole dossier."""

    def test_the_last_mark_counts_and_is_taken_back_like_any_decision(self, tmp_path: Path) -> None:
        results(tmp_path)
        for choice in (Choice.DECLINE, Choice.RECOMMEND):
            decisions_record.decide(desk(tmp_path), OUTCOME, choice)
        (kept,) = load(tmp_path).decisions
        assert (kept.rule, kept.decision) == (OUTCOME, Choice.RECOMMEND)
        assert recommended(laid([kept], "甲", ()))
        taking_back.withdraw(tmp_path, "甲", OUTCOME)
        assert not recommended(laid(load(tmp_path).decisions, "甲", ()))

    @pytest.mark.parametrize(("rule", "choice"), [(MISSING.rule, Choice.RECOMMEND), (OUTCOME, Choice.WAIVE)])
    def test_of_a_finding_it_cannot_be_said(self, tmp_path: Path, rule: str, choice: Choice) -> None:
        with pytest.raises(UsageError, match="outcome recommend"):
            decisions_record.decide(desk(results(tmp_path)), rule, choice)

    def test_in_a_review_there_is_none(self, tmp_path: Path) -> None:
        results(tmp_path, replace(screening(), procedure="review"))
        with pytest.raises(UsageError, match="复核"):
            decisions_record.decide(desk(tmp_path), OUTCOME, Choice.RECOMMEND)


def test_a_decision_waits_while_the_dossier_is_just_written_anew(tmp_path):
    out = written(tmp_path / "out")
    path = out / "甲" / "screening.json"
    data = path.read_bytes()
    path.unlink()
    threading.Timer(0.2, lambda: path.write_bytes(data)).start()
    assert decisions_record.opened(out, "甲", Who("经办人示例", DAY, "原件已另行收到")).dossier == "甲"
