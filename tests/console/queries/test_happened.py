"""The log filtered as the address says."""

import pytest

from tests.builders.console import with_rows


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, 3),
        ({"by": "张"}, 1),
        ({"event": "核"}, 2),
        ({"about": "春季"}, 2),
        ({"about": "D1"}, 1),
        ({"day": "1999"}, 0),
    ],
)
def test_filters(tmp_path, asked, found):
    with with_rows(tmp_path, 1) as (_, batch, rows):
        from console import events
        from console.queries.happened import LogFilter, happened

        events.noted(events.Actor("张三"), "核定", rows[0])
        events.noted(events.Actor("李四"), "复核", batch)
        events.noted(events.Actor("李四"), "登录")
        wanted = LogFilter.of(asked)
        assert happened(wanted).count() == found
        assert all(f"{key}=" in wanted.said() for key in asked)
