"""What somebody has set on the review screen is his own, bounded, and kept whatever else was set before."""

import pytest

from tests.builders.console import office


@pytest.fixture
def person(tmp_path):
    with office(tmp_path) as one:
        yield one.person("zhang", "decides")


@pytest.mark.parametrize(("width", "kept"), [("200", 200), ("640", 640), ("199", None), ("641", None), ("-1", None)])
def test_a_width_is_kept_within_its_bounds(person, width, kept):
    from console.acts.review import habits

    habits.chosen(person, {"points": width})
    assert habits.of(person).widths.get("points") == kept


def test_what_is_not_named_stays_and_what_is_unknown_is_dropped(person):
    from console.acts.review import habits

    habits.chosen(person, {"side": "400", "fold-points": "1"})
    habits.chosen(person, {"thumbs": "1", "fold-points": "0", "admin": "1"})
    now = habits.of(type(person).objects.get(pk=person.pk))
    assert (dict(now.widths), list(now.on)) == ({"side": 400}, ["thumbs"])


def test_the_last_five_reasons_are_kept_the_latest_first_each_once(person):
    from console.acts.review import habits

    for reason in ("一", "二", "三", "四", "五", "六", "四"):
        habits.reasoned(person, "waive", reason)
    assert habits.of(person).reasons == {"waive": ["四", "六", "五", "三", "二"]}


@pytest.mark.parametrize("kept", [[], "x", {"points": "wide", "reasons": [1], "thumbs": "yes"}])
def test_what_was_written_by_another_version_counts_for_nothing(person, kept):
    from console.acts.review import habits

    person.habits = kept
    now = habits.of(person)
    assert (dict(now.widths), list(now.on), dict(now.reasons)) == ({}, [], {})
