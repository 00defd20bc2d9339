"""The next dossier is that of the list one came from."""

from tests.builders.console import with_rows


def test_neighbours_follow_the_lists_order(tmp_path):
    with with_rows(tmp_path, 3) as (one, batch, rows):
        from console.queries.queue import around

        zhang = one.people["zhang"]
        told = around(zhang, batch, rows[1], "")
        assert (told.before, told.after, told.number, told.count) == (rows[0], rows[2], 2, 3)
        told = around(zhang, batch, rows[1], "order=left")
        assert (told.before, told.after, told.said) == (rows[2], rows[0], "order=left")


def test_a_list_that_does_not_hold_it_any_more_gives_way_to_the_batch(tmp_path):
    with with_rows(tmp_path, 3) as (one, batch, rows):
        from console.queries.queue import around

        told = around(one.people["zhang"], batch, rows[0], "q=没有这家")
        assert (told.count, told.said) == (3, "")
