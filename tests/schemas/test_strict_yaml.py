"""A data file is read strictly: what is wrong in it is said with its file, line and key."""

from __future__ import annotations

import pytest

from schemas.errors import RulebookError
from schemas.strict_yaml import read_marked


def read(folder, text):
    path = folder / "words.yaml"
    path.write_text(text, encoding="utf-8")
    return read_marked(path)


def test_words_and_patterns(tmp_path):
    fields = read(tmp_path, "words: [甲, 乙]\npatterns: ['^甲+$']\n").fields("words patterns")
    assert fields["words"].words() == ("甲", "乙")
    assert [pattern.pattern for pattern in fields["patterns"].patterns()] == ["^甲+$"]


@pytest.mark.parametrize(
    ("text", "read_as", "says"),
    [
        pytest.param(
            "words:\n  - 甲\n  - 乙\n  - 甲\n", "words", r"第 4 行“words\[3\]”：“甲”.*两次", id="a-word-twice"
        ),
        pytest.param("words: 甲\n", "words", "第 1 行“words”：这里应为列表", id="no-list"),
        pytest.param("words:\n  - 甲\n  -\n", "words", r"第 3 行“words\[2\]”.*不能留空", id="nothing-behind-the-dash"),
        pytest.param("words:\n  - '(甲'\n", "patterns", r"第 2 行“words\[1\]”：不是有效的正则表达式", id="no-pattern"),
    ],
)
def test_what_is_wrong_is_said_with_its_line_and_key(tmp_path, text, read_as, says):
    marked = read(tmp_path, text).entries["words"]
    with pytest.raises(RulebookError, match=says):
        getattr(marked, read_as)()


def test_a_key_written_twice_is_refused(tmp_path):
    with pytest.raises(RulebookError, match="第 2 行“words”：同一个键写了两次"):
        read(tmp_path, "words: [甲]\nwords: [乙]\n")
