"""What must be seen of a paper is what its item says, no more and no less."""

import pytest

from tests.builders.clauses import said_of

NATIONAL = "{paper: qualification, levels: [国家部委]}"


@pytest.mark.parametrize(
    ("name", "old", "new", "says"),
    [
        ("harbin", NATIONAL, "{paper: qualification, levels: [省级]}", "请写 levels: [国家部委]"),
        (
            "liaocheng-2021",
            "levels: [国家部委, 省级]",
            "levels: [国家部委, 省级, 市级]",
            "请写 levels: [国家部委, 省级]",
        ),
        ("zhengzhou", "any_of: [qualification,", "any_of: [{paper: qualification, levels: [省级]},", "请删去 levels"),
        ("qinhuangdao-2020", "rows: [contract_signed]}", "rows: [contract_signed, is_micro]}", "从 rows 中删去"),
        ("liaocheng-2021", "paper: declaration", "paper: declaration, clean: true", "请删去 clean"),
        ("liaocheng-2021", "each: staff", "each: partners", "请删去 each"),
        ("zhengzhou", "paper: development_plan}", "paper: development_plan, each: staff}", "请删去 each"),
        ("liaocheng-2021", "proves: titled_enterprises_served", "proves: revenue", "请删去 proves"),
        ("qinhuangdao-2020", "asks: 附审计机构出具的", "asks: 附税务机构出具的", "请核对 beside"),
    ],
)
def test_more_than_the_text_says(tmp_path, name, old, new, says):
    assert any(says in message for message in said_of(name, tmp_path, (old, new)))


@pytest.mark.parametrize(
    ("name", "words", "without"),
    [
        ("harbin", NATIONAL, "qualification"),
        ("zhengzhou", ", rows: [is_micro, contract_signed]", ""),
        ("liaocheng-2021", ", clean: true", ""),
        ("liaocheng-2021", ", each: partners", ""),
    ],
)
def test_a_rulebook_may_do_without_these_words(tmp_path, name, words, without):
    assert said_of(name, tmp_path, (words, without)) == []
