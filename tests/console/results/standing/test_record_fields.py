"""The form of each kind of event asks what the command asks, and tells it as the command would."""

from dataclasses import fields as of_class
from datetime import date

import pytest

from console.results.standing.record_fields import FIELDS, facts, fields
from pipeline.cli.options.standing import RecordOptions
from pipeline.cli.standing.record import _FACTS, _SAME
from pipeline.standing.ledger.record import _MUST
from tests.builders.standing import holders_of, known


@pytest.mark.parametrize("kind", sorted(_MUST))
def test_every_kind_of_the_command_has_its_form_and_asks_all_that_it_must(kind):
    asked = {one.key for one in FIELDS[kind] if one.must}
    assert set(_MUST[kind]) <= asked


def test_every_field_is_an_option_of_the_command():
    known_ = {*_FACTS.values(), *_SAME.split()}
    assert {one.key for form in FIELDS.values() for one in form} <= known_
    assert {one.name for one in of_class(RecordOptions)} >= set(_FACTS)


def test_grounds_are_those_of_the_regulation_and_the_day_is_today():
    (holder,) = holders_of(known("2024-06-30"))
    made = {one.key: one for one in fields("lost", holder, date(2026, 3, 9))}
    assert [key for key, _ in made["ground"].options] == [one.id for one in holder.rulebook.standing.lost]
    assert (made["day"].value, made["number"].value) == ("2026-03-09", "")


def test_what_is_left_open_is_not_told_and_proven_is_yes_no_or_nothing():
    assert facts("complaint", {"day": "2026-01-05", "source": " 来信 ", "proven": "no"})["proven"] is False
    assert facts("complaint", {"proven": ""})["proven"] is None
    assert facts("complaint", {"day": "2026-01-05", "csrf": "x"}).get("csrf") is None
    assert facts("promoted", {"day": "2026-01-05"}) == {}
    assert facts("known", {"name": "甲公司", "county": "金水区"})["county"] == "金水区"
    assert "county" not in facts("report", {"county": "金水区"})
