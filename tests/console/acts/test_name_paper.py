"""这是…: pages named as a kind of paper, as the command names them."""

import pytest

from schemas.errors import UsageError
from tests.builders.console import at_work


def test_a_file_is_named_in_words(tmp_path):
    with at_work(tmp_path) as (one, batch, results):
        from console.acts import name_paper
        from console.acts.seat import Seat
        from console.results.read_back import screening_at
        from pipeline.decisions import file
        from pipeline.decisions.change import seen

        row = batch.dossiers.order_by("order").last()
        path = screening_at(results / row.folder).screening.contents.files[0].path

        def seat(form):
            return Seat(results, row.key, one.people["zhang"], seen(results, row.key), form)

        form = {"file": path, "kind": "none", "pages": "1"}
        told = name_paper.name_paper(seat(form))
        assert "不属于清单所列材料" in told
        assert file.load(results).namings[0][1].pages == (1, 1)
        for wrong in ({"file": ""}, {"kind": ""}, {"pages": "9-3"}):
            with pytest.raises(UsageError):
                name_paper.name_paper(seat(form | wrong))
