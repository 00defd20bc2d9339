"""The log: filtered, checked, taken away as CSV that no spreadsheet takes for formulas."""

import csv
import io

from tests.builders.console import shown, with_rows


def test_log_and_export(tmp_path):
    with with_rows(tmp_path, 1) as (one, batch, _):
        from console import events
        from console.models import LoggedEvent

        events.noted(events.Actor("=cmd()"), "登记", batch, folder="x")
        client = one.browser("wang")
        assert "记录完整" in shown(client.get("/log", {"check": "1"}))
        rows = list(csv.reader(io.StringIO(client.get("/log/export").content.decode("utf-8-sig"))))
        assert rows[0][0] == "id"
        assert rows[1][2] == "'=cmd()"
        LoggedEvent.objects.update(by="x")
        assert "记录有问题" in shown(client.get("/log", {"check": "1"}))
