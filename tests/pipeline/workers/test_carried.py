"""What comes from another machine is a result of our kind, a reason, or nothing."""

import pytest

from pipeline.workers.carried import Carried, raised
from pipeline.workers.plan import Lost
from schemas.errors import RulebookError, UsageError


def unpacked(data: bytes) -> str:
    return data.decode("ascii")


CARRIED = Carried(str.encode, unpacked)


@pytest.mark.parametrize("outcome", ["result", "", Lost("处理时间超过 5 秒")])
def test_what_came_of_a_unit(outcome):
    assert CARRIED.read(CARRIED.written(outcome)) == outcome


@pytest.mark.parametrize("error", [UsageError("版本不一致。"), RulebookError("办法有误。")])
def test_what_concerns_all_units_is_raised(error):
    with pytest.raises(type(error), match=str(error)):
        CARRIED.read(raised(error))


@pytest.mark.parametrize("data", [b"", b"X", "甲".encode(), b"R\xff", None, {"R": 1}, Lost("x")])
def test_what_is_of_no_kind_of_ours_is_a_loss(data):
    found = CARRIED.read(data)
    assert isinstance(found, Lost)
    assert "同一版本" in found.reason
