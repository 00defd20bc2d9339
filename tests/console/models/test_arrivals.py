"""One line a name."""

import pytest
from django.db import IntegrityError, transaction

from tests.builders.console import office


def test_there_is_one_of_a_name(tmp_path):
    with office(tmp_path):
        from console.models import Arrival

        Arrival.objects.create(name="D01", lay="a")
        with pytest.raises(IntegrityError), transaction.atomic():
            Arrival.objects.create(name="D01", lay="b")
