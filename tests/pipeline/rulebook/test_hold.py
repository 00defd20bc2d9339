"""A rulebook of somebody's own is held against its text: it stands, it does not, or there is none."""

import pytest

from pipeline.rulebook.find import load
from pipeline.rulebook.hold import examine, read_text
from schemas.errors import UsageError
from tests.builders.rulebooks import REGULATION, RULEBOOK, write_city

WRONG = RULEBOOK.replace("at_least: 70,", "at_least: 71,")


def test_one_that_stands_has_nothing_to_say(tmp_path):
    book = load(str(write_city(tmp_path)))
    assert (book.unheld, book.faults) == ("", ())


def test_one_that_does_not_stand_names_every_fault(tmp_path):
    book = load(str(write_city(tmp_path, WRONG)))
    assert "有 3 处不符" in book.unheld
    assert any("example-city.yaml 第 11 行" in fault for fault in book.faults)


def test_one_without_a_text_says_so(tmp_path):
    path = write_city(tmp_path)
    path.with_suffix(".txt").unlink()
    book = load(str(path))
    assert "没有办法文本" in book.unheld
    assert book.faults == ()


def test_ours_are_not_asked_again():
    assert load("harbin").unheld == ""


def test_a_changed_text_is_read_again(tmp_path):
    path = write_city(tmp_path)
    assert not load(str(path)).unheld
    path.with_suffix(".txt").write_text(REGULATION.replace("七十家", "八十家"), encoding="utf-8")
    assert load(str(path)).unheld


@pytest.mark.parametrize(("encoding", "remark"), [("utf-8", ""), ("gb18030", "GBK"), ("utf-16", "UTF-16")])
def test_a_text_is_read_in_the_encodings_that_offices_use(tmp_path, encoding, remark):
    path = tmp_path / "办法.txt"
    path.write_bytes(REGULATION.encode(encoding))
    words, said = read_text(path)
    assert words == REGULATION
    assert remark in said
    assert bool(said) == bool(remark)


def test_a_file_that_is_no_text_is_refused_with_what_to_do(tmp_path):
    path = tmp_path / "办法.docx"
    path.write_bytes(b"PK\x03\x04\xff\xff\xff\x80")
    with pytest.raises(UsageError, match="另存为 UTF-8 编码的"):
        read_text(path)
    with pytest.raises(UsageError, match="请检查路径"):
        read_text(tmp_path / "没有.txt")


def test_all_faults_of_a_file_are_told_at_once(tmp_path):
    text = RULEBOOK.replace("issuer:", "isuer:").replace("at_least: 70", "at_least: 70家")
    text = text.replace("paper: business_licence", "paper: licence").replace("rising: true", "rising: 是")
    lines, conclusion = examine(write_city(tmp_path, text))
    for says in ("“isuer”", "缺少键“issuer”", "第 11 行", "第 12 行", "不认识的材料种类“licence”"):
        assert any(says in line for line in lines), says
    assert "改正后再与办法文本逐条核对" in conclusion


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("measure: satisfaction", "measure: satisfactoin", "是不是“satisfaction”（用户满意度）？可用的有："),
        ("measure: satisfaction", "measure: 用户满意率", "是不是“satisfaction”"),
        ("measure: person_times", "measure: person_time", "是不是“person_times”（年培训人次）？"),
        ("id: training", "id: trainning", "不认识的功能“trainning”。可用的有：information（信息服务）"),
    ],
)
def test_an_unknown_word_names_those_one_may_use(tmp_path, old, new, says):
    lines, _ = examine(write_city(tmp_path, RULEBOOK.replace(old, new, 1)))
    assert any(says in line for line in lines), lines
