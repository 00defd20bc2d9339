"""Who did something, and when."""

import getpass

import pytest

from pipeline.cli.signing import signature
from schemas.errors import UsageError

AT = "2026-03-15T09:30:00+08:00"


def test_the_name_and_the_time_given_count():
    signed = signature("经办人示例", AT)
    assert (signed.by, signed.at) == ("经办人示例", AT)


def test_without_a_name_the_user_of_the_system_signs(monkeypatch):
    monkeypatch.setattr(getpass, "getuser", lambda: "clerk")
    assert signature("", AT).by == "clerk"


def test_where_the_system_knows_no_user_nobody_signs(monkeypatch):
    def nobody():
        raise KeyError("uid")

    monkeypatch.setattr(getpass, "getuser", nobody)
    assert signature("", AT).by == ""


def test_without_a_time_it_is_now_with_its_zone():
    assert len(signature("甲", "").at) == len(AT)


def test_what_is_no_time_is_refused():
    with pytest.raises(UsageError, match="--at"):
        signature("甲", "上午")
