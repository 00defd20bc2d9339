"""What is said of fonts and programs, found or not."""

import pytest
import rarfile

from extractors.read.converted import libreoffice
from pipeline.doctor import programs
from pipeline.doctor.check import Fitness
from pipeline.intake import rar


def test_a_missing_office_is_told_with_what_is_not_read(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(libreoffice, "program", lambda: None)
    check = programs.office()
    assert check.state is Fitness.LIMITED
    assert "DOC" in check.advice
    assert libreoffice.VARIABLE in check.advice


def test_an_office_that_is_there(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(libreoffice, "program", lambda: "/opt/soffice")
    assert (programs.office().state, programs.office().found) == (Fitness.OK, "/opt/soffice")


@pytest.mark.parametrize(("where", "state"), [("7z", Fitness.OK), (None, Fitness.LIMITED)])
def test_an_unpacker(monkeypatch: pytest.MonkeyPatch, where: str | None, state: Fitness):
    monkeypatch.setattr(rar, "program", lambda: where)
    assert programs.unpacker().state is state


def test_no_program_of_the_machine_unpacks(monkeypatch: pytest.MonkeyPatch):
    def nothing() -> None:
        raise rarfile.RarCannotExec

    monkeypatch.setattr(rarfile, "tool_setup", nothing)
    assert rar.program() is None


@pytest.mark.parametrize(
    ("drawn", "state"),
    [
        pytest.param({"一": b"-", "国": b"#"}, Fitness.OK, id="characters-that-differ"),
        pytest.param({"一": b"#", "国": b"#"}, Fitness.LIMITED, id="all-the-same-square"),
    ],
)
def test_fonts(monkeypatch: pytest.MonkeyPatch, drawn: dict[str, bytes], state: Fitness):
    monkeypatch.setattr(programs, "drawn", drawn.__getitem__)
    assert programs.chinese_fonts().state is state


def test_a_character_is_drawn_the_same_each_time():
    assert programs.drawn("国") == programs.drawn("国")
