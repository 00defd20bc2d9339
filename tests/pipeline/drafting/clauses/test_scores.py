"""Points, the number to reach and the ways around it."""

from __future__ import annotations

from pipeline.drafting.draft import drafted
from pipeline.drafting.source import source
from tests.builders.drafts import INVENTED


def written(section: str) -> list[dict[str, object]]:
    """What the draft of the invented regulation with points writes there."""
    draft = drafted("weifang", source(INVENTED / "weifang.txt")).draft
    return [dict(one.rule) for _, one in draft.written(section)]


def test_the_number_to_reach_and_that_of_each_part():
    (head,) = written("score")
    assert (head["article"], head["at_least"]) == ("第三条第5项", 70)
    assert head["of_each"] == {"服务能力": 25, "服务成效": 30}


def test_an_item_goes_by_its_measure_and_what_is_none_by_a_person():
    items = {str(one["title"]): one for one in written("score.items")}
    assert items["从业人员"]["measure"] == "staff_count"
    assert items["从业人员"]["points"] == {"30人以上": 15, "20-30人": 10, "10-20人": 6, "10人以下": 0}
    assert items["服务创新情况"]["by"] == "person"


def test_the_ways_around_the_number():
    assert [one["measure"] for one in written("score.direct")] == ["superior_recognition", "service_revenue"]


def test_a_paper_of_those_who_go_around_is_asked_of_them():
    asked = {str(one["item"]): one for one in written("materials.application")}
    assert asked["5.7"]["when"] == {"way": "direct"}
    assert "when" not in asked["5.2"]
