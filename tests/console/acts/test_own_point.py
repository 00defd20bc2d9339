"""另加: a point of the clerk's own, at the page that is looked at."""

import pytest

from schemas.errors import UsageError
from tests.builders.console import at_work


def test_it_stands_where_the_clerk_looked(tmp_path):
    with at_work(tmp_path) as (one, batch, results):
        from console.acts import own_point
        from console.acts.seat import Seat
        from console.results.read_back import screening_at
        from pipeline.decisions import file as decisions_file
        from pipeline.decisions.change import seen

        row = batch.dossiers.order_by("order").last()
        files = screening_at(results / row.folder).screening.contents.files
        path = next(file.path for file in files if file.path.endswith("pdf"))

        def seat(**form):
            return Seat(results, row.key, one.people["zhang"], seen(results, row.key), form)

        own_point.add(seat(text="合同已到期", article="第十一条（三）", file=path, page="1"))
        own_point.add(seat(text="另一处", page="7"))
        first, second = (own for _, own in decisions_file.load(results).own)
        assert (first.file, first.page, first.rule) == (path, 1, "own.1")
        assert (second.file, second.page, second.rule) == ("", None, "own.2")
        with pytest.raises(UsageError, match="写明"):
            own_point.add(seat(text=" "))


def test_it_stands_in_the_frame_that_was_drawn(tmp_path):
    with at_work(tmp_path) as (one, batch, results):
        from console.acts import own_point
        from console.acts.seat import Seat
        from console.results.read_back import screening_at
        from pipeline.decisions import file as decisions_file
        from pipeline.decisions.change import seen

        row = batch.dossiers.order_by("order").last()
        path = screening_at(results / row.folder).screening.contents.files[0].path

        def seat(**form):
            return Seat(results, row.key, one.people["zhang"], seen(results, row.key), {"text": "合同已到期", **form})

        own_point.add(seat(file=path, page="1", box="72.04,100,300,130"))
        assert decisions_file.load(results).own[0][1].box == (72.0, 100.0, 300.0, 130.0)
        with pytest.raises(UsageError, match="方框"):
            own_point.add(seat(file=path, page="1", box="300,100,72,130"))
        own_point.add(seat(box="72,100,300,130"))
        assert decisions_file.load(results).own[1][1].box is None
