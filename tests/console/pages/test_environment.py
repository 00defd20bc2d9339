"""Days, times and sizes as people say them."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from console.pages.environment import ago, day, lasted, moment, size


@pytest.mark.parametrize(
    ("seconds", "said"), [(3, "刚才"), (30, "30 秒前"), (150, "2 分钟前"), (7300, "2 小时前"), (200_000, "2 天前")]
)
def test_how_long_ago(seconds, said):
    assert ago(timezone.now() - timedelta(seconds=seconds, milliseconds=300)) == said


def test_days():
    this = timezone.localdate()
    assert day(date(this.year, 3, 9)) == "3月9日"
    assert day(date(this.year - 1, 3, 9)) == f"{this.year - 1}年3月9日"
    assert day(None) == ago(None) == moment(None) == ""


@pytest.mark.parametrize(("of", "said"), [(0, "0 B"), (2048, "2 KB"), (3_355_443, "3.2 MB"), (5 << 30, "5.0 GB")])
def test_sizes(of, said):
    assert size(of) == said


def test_how_long_something_took():
    began = timezone.now() - timedelta(seconds=200)
    assert lasted(None, None) == ""
    assert lasted(began, began + timedelta(seconds=59)) == "59 秒"
    assert lasted(began, began + timedelta(seconds=61)) == "1 分 1 秒"
    assert lasted(began, None).startswith("3 分")
