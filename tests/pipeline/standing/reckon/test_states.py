"""States on a day, worked out by hand from the articles."""

import pytest

from tests.builders.standing import event, holders_of, known, state_on


@pytest.mark.parametrize(
    ("day", "state", "until"),
    [
        pytest.param("2023-06-30", "valid", "2026-06-30", id="its-first-day"),
        pytest.param("2025-12-31", "valid", "2026-06-30", id="the-year-before-the-last"),
        pytest.param("2026-01-01", "last_year", "2026-06-30", id="the-year-in-which-it-ends"),
        pytest.param("2026-06-30", "last_year", "2026-06-30", id="its-last-day"),
        pytest.param("2026-07-01", "expired", None, id="the-day-after"),
    ],
)
def test_a_title_of_three_years(day, state, until):
    how = state_on(day, known("2023-06-30"))
    assert how.id == state
    if until:
        assert str(how.until) == until


def test_a_title_that_counts_from_a_later_day_has_not_begun():
    assert state_on("2023-06-30", known("2023-06-30", from_="2023-07-01")).id == "not_yet"


def test_a_leap_day_ends_on_the_28th():
    assert state_on("2027-02-28", known("2024-02-29")).id == "last_year"
    assert state_on("2027-03-01", known("2024-02-29")).id == "expired"


def test_the_day_that_a_person_confirmed_goes_before_the_document():
    title = known("2023-06-30", from_="2023-07-10")
    assert str(state_on("2026-07-10", title).until) == "2026-07-10"
    assert state_on("2026-07-10", title).notes == ()
    assert "推定" in state_on("2026-01-10", known("2023-06-30")).notes[0]


def test_an_end_that_the_document_states_stands():
    assert state_on("2026-06-30", known("2023-06-30", until="2026-06-29")).id == "expired"


def test_an_end_alone_is_enough():
    assert state_on("2026-06-30", event("known", rulebook="zhengzhou", until="2026-06-30")).id == "last_year"


def test_a_title_without_a_term_does_not_end():
    assert state_on("2024-12-31", known("2023-06-30", "harbin")).id == "valid"


@pytest.mark.parametrize(
    ("day", "state"),
    [("2025-06-29", "valid"), ("2025-06-30", "recheck_due"), ("2026-01-01", "recheck_due")],
)
def test_harbin_rechecks_after_two_years(day, state):
    assert state_on(day, known("2023-06-30", "harbin")).id == state


def test_a_recheck_starts_the_years_anew():
    done = event("recheck", day="2025-05-10", result="确认", rulebook="harbin")
    assert state_on("2027-05-09", known("2023-06-30", "harbin"), done).id == "valid"
    assert str(state_on("2027-05-10", known("2023-06-30", "harbin"), done).since) == "2027-05-10"


def test_a_recheck_that_asks_to_put_right_leaves_it_open():
    done = event("recheck", day="2025-07-05", result="整改", rulebook="harbin")
    right = event("recheck", day="2025-10-08", result="确认", rulebook="harbin")
    assert state_on("2025-08-01", known("2023-06-30", "harbin"), done).id == "rectifying"
    assert state_on("2025-10-08", known("2023-06-30", "harbin"), done, right).id == "valid"


@pytest.mark.parametrize(
    ("ground", "barred"),
    [pytest.param("unlawful", "2027-03-05", id="第十四条-bars"), pytest.param("twice", None, id="第十三条-does-not")],
)
def test_zhengzhou_bars_only_for_the_violation(ground, barred):
    gone = event("lost", day="2024-03-05", ground=ground, number="样工信〔2024〕9号", rulebook="zhengzhou")
    how = state_on("2026-03-15", known("2023-06-30"), gone)
    assert how.id == "lost"
    assert (str(how.until) if how.until else None) == barred


def test_the_day_before_the_loss_it_is_still_held():
    gone = event("lost", day="2024-03-05", ground="unlawful", number="1", rulebook="zhengzhou")
    assert state_on("2024-03-04", known("2023-06-30"), gone).id == "valid"


def test_a_title_given_after_a_loss_is_held():
    gone = event("lost", day="2024-03-05", ground="twice", number="1", rulebook="zhengzhou")
    assert state_on("2025-08-01", known("2023-06-30"), gone, known("2025-07-01")).id == "valid"


def publicity(rulebook="harbin", first_day="2026-02-12", **facts):
    return {
        "event": "publicity",
        "platforms": [{"name": "样例"}],
        "rulebook": rulebook,
        "first_day": first_day,
        **facts,
    }


@pytest.mark.parametrize(
    ("day", "state"),
    [("2026-02-12", "in_publicity"), ("2026-02-26", "in_publicity"), ("2026-02-27", "after_publicity")],
)
def test_publicity_lasts_five_working_days_over_the_spring_festival(day, state):
    assert state_on(day, publicity()).id == state


def test_publicity_without_a_length_in_the_text_says_so():
    how = state_on("2026-02-13", publicity("zhengzhou"))
    assert (how.id, how.until) == ("in_publicity", None)
    assert "办法没有写公示几个工作日" in how.notes[0]


def test_publicity_of_a_length_that_the_notice_gives():
    assert str(state_on("2026-03-03", publicity("zhengzhou", "2026-03-02", working_days=7)).until) == "2026-03-11"


def test_publicity_into_a_year_that_is_not_loaded_is_not_guessed():
    how = state_on("2026-12-29", publicity(first_day="2026-12-28"))
    assert how.until is None
    assert "2027 年放假安排未载入" in how.notes[0]


def test_a_renewal_in_the_last_year_is_the_title_that_counts():
    how = state_on("2026-09-01", known("2023-06-30"), known("2026-08-20"))
    assert str(how.until) == "2029-08-20"


def test_what_is_taken_back_counts_no_more():
    gone = event("lost", day="2024-03-05", ground="unlawful", number="1", rulebook="zhengzhou")
    back = {"event": "void", "of": 2, "reason": "记错单位"}
    assert state_on("2024-03-06", known("2023-06-30"), gone, back).id == "valid"


def test_events_of_later_days_are_not_yet_known():
    gone = event("lost", day="2024-03-05", ground="unlawful", number="1", rulebook="zhengzhou")
    assert len(holders_of(known("2023-06-30"), gone)[0].losses) == 1
    assert state_on("2023-12-31", known("2023-06-30"), gone).id == "valid"
