"""A note says something, and not too much."""

import pytest

from schemas.errors import UsageError
from tests.builders.console import with_rows


def test_a_note_is_kept_with_its_writer(tmp_path):
    with with_rows(tmp_path, 1) as (one, _, rows):
        from console.acts import notes

        notes.noted(one.people["zhang"], rows[0], " 已电话联系 ", "material.11.3b")
        written = rows[0].notes.get()
        assert (written.text, written.by.login, written.rule) == ("已电话联系", "zhang", "material.11.3b")


@pytest.mark.parametrize(("text", "sound"), [("", False), ("  \n", False), ("好" * 2000, True), ("好" * 2001, False)])
def test_nothing_is_no_note_and_a_report_is_none(tmp_path, text, sound):
    with with_rows(tmp_path, 1) as (one, _, rows):
        from console.acts import notes

        if sound:
            notes.noted(one.people["zhang"], rows[0], text)
        else:
            with pytest.raises(UsageError):
                notes.noted(one.people["zhang"], rows[0], text)
        assert rows[0].notes.count() == int(sound)
