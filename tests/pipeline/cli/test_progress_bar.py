"""How it is shown how far a run is, on a terminal and elsewhere."""

from __future__ import annotations

import io

import pytest

from pipeline.cli.progress_bar import Bar, fitting
from pipeline.progress import Lines


@pytest.mark.parametrize(("terminal", "kind"), [(True, Bar), (False, Lines)])
def test_the_kind_that_suits_the_stream(monkeypatch: pytest.MonkeyPatch, terminal: bool, kind: type):
    stream = io.StringIO()
    monkeypatch.setattr(stream, "isatty", lambda: terminal)
    assert isinstance(fitting(stream), kind)


def test_a_bar_shows_names_as_one_line(capsys: pytest.CaptureFixture[str]):
    bar = Bar()
    bar.begin(1)
    bar.again("甲\n\x1b[2J乙", "已重新处理")
    bar.end()
    assert "甲〔U+000A〕〔U+001B〕[2J乙：已重新处理" in capsys.readouterr().err
