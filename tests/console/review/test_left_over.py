"""What is left is named once: open, waiting for a second person, or with its ground changed."""

from dataclasses import replace
from types import SimpleNamespace

from console.review import left_over
from tests.builders.reports import DIFFER, FAULTS, MISSING, SHORT, screening


def left(decisions, corrections=()):
    read = SimpleNamespace(
        screening=screening(findings=FAULTS), decisions=decisions, raw={"corrections": list(corrections)}
    )
    return left_over.of(read)


def rules(named):
    return [rule for rule, _ in named]


def test_before_anything_is_decided_every_point_is_open():
    found = left({})
    assert {MISSING.rule, DIFFER.rule, SHORT.rule} <= set(rules(found.open))
    assert (found.second, found.stale, found.any) == ([], [], True)


def test_what_waits_for_a_second_person_or_lost_its_ground_is_not_named_as_open():
    found = left({SHORT.rule: {"needs_second": True}, DIFFER.rule: {"stale": True}, MISSING.rule: {}})
    assert (rules(found.second), rules(found.stale)) == ([SHORT.rule], [DIFFER.rule])
    assert not {SHORT.rule, DIFFER.rule, MISSING.rule} & set(rules(found.open))


def test_nothing_is_left_where_all_is_settled():
    one = screening(findings=FAULTS)
    read = SimpleNamespace(
        screening=replace(one, contents=replace(one.contents, files=())),
        decisions={finding.rule: {} for finding in one.findings},
        raw={"corrections": []},
    )
    assert not left_over.of(read).any


def test_a_correction_that_does_not_count_any_more_is_named_by_its_title():
    standing = {"what": "application.total_assets", "standing": "applied"}
    assert len(left({}, [standing, {**standing, "standing": "stale"}]).corrections) == 1
