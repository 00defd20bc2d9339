"""What a person is told on the terminal stays text."""

import re

import pytest

from pipeline.cli.said import say
from scripts.messages import ROOT


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("甲\x1b[2J", "甲〔U+001B〕[2J", id="an-escape"),
        pytest.param("一\r二", "一〔U+000D〕二", id="back-to-the-beginning"),
        pytest.param("turn\u202egnp", "turn〔U+202E〕gnp", id="turned-around"),
        pytest.param("一\n二\t三", "一\n二\t三", id="our-own-lines-and-columns"),
        pytest.param("结果〔甲〕", "结果〔甲〕", id="nothing"),
    ],
)
def test_nothing_is_obeyed(capsys: pytest.CaptureFixture[str], text: str, shown: str):
    say(text)
    say(text, err=True)
    assert capsys.readouterr() == (f"{shown}\n", f"{shown}\n")


def test_no_command_speaks_past_it():
    own = {"said.py", "chinese.py", "main.py", "unheard.py"}
    modules = [path for path in (ROOT / "pipeline" / "cli").rglob("*.py") if path.name not in own]
    speaking = [
        path.name for path in modules if re.search(r"typer\.echo|(?<![.\w])print\(", path.read_text(encoding="utf-8"))
    ]
    assert speaking == [], "say() of pipeline/cli/said.py instead of typer.echo()"
