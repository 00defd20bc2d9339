"""Who is asked for a report, county by county: what the letters ask for."""

from datetime import date

from console.results.standing.calls import calls
from pipeline.standing.ledger.record import ReportedEvent
from pipeline.standing.overview import overview
from tests.builders.ledger import put, small


def test_each_county_with_what_it_owes_and_what_came_in_is_gone(tmp_path):
    folder = small(tmp_path / "台账")
    before = {one.county: one for one in calls(overview(folder, date(2026, 6, 15)))}
    assert [due.period for due in before["金水区"].dues] == ["2025H1", "2025"]
    put(folder, ReportedEvent("金水区", "report", {"period": "2025H1", "received": "2026-06-15"}))
    after = {one.county: one for one in calls(overview(folder, date(2026, 6, 15)))}
    assert [due.period for due in after["金水区"].dues] == ["2025"]


def test_a_report_is_asked_for_thirty_days_before_and_late_only_after_its_day(tmp_path):
    folder = small(tmp_path / "台账")

    def told(day):
        seen = overview(folder, day)
        (call,) = [one for one in calls(seen) if one.county == "金水区"]
        return [due.period for due in call.dues], call.late(seen)

    assert "2026H1" not in told(date(2026, 6, 30))[0]
    assert "2026H1" in told(date(2026, 7, 1))[0]
    # The 31st, a Friday, is still in time.
    assert [told(date(2026, 7, 31))[1], told(date(2026, 8, 1))[1]] == [2, 3]
