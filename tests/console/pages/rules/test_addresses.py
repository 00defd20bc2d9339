"""Whoever works here may read the regulations; only an administrator changes a rulebook."""

from console.models.people import Role
from console.pages.rules.addresses import of_rules


def test_what_changes_anything_is_an_administrators():
    posting = {one.name for one in of_rules if "POST" in one.callback.need.methods}
    administered = {one.name for one in of_rules if one.callback.need.roles == {Role.ADMINISTRATOR}}
    assert posting == administered == {"rulebook-add", "rulebook-draft", "rulebook-rehearsal"}
