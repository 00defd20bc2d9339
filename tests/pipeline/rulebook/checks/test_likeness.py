"""Two sentences are held together by the pairs of signs that they share."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.rulebook.checks.likeness import held, pairs, signs

CHINESE = st.text(alphabet="财务收支状况良好经营规范发展前景可持续", min_size=2, max_size=12)


def test_common_words_and_binding_signs_say_nothing():
    assert pairs("服务收费") == {"务收", "收费"}
    assert "服务" not in pairs("服务收费")
    assert not pairs("的和有")


@given(CHINESE)
def test_a_sentence_bears_itself_out(sentence):
    assert held(sentence, [sentence]) == 1


@given(CHINESE, CHINESE)
def test_more_text_never_bears_out_less(sentence, more):
    assert held(sentence, [more]) <= held(sentence, [more, sentence])


def test_signs_are_the_chinese_ones():
    assert signs("a营b业1") == {"营", "业"}
