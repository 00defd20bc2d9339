"""The kinds of letters are those of the command; one series a sign and year."""

import pytest
from django.db import IntegrityError, transaction

from tests.builders.console import with_rows


def test_kinds_and_series(tmp_path):
    with with_rows(tmp_path, 1):
        from console.models import LetterKind, NumberSeries

        assert set(LetterKind.values) == {"supplement", "ineligible", "query"}
        NumberSeries.objects.create(sign="工信补", year=2026)
        NumberSeries.objects.create(sign="工信补", year=2027)
        with pytest.raises(IntegrityError), transaction.atomic():
            NumberSeries.objects.create(sign="工信补", year=2026)
