"""Django is set up before any module of the console is imported: its models need it.

What looks into the database is tested with SQLite and with a PostgreSQL of the tests' own, where one is installed.
"""

import pytest

from tests.builders import postgresql
from tests.builders.console import POSTGRESQL, SQLITE, prepared, use_database

prepared()
_BUILDERS = ("office", "with_rows", "at_work", "furnished", "two_rounds")
_SERVED = (
    *("test_serve", "test_killed", "test_no_network", "test_safe_copy"),
    *("every_page_in_a_browser", "ledger_in_a_browser", "settings_in_a_browser"),
    *("review_in_a_browser", "incoming_in_a_browser"),
)
"""What serves a console in processes of its own, which have SQLite: it looks at files, or at looks."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    module = metafunc.module
    looks = any(hasattr(module, name) for name in _BUILDERS) and not module.__name__.endswith(_SERVED)
    metafunc.parametrize("database", [SQLITE, POSTGRESQL] if looks else [SQLITE], indirect=True, scope="module")


@pytest.fixture(scope="module", autouse=True)
def database(request):
    """Which kind of database the module's consoles have."""
    if request.param == POSTGRESQL and postgresql.missing():
        pytest.skip(postgresql.missing())
    use_database(request.param)
    yield request.param
    use_database(SQLITE)
