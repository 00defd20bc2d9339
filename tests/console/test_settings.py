"""What the settings promise: cookies of our own pages alone, one database that waits and loses nothing."""

import pytest

from tests.builders.console import SQLITE, office


def test_the_settings(tmp_path, database):
    if database != SQLITE:
        pytest.skip("these are the settings of SQLite")
    with office(tmp_path):
        from django.conf import settings
        from django.db import connection

        assert settings.DEBUG is False
        assert settings.SESSION_COOKIE_HTTPONLY
        assert settings.CSRF_COOKIE_HTTPONLY
        assert settings.SESSION_COOKIE_SAMESITE == "Strict"
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA journal_mode")
            assert cursor.fetchone()[0] == "wal"
            cursor.execute("PRAGMA foreign_keys")
            assert cursor.fetchone()[0] == 1
            cursor.execute("PRAGMA synchronous")
            assert cursor.fetchone()[0] == 2, "what was said to be saved outlives the power"


def test_the_tables_are_those_of_the_models(tmp_path):
    with office(tmp_path):
        from django.core.management import call_command

        call_command("makemigrations", "console", check=True, dry_run=True, verbosity=0)


def test_eight_who_write_at_once_lose_nothing(tmp_path):
    with office(tmp_path):
        import threading

        from django.db import connections, transaction

        from console.models import NumberSeries

        NumberSeries.objects.create(sign="工信补", year=2026)
        given = []

        def write():
            for _ in range(20):
                with transaction.atomic():
                    series = NumberSeries.objects.select_for_update().get(sign="工信补")
                    given.append(series.next)
                    series.next += 1
                    series.save()
            connections.close_all()

        threads = [threading.Thread(target=write) for _ in range(8)]
        for one in threads:
            one.start()
        for one in threads:
            one.join()
        assert sorted(given) == list(range(1, 161))
