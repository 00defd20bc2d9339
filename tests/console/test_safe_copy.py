"""By the command: a back-up is written beside the console, and laid back into an empty folder that then serves."""

import os
import subprocess
import sys
from pathlib import Path

from tests.builders.console import office
from tests.builders.served_console import ServedConsole, Visitor


def called(*words):
    given = {key: value for key, value in os.environ.items() if not key.startswith("DOSSIER_CONSOLE")}
    line = [sys.executable, "-m", "console.command", "console", *map(str, words)]
    return subprocess.run(line, env=given, capture_output=True, text=True, encoding="utf-8", check=False)


def test_there_and_back(tmp_path):
    with office(tmp_path / "first") as one:
        one.person("zhang", "decides", name="张三")
        one.hashed_as_served()
    (tmp_path / "first" / "office.yaml").write_text("name: 示例局\n", encoding="utf-8")
    made = called(tmp_path / "first", "--backup", tmp_path / "to")
    assert made.returncode == 0, made.stderr
    archive = next((tmp_path / "to").iterdir())
    again = called(tmp_path / "second", "--restore", archive)
    assert again.returncode == 0, again.stderr
    assert "日志完整" in again.stdout
    assert Path(tmp_path / "second" / "office.yaml").read_text(encoding="utf-8") == "name: 示例局\n"
    console = ServedConsole(tmp_path / "second")
    console.begin()
    try:
        assert Visitor(console).login("zhang").status == 302
    finally:
        console.end()
    twice = called(tmp_path / "second", "--restore", archive)
    assert twice.returncode == 2
    assert "不是空文件夹" in twice.stderr
