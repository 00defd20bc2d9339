"""Surely one of them, surely not, or it cannot be told."""

import pytest

from schemas.regulation.bounds import Whom
from tests.builders.contents import RECOGNISED, case, contents, entry, figure
from validators.clauses.whose import is_of

DELTA = Whom("珠三角", regions=("广东省广州市", "广东省深圳市"))
INSTITUTION = Whom("事业单位", kinds=("事业单位",))
FIVE = Whom("五星", states=("platform_type", "五星"))


@pytest.mark.parametrize(
    ("places", "held"),
    [
        pytest.param(["广东省广州市天河区"], True, id="inside"),
        pytest.param(["广东省韶关市"], False, id="outside"),
        pytest.param(["广东省"], None, id="told-too-coarsely"),
        pytest.param(["广东省广州市", "广东省韶关市"], None, id="form-and-licence-differ"),
        pytest.param([], None, id="nobody-says"),
    ],
)
def test_a_region(places, held):
    sources = ("form", "licence")
    stated = [figure("registered_in", place, source) for place, source in zip(places, sources, strict=False)]
    assert is_of(case(contents(stated)), DELTA) is held


def test_a_place_that_a_recogniser_alone_read_decides_nothing():
    assert is_of(case(contents([figure("registered_in", "广东省韶关市", doubts=RECOGNISED)])), DELTA) is None


@pytest.mark.parametrize(
    ("stated", "held"), [("事业单位", True), ("事业单位法人", True), ("有限责任公司", False), (None, None)]
)
def test_a_kind_of_applicant_by_what_it_calls_itself(stated, held):
    assert is_of(case(contents(entries=[entry("organisation_type", stated)])), INSTITUTION) is held


def test_a_certificate_against_what_it_calls_itself_is_for_a_person():
    read = contents([figure("organisation_kind", "事业单位", "licence")], [entry("organisation_type", "有限责任公司")])
    assert is_of(case(read), INSTITUTION) is None


@pytest.mark.parametrize(("said", "held"), [(["五星"], True), (["四星"], False), ([], None), (["五星", "四星"], None)])
def test_what_it_states_of_itself(said, held):
    stated = [figure("platform_type", one, source) for one, source in zip(said, ("form", "round"), strict=False)]
    assert is_of(case(contents(stated)), FIVE) is held


def test_everybody_is_one_of_the_others():
    assert is_of(case(), Whom("其他", others=True)) is True
