"""From the draw to the order: sheets of this draw, one an expert, and whoever has not answered is asked."""

from pathlib import Path

import pytest

from pipeline.experts.outcome import FILE, ReviewOutcome
from pipeline.experts.review import ReviewWish, conclude, start
from pipeline.hash_chain import Signature
from pipeline.sampling.record import log
from schemas.days.rounds import NO_ROUND
from schemas.errors import UsageError
from tests.builders.experts import fill, judged, roster
from tests.builders.sampling import results

NOW = Signature("经办", "2026-05-01T09:00:00+08:00")


def begun(folder: Path, seed: str = "一") -> list[Path]:
    made = results(folder / "r", judged("D01", "品牌"), judged("D02", "品牌"))
    wish = ReviewWish(made, roster(folder / "专家.xlsx"), (), 5, seed, folder / "评审")
    start(wish, NO_ROUND, NOW)
    return sorted((folder / "评审" / "评分表").iterdir())


def concluded(folder: Path, sheets: list[Path]) -> ReviewOutcome:
    return conclude(folder / "评审", folder / "r", sheets, NO_ROUND, NOW)


def test_five_sheets_come_back_and_the_order_is_written_and_logged(tmp_path: Path) -> None:
    sheets = [fill(path, {"D01": [80 + at], "D02": [90 - at]}) for at, path in enumerate(begun(tmp_path))]
    made = concluded(tmp_path, sheets)
    assert [one.dossier for one in made.orders["liaocheng-2021"]] == ["D02", "D01"]
    assert made.unclear == []
    assert (tmp_path / "评审" / FILE).is_file()
    assert [entry["event"] for entry in log.read(tmp_path / "评审" / "log.jsonl")[0]] == ["experts", "ranked"]


def test_who_has_not_handed_in_is_asked_and_nobody_is_ranked_without_them(tmp_path: Path) -> None:
    sheets = [fill(path, {"D01": [80], "D02": [90]}) for path in begun(tmp_path)]
    made = concluded(tmp_path, sheets[1:])
    assert {one.what for one in made.unclear} == {"没有收到评分表，或表中没有这个卷宗"}
    assert [one.rank for one in made.orders["liaocheng-2021"]] == [None, None]


def test_two_sheets_of_one_expert_are_refused(tmp_path: Path) -> None:
    sheets = begun(tmp_path)
    with pytest.raises(UsageError, match="有两份"):
        concluded(tmp_path, [*sheets, sheets[0]])


def test_a_sheet_of_another_draw_is_refused(tmp_path: Path) -> None:
    begun(tmp_path / "甲")
    with pytest.raises(UsageError, match="不是这次抽取的"):
        concluded(tmp_path / "甲", begun(tmp_path / "乙", seed="二"))


def test_nothing_is_put_in_order_before_a_draw(tmp_path: Path) -> None:
    made = results(tmp_path / "r", judged("D01", "品牌"))
    with pytest.raises(UsageError, match="experts draw"):
        conclude(tmp_path / "评审", made, [], NO_ROUND, NOW)
