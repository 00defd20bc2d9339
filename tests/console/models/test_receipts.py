"""A receipt stays with its round and its bringer, who cannot be deleted under it."""

import pytest
from django.db.models import ProtectedError

from tests.builders.console import with_rows


def test_who_brought_it_stays_known(tmp_path):
    with with_rows(tmp_path, 1) as (one, batch, _):
        current = batch.rounds.create(number=1, results="/r1")
        current.receipts.create(dossier="D1", file="a.pdf", sha256="0" * 64, by=one.people["zhang"])
        with pytest.raises(ProtectedError):
            one.people["zhang"].delete()
