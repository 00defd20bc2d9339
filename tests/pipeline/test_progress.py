"""How far a run is, file by file and page by page; and how it is asked to end."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from extractors.kept.store import default_folder
from pipeline import batch, progress
from pipeline.cli.progress_bar import Bar
from pipeline.progress import Lines, PageProgress, Stopped
from pipeline.screen import Settings
from pipeline.workers import WorkPlan
from schemas.status import VerdictStatus
from tests.builders.reports import screening


class Onlooker:
    """Notes what it is told, and asks to end when it hears of so many dossiers."""

    def __init__(self, most: int = 10) -> None:
        self.seen: list[tuple[str, str, int, int]] = []
        self.finished: list[str] = []
        self._most = most

    def begin(self, total: int) -> None:
        self.total = total

    def done(self, screening: object) -> None:
        self.finished.append(screening.id)  # type: ignore[attr-defined]

    def again(self, dossier: str, why: str) -> None:
        raise AssertionError(f"{dossier}: {why}")

    def page(self, dossier: str, file: str, number: int, of: int) -> None:
        self.seen.append((dossier, file, number, of))

    def stopped(self) -> bool:
        return len({dossier for dossier, *_ in self.seen}) >= self._most

    def end(self) -> None:
        self.ended = True


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    for at, name in enumerate(("甲", "乙", "丙")):
        (tmp_path / "收件" / name).mkdir(parents=True)
        canvas = Canvas(str(tmp_path / "收件" / name / "报告.pdf"), invariant=True)
        for number in range(3):
            canvas.drawString(72, 700, f"page {number} of {at}: no two are alike, or the second would not be read")
            canvas.showPage()
        canvas.save()
    return tmp_path / "收件"


def run(inbox: Path, out: str, onlooker: object) -> Path:
    settings = Settings(date(2026, 3, 15), "harbin", cache=default_folder())
    plan = WorkPlan(1, contained=True)
    batch.run(inbox, inbox.parent / out, settings, plan, onlooker)  # type: ignore[arg-type]
    return inbox.parent / out


def bytes_of(out: Path) -> dict[str, bytes]:
    return {str(path.relative_to(out)): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def test_each_dossier_is_told_of_and_its_pages_in_their_order(inbox: Path) -> None:
    """As often as people can see it: not every page of a file that is read at once."""
    onlooker = Onlooker()
    run(inbox, "结果", onlooker)
    pages = [("报告.pdf", 0, 0), ("报告.pdf", 1, 3), ("报告.pdf", 2, 3), ("报告.pdf", 3, 3)]
    for dossier in ("甲", "乙", "丙"):
        told = [(file, number, of) for one, file, number, of in onlooker.seen if one == dossier]
        assert told == [page for page in pages if page in told]
        assert told[0] == pages[0]


def test_a_run_that_is_asked_to_end_goes_on_later_with_the_same_bytes(inbox: Path) -> None:
    onlooker = Onlooker(2)
    with pytest.raises(Stopped):
        run(inbox, "结果", onlooker)
    assert len(onlooker.finished) == 1
    assert onlooker.ended
    later = Onlooker()
    out = run(inbox, "结果", later)
    assert len({one for one, *_ in later.seen}) == 2
    whole = run(inbox, "另一处", Lines(io.StringIO()))
    assert bytes_of(out) == bytes_of(whole)


def test_who_does_not_ask_is_not_told_of_pages(inbox: Path) -> None:
    said = io.StringIO()
    assert not isinstance(Lines(said), PageProgress)
    run(inbox, "结果", Lines(said))
    assert said.getvalue().count("\n") == 3


def test_a_bar_shows_where_it_is() -> None:
    bar = Bar()
    bar.page("甲", "报告.pdf", 1, 3)
    bar.begin(2)
    bar.page("甲", "报告.pdf", 0, 0)
    bar.page("甲", "报告.pdf", 1, 3)
    bar.page("甲", "报告.pdf", 2, 0)
    bar.done(screening())
    assert not bar.stopped()
    bar.end()


class Deaf(io.StringIO):
    """A pipe whose other end was closed."""

    def write(self, _: str) -> int:
        raise BrokenPipeError


def test_a_line_for_each_dossier():
    stream = io.StringIO()
    lines = progress.Lines(stream)
    lines.begin(2)
    one = screening(VerdictStatus.REVIEW, [])
    lines.done(one)
    lines.done(one)
    lines.end()
    assert stream.getvalue() == f"[1/2] {one.id} 需人工核实\n[2/2] {one.id} 需人工核实\n"


def test_nothing_in_a_name_is_obeyed_by_the_terminal():
    stream = io.StringIO()
    progress.Lines(stream).again("甲\x1b[2J\r\n乙", "已重新处理")
    assert stream.getvalue() == "甲〔U+001B〕[2J〔U+000D〕〔U+000A〕乙：已重新处理\n"


def test_a_pipe_that_is_closed_does_not_stop_the_work():
    lines = progress.Lines(Deaf())
    lines.begin(1)
    lines.done(screening(VerdictStatus.REVIEW, []))
