"""Whoever acts signs with the name that stands in the files, today."""

from datetime import date

from django.utils import timezone

from tests.builders.console import at_work


def test_the_desk_is_signed(tmp_path):
    with at_work(tmp_path) as (one, batch, results):
        from console.acts.seat import Seat

        seat = Seat(results, batch.dossiers.first().key, one.people["zhang"], "seen", {"reason": " 可 "})
        desk = seat.desk()
        assert (desk.who.name, desk.who.reason, desk.expected) == ("张三", "可", "seen")
        assert desk.who.day == timezone.localdate() <= date.max
        assert seat.said("nothing") == ""
