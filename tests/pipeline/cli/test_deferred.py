"""A command answers --help without loading what it works with."""

import subprocess
import sys
from importlib import import_module

import pytest

from pipeline.cli.main import COMMANDS, RULEBOOK, SAMPLE, app
from tests.builders.commands import dossier

EVERY = [
    (f"{package}.{name}", options)
    for package, commands in (
        ("pipeline.cli", COMMANDS),
        ("pipeline.cli.rulebook", RULEBOOK),
        ("pipeline.cli.sample", SAMPLE),
    )
    for name, options in commands.items()
]


@pytest.mark.parametrize(("module", "options"), EVERY, ids=[module for module, _ in EVERY])
def test_every_command_has_its_module_that_takes_its_options(module, options):
    assert list(import_module(module).run.__annotations__.values()) == [options.__name__, "None"]


@pytest.mark.parametrize("words", [[], ["screen"], ["decide"], ["extract"], ["sample", "draw"], ["rulebook", "check"]])
def test_help_is_chinese_and_loads_no_library(words):
    python = [sys.executable, "-X", "utf8", "-X", "importtime", "-c", "from pipeline.cli import main; main()"]
    call = [*python, *words, "--help"]
    shown = subprocess.run(call, capture_output=True, encoding="utf-8", check=True)  # noqa: S603  our own command
    assert "用法：" in shown.stdout
    assert "Usage" not in shown.stdout
    loaded = {line.rpartition("|")[2].strip() for line in shown.stderr.splitlines()}
    assert "pipeline.cli.deferred" in loaded
    heavy = {"numpy", "pandas", "openpyxl", "lxml", "docx", "yaml", "rich.console", "scipy", "pypdfium2", "cv2"}
    assert not heavy & loaded


def test_a_wrong_call_is_one_line_and_status_two():
    result = dossier("screen", "没有的收件夹")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.count("\n") == 1


def test_an_error_of_the_program_is_no_wrong_call(monkeypatch):
    monkeypatch.setattr("pipeline.cli.compare.compare", lambda *_: 1 / 0)
    assert isinstance(dossier("compare", "甲", "乙").exception, ZeroDivisionError)


def test_the_fields_of_the_options_are_the_parameters():
    assert app.registered_commands[0].callback.__doc__ == COMMANDS["screen"].__doc__
