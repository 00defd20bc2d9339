"""The one-time code of the first run: the same until it is used, then another."""

from tests.builders.console import office, with_rows


def test_the_code_is_good_for_one_set_up(tmp_path):
    with office(tmp_path):
        from console.acts import start

        first = start.code()
        assert start.code() == first
        assert len(first) == 8
        start.forget_code()
        assert start.code() != first


def test_the_code_is_readable_by_its_owner_alone(tmp_path):
    with office(tmp_path):
        from console.acts import start

        start.code()
        assert (tmp_path / "setup-code.txt").stat().st_mode & 0o077 == 0


def test_the_demo_is_a_job(tmp_path):
    with with_rows(tmp_path, 1) as (one, _, _):
        from console.acts import start

        assert (start.demo(one.people["zhang"]).kind, start.demo(one.people["zhang"]).state) == ("demo", "waiting")
