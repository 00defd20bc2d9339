"""Two lines of the log never have the same hash."""

import pytest
from django.db import IntegrityError, transaction

from tests.builders.console import with_rows


def test_a_line_is_there_once(tmp_path):
    with with_rows(tmp_path, 1):
        from console import events
        from console.models import LoggedEvent

        line = events.noted(events.by_program(), "一件")
        with pytest.raises(IntegrityError), transaction.atomic():
            LoggedEvent.objects.create(at=line.at, by="x", event="x", previous=line.previous, hash=line.hash)
