"""撤销: one change back, then one further, then there is none."""

import pytest

from schemas.errors import UsageError
from tests.builders.console import at_work


def test_one_change_at_a_time(tmp_path):
    with at_work(tmp_path) as (one, batch, results):
        from console.acts import decide, take_back
        from console.acts.seat import Seat
        from pipeline.decisions import file
        from pipeline.decisions.change import seen

        row = batch.dossiers.order_by("order").last()

        def seat(**form):
            return Seat(results, row.key, one.people["zhang"], seen(results, row.key), form, ("material.11.3b",))

        decide.accept(seat(reason="一"))
        decide.overrule(seat(reason="二"))
        take_back.undo(seat())
        assert [each.reason for each in file.load(results).decisions] == ["一"]
        take_back.undo(seat())
        assert not file.load(results).decisions
        with pytest.raises(UsageError):
            take_back.undo(seat())
