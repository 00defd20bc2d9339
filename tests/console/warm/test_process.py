"""A process that stays: it answers, raises what was raised, and is replaced where it dies or takes too long."""

import os
import time

import pytest
from django.conf import settings

from schemas.errors import UsageError
from tests.builders.console import office


def number():
    return os.getpid()


def refuses():
    raise UsageError("没有这个文件。")


def needs_django():
    from django.contrib.auth import get_user_model

    return str(get_user_model())


def dies():
    os._exit(1)


@pytest.fixture
def process(tmp_path):
    with office(tmp_path):
        from console.warm.process import WarmProcess

        settings.WARM_PROCESSES = True
        one = WarmProcess()
        try:
            yield one
        finally:
            one.end()
            settings.WARM_PROCESSES = False


def test_it_stays_the_same_and_is_not_ours(process):
    first = process.ask(number)
    assert process.ask(number) == first != os.getpid()


def test_what_is_raised_there_is_raised_here(process):
    with pytest.raises(UsageError, match="没有这个文件"):
        process.ask(refuses)


def test_a_question_that_cannot_be_understood_there_is_answered(process):
    with pytest.raises(Exception, match=r"loaded|configured"):
        process.ask(needs_django)
    assert process.ask(number) != os.getpid()


def test_one_that_died_is_replaced(process):
    from console.warm.process import NoAnswer

    with pytest.raises(NoAnswer):
        process.ask(dies)
    assert process.ask(number) != os.getpid()


def test_one_that_takes_too_long_is_replaced(process):
    from console.warm.process import NoAnswer

    with pytest.raises(NoAnswer, match="没有完成"):
        process.ask(time.sleep, 60, seconds=1)
    assert process.ask(number, seconds=60)
