"""What waits is for those who receive."""

import pytest

from tests.builders.console import office


@pytest.mark.parametrize(("role", "sees"), [("decides", 1), ("checks", 1), ("reads", 0), ("administers", 0)])
def test_who_sees_it(tmp_path, role, sees):
    with office(tmp_path) as one:
        from console.models import Arrival
        from console.queries.arrivals import waiting

        Arrival.objects.create(name="D01", lay="a")
        Arrival.objects.create(name="D02", lay="b", state="taken")
        assert len(waiting(one.person("x", role))) == sees
