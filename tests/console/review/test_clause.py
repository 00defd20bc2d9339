"""The article in its own words."""

from console.review import clause


def test_the_words_of_the_regulation():
    assert "法人证书" in clause.words("harbin", "第十一条（三）")


def test_what_is_not_there_says_nothing():
    assert clause.words("harbin", "第九百条") == ""
    assert clause.words("harbin", "") == ""
    assert clause.words("没有这部办法", "第一条") == ""
