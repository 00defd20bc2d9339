"""The office's ledger lies in the folder of the console, and is the one that the command reads."""

from datetime import date

import pytest

from pipeline.standing.overview import overview
from schemas.errors import UsageError
from tests.builders.console import office
from tests.builders.ledger import small


def test_there_is_none_until_something_is_put_down_and_then_it_is_the_command_s(tmp_path):
    from console.results.standing import book

    with office(tmp_path / "office") as one:
        assert not book.kept()
        small(one.folder / "台账")
        assert book.kept()
        assert book.on(date(2026, 6, 15)) == overview(one.folder / "台账", date(2026, 6, 15))


def test_nothing_is_told_of_a_ledger_of_which_a_byte_was_changed(tmp_path):
    from console.results.standing import book

    with office(tmp_path / "office") as one:
        log = small(one.folder / "台账") / "events.jsonl"
        log.write_bytes(log.read_bytes().replace("金水区".encode(), "惠济区".encode(), 1))
        with pytest.raises(UsageError, match="与其校验值不符"):
            book.on(date(2026, 6, 15))
