"""A data file is read strictly: what is wrong in it is said with its file, line and key."""

from __future__ import annotations

from pathlib import Path

import pytest

from schemas import strict_yaml
from schemas.errors import RulebookError
from schemas.strict_yaml import Fault, closest, read_marked, read_utf8

BOMB = "a: &a [x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20)
)


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


def written(folder, text, encoding="utf-8"):
    path = folder / "file.yaml"
    path.write_bytes(text.encode(encoding))
    return path


def test_without_a_list_the_first_fault_raises(tmp_path):
    root = read_marked(written(tmp_path, "a: x\nb: y\n"))
    with pytest.raises(RulebookError, match="第 1 行“a”：这里应为不带单位的数字"):
        root.fields("a b")["a"].number()


def test_with_a_list_all_faults_are_collected_and_reading_goes_on(tmp_path):
    faults = []
    fields = read_marked(written(tmp_path, "a: x\nb: 是\nd: 1\n"), faults).fields("a b c")
    assert (fields["a"].number(), fields["b"].truth(), fields["c"].text(), fields["c"].list()) == (0, False, "", ())
    assert [(fault.line, fault.message.partition("：")[0]) for fault in sorted(faults)] == [
        (1, "“a”"),
        (1, "缺少键“c”，请补上"),
        (2, "“b”"),
        (3, "“d”"),
    ]


def test_an_unknown_key_names_the_nearest_and_all(tmp_path):
    with pytest.raises(RulebookError, match="不认识的键“at_leest”。是不是“at_least”？可用的键：measure、at_least"):
        read_marked(written(tmp_path, "measure: x\nat_leest: 3\n")).fields("measure at_least")


def test_odd_signs_are_all_named_where_the_file_is_no_yaml(tmp_path):
    with pytest.raises(RulebookError) as error:
        read_marked(written(tmp_path, "id：a\nb: {c：1，d: 2}\n\te: 3\n"))
    said = str(error.value).splitlines()
    assert [line.partition("file.yaml ")[2][:6] for line in said] == ["第 1 行“", "第 2 行“", "第 2 行“", "第 3 行："]


@pytest.mark.parametrize(("encoding", "named"), [("gb18030", "GBK"), ("utf-16", "UTF-16")])
def test_another_encoding_is_named(tmp_path, encoding, named):
    with pytest.raises(RulebookError, match=f"看起来是 {named}"):
        read_utf8(written(tmp_path, "标题: 办法\n", encoding))


def test_a_fault_is_said_of_its_file(tmp_path):
    assert Fault(3, "“a”：空").said_of(tmp_path / "b.yaml").endswith("b.yaml 第 3 行“a”：空")
    assert Fault(3, "空").said_of(tmp_path / "b.yaml").endswith("第 3 行：空")


def test_the_closest_word_is_near_or_none():
    assert closest("satisfactoin", ["satisfaction", "revenue"]) == "satisfaction"
    assert closest("完全不同", ["satisfaction", "revenue"]) == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param(BOMB, "引用", id="each-refers-twice-to-the-one-before"),
        pytest.param("a: &a [*a]", "引用", id="refers-to-itself"),
        pytest.param("[" * 1_000_000, "层数", id="deep"),
        pytest.param("- " * 100_000, "层数", id="deep-in-one-line"),
        pytest.param("- x\n" * 200_001, "条目", id="many"),
        pytest.param("# " + "x" * (2 << 20), "MB", id="large"),
    ],
)
def test_what_is_refused(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(strict_yaml.Unbounded, match=said):
        strict_yaml.plain(text.encode())
    (tmp_path / "甲.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(RulebookError, match=said):
        strict_yaml.read_marked(tmp_path / "甲.yaml")


@pytest.mark.parametrize("depth", [strict_yaml.MOST_DEPTH, strict_yaml.MOST_DEPTH + 1])
def test_on_both_sides_of_the_depth(depth: int) -> None:
    text = ("[" * depth + "]" * depth).encode()
    if depth > strict_yaml.MOST_DEPTH:
        with pytest.raises(strict_yaml.Unbounded):
            strict_yaml.plain(text)
    else:
        assert isinstance(strict_yaml.plain(text), list)


def test_nothing_runs_and_nothing_is_guessed() -> None:
    text = b"a: !!python/object/apply:os.system ['exit 1']\nb: 013\nc: 2025-03\nd: no\n"
    assert strict_yaml.plain(text) == {"a": ["exit 1"], "b": "013", "c": "2025-03", "d": "no"}


def test_an_empty_text() -> None:
    assert strict_yaml.plain(b"") is None
