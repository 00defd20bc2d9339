"""Both check digits of every code read are worked out; a wrong one is for a person, never held against anybody."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.status import Reason, Status
from schemas.trust import Doubt
from schemas.uscc import ALPHABET, sound_code
from tests.builders.contents import case, contents, paper
from validators.credit_codes import credit_codes

SOUND = sound_code("91230100MA100008")
OTHER = sound_code("12230100MB200006")


def checked(*codes):
    papers = [paper("business_licence", f"{at}.pdf", facts={"uscc": code}) for at, code in enumerate(codes)]
    return credit_codes(case(contents(papers=papers)))


def test_sound_codes_pass_and_are_shown_once():
    found = checked(SOUND, SOUND, OTHER)
    assert (found.rule, found.status) == ("crosscheck.credit_code", Status.PASS)
    assert found.message.count(SOUND) == 1
    assert len(found.evidence) == 2


def test_no_code_read_does_not_apply():
    assert checked().status is Status.NOT_APPLICABLE


def test_a_wrong_code_is_for_a_person_at_its_own_place():
    found = checked(OTHER, SOUND[:-1] + ("1" if SOUND[-1] != "1" else "2"))
    assert (found.status, found.reason) == (Status.REVIEW, Reason.WEAK_MATCH)
    assert [one.file for one in found.evidence] == ["1.pdf"]
    assert f"第 18 位算得应为 {SOUND[-1]}" in found.message


@pytest.mark.parametrize(("right", "wrong"), [("8", "B"), ("0", "O"), ("1", "I")])
def test_a_likely_correction_is_offered(right, wrong):
    written = wrong.join(SOUND.rsplit(right, 1))
    assert f"可能应为 {SOUND}" in checked(written).message


def test_what_another_paper_has_in_its_place_comes_first():
    at = 9
    written = SOUND[:at] + ("K" if SOUND[at] != "K" else "L") + SOUND[at + 1 :]
    assert f"可能应为 {SOUND}" in checked(written, SOUND).message


@given(st.integers(0, 17), st.sampled_from(ALPHABET))
def test_no_change_of_one_sign_goes_unseen(at, sign):
    changed = SOUND[:at] + sign + SOUND[at + 1 :]
    assert (checked(changed).status is Status.PASS) == (changed == SOUND)
    assert checked(changed).status in (Status.PASS, Status.REVIEW)


def test_a_code_put_right_by_its_check_digits_is_for_a_person_and_says_so():
    [mended] = [paper("business_licence", "照.jpg", facts={"uscc": SOUND})]
    fact = mended.facts["uscc"]
    fact = replace(fact, evidence=replace(fact.evidence, doubts=frozenset({Doubt.MENDED})))
    found = credit_codes(case(contents(papers=[replace(mended, facts={"uscc": fact})])))
    assert found.status is Status.REVIEW
    assert f"按校验码更正为 {SOUND}" in found.message
