"""How far the batch is, for a terminal and for a file; whoever does not listen does not stop it."""

import io

import pytest

from pipeline import progress
from schemas.status import VerdictStatus
from tests.builders.reports import screening


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


@pytest.mark.parametrize(("terminal", "kind"), [(True, progress.Bar), (False, progress.Lines)])
def test_the_kind_that_suits_the_stream(monkeypatch: pytest.MonkeyPatch, terminal: bool, kind: type):
    stream = io.StringIO()
    monkeypatch.setattr(stream, "isatty", lambda: terminal)
    assert isinstance(progress.fitting(stream), kind)


def test_a_bar_shows_names_as_one_line(capsys: pytest.CaptureFixture[str]):
    bar = progress.Bar()
    bar.begin(1)
    bar.again("甲\n\x1b[2J乙", "已重新处理")
    bar.end()
    assert "甲〔U+000A〕〔U+001B〕[2J乙：已重新处理" in capsys.readouterr().err
