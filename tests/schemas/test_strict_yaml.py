"""A YAML file is read strictly: the first fault raises, or all of them are collected."""

import pytest

from schemas.errors import RulebookError
from schemas.strict_yaml import Fault, closest, read_marked, read_utf8


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
