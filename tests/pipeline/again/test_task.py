"""A run does only what changed since the last one, and writes what a run from nothing would write."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from extractors.kept import store, version
from pipeline import batch
from pipeline.batch import Screened
from pipeline.decisions import file as decisions_file
from pipeline.decisions.file import Decided
from pipeline.intake.inbox import InboxEntry
from pipeline.progress import Lines
from pipeline.results.batch import Batch
from pipeline.screen import Settings
from pipeline.workers import WorkPlan
from schemas.decisions import Choice, Decision
from schemas.errors import UsageError
from schemas.findings import BatchFinding
from tests.builders.screening import AS_OF, SETTINGS, work
from validators.across.traces import Traces

DECISION = Decision("甲", "crosscheck.staff_count", Choice.WAIVE, "王芳", date(2026, 3, 16), "已核")


class Office:
    """An inbox of three dossiers, its results, and what was truly done in each run."""

    def __init__(self, folder: Path) -> None:
        self.inbox, self.out = folder / "收件", folder / "结果"
        self.settings = replace(SETTINGS, cache=folder / "kept")
        self.done: list[str] = []
        for name in ("甲", "乙", "丙"):
            self.paper(name).parent.mkdir(parents=True)
            self.paper(name).write_text("办法", encoding="utf-8")

    def paper(self, name: str) -> Path:
        return self.inbox / name / "申报表.txt"

    def work(self, entry: InboxEntry) -> Screened:
        self.done.append(entry.id)
        return work(entry)

    def run(self, *only: str, out: Path | None = None, how: Callable[[InboxEntry], Screened] | None = None) -> Batch:
        self.done.clear()
        said = io.StringIO()
        made = batch.run(
            self.inbox, out or self.out, self.settings, WorkPlan(1), Lines(said), how or self.work, shared, only
        )
        self.said = said.getvalue()
        return made

    def written(self) -> dict[str, bytes]:
        found = (path for path in sorted(self.out.rglob("*")) if path.is_file() and path.name != decisions_file.FILE)
        return {str(path.relative_to(self.out)): path.read_bytes() for path in found}

    def from_nothing(self) -> dict[str, bytes]:
        """What a first run elsewhere, which keeps nothing, would write."""
        kept, self.settings = self.settings, replace(self.settings, cache=None)
        told = self.out / decisions_file.FILE
        own, self.out = self.out, self.out.with_name("新")
        self.out.mkdir()
        if told.exists():
            (self.out / decisions_file.FILE).write_bytes(told.read_bytes())
        self.run()
        written = self.written()
        self.settings, self.out = kept, own
        return written


def shared(_: Sequence[Traces]) -> list[BatchFinding]:
    return []


@pytest.fixture
def office(tmp_path: Path) -> Office:
    made = Office(tmp_path)
    made.run()
    return made


def test_the_first_run_does_everything(office: Office):
    assert sorted(office.done) == sorted(["甲", "乙", "丙"])
    assert office.written() == office.from_nothing()


def test_where_nothing_changed_nothing_is_done(office: Office):
    before = {path: path.stat().st_mtime_ns for path in office.out.rglob("screening.json")}
    made = office.run()
    assert office.done == []
    assert "[3/3]" in office.said
    assert {path: path.stat().st_mtime_ns for path in office.out.rglob("screening.json")} == before
    assert [one.id for one in made.screenings] == ["丙", "乙", "甲"]
    assert office.written() == office.from_nothing()


def test_a_file_that_changed_is_its_dossier_alone(office: Office):
    office.paper("乙").write_text("办法二", encoding="utf-8")
    office.run()
    assert office.done == ["乙"]
    assert office.written() == office.from_nothing()


@pytest.mark.parametrize("name", ["补正.txt", "第二次/补正.txt", ".隐藏"])
def test_a_file_that_came(office: Office, name: str):
    new = office.inbox / "乙" / name
    new.parent.mkdir(exist_ok=True)
    new.write_text("新", encoding="utf-8")
    office.run()
    assert office.done == ["乙"]
    assert office.written() == office.from_nothing()


def test_a_file_that_went_or_has_another_name(office: Office):
    office.paper("乙").rename(office.paper("乙").with_name("表.txt"))
    office.run()
    assert office.done == ["乙"]


def test_a_dossier_that_came(office: Office):
    (office.inbox / "丁").mkdir()
    (office.inbox / "丁" / "一.txt").write_text("办法", encoding="utf-8")
    office.run()
    assert office.done == ["丁"]
    assert office.written() == office.from_nothing()


def test_a_decision_is_its_dossier_alone(office: Office):
    decisions_file.save(office.out, Decided((DECISION,)))
    office.run()
    assert office.done == ["甲"]
    office.run()
    assert office.done == []
    assert office.written() == office.from_nothing()


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"as_of": date(2026, 3, 16)}, id="another-day"),
        pytest.param({"procedure": "review"}, id="another-procedure"),
        pytest.param({"rulebook": "harbin"}, id="another-rulebook"),
        pytest.param({"unchecked": True}, id="unchecked"),
    ],
)
def test_another_setting_is_everybody(office: Office, change: dict[str, object]):
    office.settings = replace(office.settings, **change)  # type: ignore[arg-type]
    office.run()
    assert len(office.done) == 3


def test_another_program_is_everybody(office: Office, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(version, "of_program", lambda: "another")
    office.run()
    assert len(office.done) == 3


@pytest.mark.parametrize("harm", ["gone", "changed", "stale"])
def test_a_result_that_is_not_as_it_was_written_is_made_again(office: Office, harm: str):
    report = office.out / "甲" / "report.html"
    if harm == "gone":
        report.unlink()
    elif harm == "changed":
        report.write_bytes(report.read_bytes() + b" ")
    else:
        (office.out / "甲" / "letter-supplement.docx").write_bytes(b"of an earlier run")
    office.run()
    assert office.done == ["甲"]
    assert office.written() == office.from_nothing()


def test_results_of_another_folder_are_not_taken_for_these(office: Office):
    office.run(out=office.out.with_name("另一"))
    assert len(office.done) == 3


def test_what_is_kept_may_go_at_any_moment(office: Office):
    kept = store.current()
    assert kept is not None
    kept.clear()
    office.run()
    assert len(office.done) == 3
    assert office.written() == office.from_nothing()


def test_without_a_cache_everything_is_done(office: Office):
    office.settings = replace(office.settings, cache=None)
    office.run()
    assert len(office.done) == 3


def test_a_dossier_that_was_lost_by_chance_is_tried_again(tmp_path: Path):
    office = Office(tmp_path)

    def unlucky(entry: InboxEntry) -> Screened:
        if entry.id == "甲":
            raise MemoryError
        return replace(office.work(entry), chance=entry.id == "乙")

    office.run(how=unlucky)
    office.run()
    assert sorted(office.done) == ["乙", "甲"]


def test_papers_that_change_while_they_are_read_are_read_again(tmp_path: Path):
    office = Office(tmp_path)

    def meanwhile(entry: InboxEntry) -> Screened:
        screened = office.work(entry)
        if entry.id == "甲":
            office.paper("甲").write_text("办法三", encoding="utf-8")
        return screened

    office.run(how=meanwhile)
    office.run()
    assert office.done == ["甲"]


def test_what_a_clerk_decides_meanwhile_is_followed(tmp_path: Path):
    office = Office(tmp_path)

    def meanwhile(entry: InboxEntry) -> Screened:
        if entry.id == "丙" and not office.done:
            decisions_file.save(office.out, Decided((DECISION,)))
        return office.work(entry)

    made = office.run(how=meanwhile)
    assert office.done.count("甲") == 2
    assert made.decisions["甲"]
    assert "甲：初审期间有新的核定" in office.said


def test_a_run_that_was_stopped_goes_on_where_it_stood(tmp_path: Path):
    office = Office(tmp_path)

    def stopped(entry: InboxEntry) -> Screened:
        if len(office.done) == 2:
            raise KeyboardInterrupt
        return office.work(entry)

    with pytest.raises(KeyboardInterrupt):
        office.run(how=stopped)
    office.run()
    assert len(office.done) == 1
    assert office.written() == office.from_nothing()


def test_only_the_dossier_that_is_asked_for(office: Office):
    for name in ("甲", "乙"):
        office.paper(name).write_text("办法四", encoding="utf-8")
    made = office.run("乙")
    assert office.done == ["乙"]
    assert len(made.screenings) == 3
    office.run()
    assert office.done == ["甲"], "what was not asked for is done by the next full run"
    assert office.written() == office.from_nothing()


def test_only_writes_the_files_of_the_batch_as_a_full_run_would(office: Office):
    decisions_file.save(office.out, Decided((DECISION,)))
    office.run("甲")
    assert office.done == ["甲"]
    assert office.written() == office.from_nothing()


def test_where_nothing_is_known_of_the_others_they_are_done_too(office: Office):
    kept = store.current()
    assert kept is not None
    kept.clear()
    office.run("甲")
    assert len(office.done) == 3


def test_a_dossier_that_there_is_not(office: Office):
    before = office.written()
    with pytest.raises(UsageError, match="没有卷宗 戊"):
        office.run("甲", "戊")
    assert office.written() == before


def test_the_settings_of_the_tests_are_those_of_the_batch():
    assert Settings(AS_OF) == SETTINGS
