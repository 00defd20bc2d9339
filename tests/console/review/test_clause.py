"""The article in its own words."""

from console.review import clause


def test_the_words_of_the_regulation():
    assert "法人证书" in clause.words("harbin", "第十一条（三）")


def test_what_is_not_there_says_nothing():
    assert clause.words("harbin", "第九百条") == ""
    assert clause.words("harbin", "") == ""
    assert clause.words("没有这部办法", "第一条") == ""


def test_the_clauses_that_may_be_cited_are_offered_those_of_the_dossier_first():
    offered = clause.choices("harbin", ["第十一条（三）", "", "第十一条（三）"])
    assert offered[0][0] == "第十一条（三）"
    assert len({citation for citation, _ in offered}) == len(offered) > 20
    assert all(len(words) <= 29 for _, words in offered)


def test_of_a_regulation_that_is_not_at_hand_those_of_the_dossier_are_offered():
    assert clause.choices("没有这部办法", ["第七条"]) == [("第七条", "")]
