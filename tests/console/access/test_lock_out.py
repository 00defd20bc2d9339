"""Five failures lock a name from an address, not the office; a right password counts from the beginning."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.builders.console import office


@pytest.fixture
def lock(tmp_path):
    with office(tmp_path):
        from console.access import lock_out

        yield lock_out


def fail(lock, times, login="zhang", address="10.0.0.7"):
    for _ in range(times):
        lock.failed(login, address)


def test_the_last_try_before_the_lock_is_free(lock):
    fail(lock, lock.TRIES - 1)
    assert lock.locked_until("zhang", "10.0.0.7") is None


def test_one_more_locks(lock):
    fail(lock, lock.TRIES)
    assert lock.locked_until("zhang", "10.0.0.7") > timezone.now()


def test_the_lock_grows(lock):
    fail(lock, lock.TRIES)
    first = lock.locked_until("zhang", "10.0.0.7")
    fail(lock, 1)
    assert lock.locked_until("zhang", "10.0.0.7") > first + timedelta(minutes=10)


@pytest.mark.parametrize(("login", "address"), [("li", "10.0.0.7"), ("zhang", "10.0.0.8")])
def test_nobody_else_is_locked(lock, login, address):
    fail(lock, lock.TRIES)
    assert lock.locked_until(login, address) is None


def test_a_right_password_begins_the_count_anew(lock):
    fail(lock, lock.TRIES - 1)
    lock.succeeded("zhang", "10.0.0.7")
    fail(lock, lock.TRIES - 1)
    assert lock.locked_until("zhang", "10.0.0.7") is None
