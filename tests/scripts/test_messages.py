"""docs/errors.md explains every message a clerk may see, and none that there is no more."""

from pathlib import Path

import pytest

from scripts import messages


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    package = tmp_path / "pipeline"
    package.mkdir()
    monkeypatch.setattr(messages, "ROOT", tmp_path)
    return package / "some.py"


def test_every_message_is_explained():
    missing = set(messages.messages()) - set(messages.told())
    assert not missing, "python -m scripts.messages prints the rows to be filled in"


def test_no_message_is_explained_that_is_no_more():
    assert not set(messages.told()) - set(messages.messages())


def test_every_row_says_what_it_means_and_what_to_do():
    assert all(len(said) > 4 for said in messages.told().values())


def test_what_differs_is_a_gap_and_constants_are_followed(module: Path):
    module.write_text(
        "WHY = '文件坏了'\n"
        "raise UsageError(f'收件夹 {x}{y} 不存在。')\n"
        "raise Refused(WHY)\n"
        "raise UnreadableDocument(path, '打不开', '请申请人重新提交')\n"
        "raise ValueError('与人无关')\n",
        encoding="utf-8",
    )
    assert list(messages.messages()) == ["收件夹 … 不存在。", "文件坏了", "打不开"]
