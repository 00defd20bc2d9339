"""The folder that is watched is there and apart from ours; who lets dossiers go by themselves is noted."""

import sys

import pytest

from schemas.errors import UsageError
from tests.builders.console import with_rows


@pytest.fixture
def place(tmp_path):
    (tmp_path / "come").mkdir()
    with with_rows(tmp_path) as (one, _, _):
        yield one, tmp_path / "come"


def choose(place, **form):
    from console.acts.admin import sources
    from console.events import Actor

    sources.chosen(Actor("王五"), place[0].people["wang"], place[0].folder, form)


def test_it_is_kept(place):
    from console import house

    choose(place, **{"from": str(place[1]), "batch": "春季批次"})
    rules = house.of(place[0].folder)
    assert (rules.watch_from, rules.watch_batch, rules.watch_by) == (str(place[1]), "春季批次", "wang")
    choose(place, **{"from": str(place[1])})
    assert house.of(place[0].folder).watch_by == ""


@pytest.mark.parametrize(
    ("form", "why"),
    [
        ({"from": "come"}, "不存在"),
        ({"from": "/no/such/folder"}, "不存在"),
        ({"batch": "春季批次"}, "须先设置"),
        ({"batch": "别的"}, "没有名为"),
    ],
)
def test_what_cannot_be_is_refused(place, form, why):
    with pytest.raises(UsageError, match=why):
        choose(place, **form)


def test_our_own_folder_is_not_watched_nor_one_around_it(place):
    for folder in (place[0].folder, place[0].folder.parent):
        with pytest.raises(UsageError, match="互相包含"):
            choose(place, **{"from": str(folder)})


def test_the_scanner_is_tried(place):
    from console import house
    from console.acts.admin import sources
    from console.events import Actor

    with pytest.raises(UsageError, match="没有设置"):
        sources.scanner_tried(Actor("王五"))
    house.write(place[0].folder, house.HouseRules(scanner=f"'{sys.executable}' -c pass"))
    assert "正常" in sources.scanner_tried(Actor("王五"))
    house.write(place[0].folder, house.HouseRules(scanner=f"'{sys.executable}' -c pass", scanner_clean=3))
    assert "都会被拒绝" in sources.scanner_tried(Actor("王五"))
    assert [one for one in place[0].folder.iterdir() if one.name.startswith("scan-")] == []
