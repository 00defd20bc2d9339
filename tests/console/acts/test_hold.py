"""Whoever opens a dossier second is told who has it; after five quiet minutes nobody has."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.builders.console import with_rows


@pytest.mark.parametrize(("left", "told"), [(1, "张三"), (-1, "")])
def test_told_while_it_lasts(tmp_path, left, told):
    with with_rows(tmp_path, 2) as (one, _, rows):
        from console.acts import hold
        from console.models import Hold

        zhang, li = one.people["zhang"], one.people["li"]
        assert hold.opened(zhang, rows[0]) == ""
        assert hold.opened(zhang, rows[0]) == "", "nobody is in his own way"
        Hold.objects.update(until=timezone.now() + timedelta(seconds=left))
        assert hold.opened(li, rows[0]) == told
        assert hold.opened(li, rows[1]) == ""
