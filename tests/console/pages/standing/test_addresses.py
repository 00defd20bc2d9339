"""The addresses of the ledger are those of the console, and all of one name."""

from django.urls import get_resolver

from console.pages.standing.addresses import of_ledger


def test_every_address_of_the_ledger_is_one_of_the_console_and_named_so():
    names = [one.name for one in of_ledger]
    assert len(set(names)) == len(names)
    assert all(str(name).startswith("standing") for name in names)
    assert set(names) <= {one.name for one in get_resolver("console.urls").url_patterns}
