"""评审汇总.xlsx: the order, the quota line, and the order that a person confirms."""

import io
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from openpyxl import load_workbook

from pipeline.experts.outcome import FILE, ReviewOutcome, confirmed_order, render, shown
from pipeline.experts.ranking import ranked
from pipeline.experts.scores import Unclear
from schemas.days.rounds import ExpertMarks
from schemas.errors import UsageError
from tests.builders.experts import judged


def outcome(quota: int, **means: int) -> ReviewOutcome:
    records = {dossier: judged(dossier, "品牌") for dossier in means}
    order = ranked({dossier: {"赵评": Decimal(mark)} for dossier, mark in means.items()}, ExpertMarks())
    asked = [Unclear("D1", "钱审", "没有填写", "表 C6")]
    return ReviewOutcome(records, {"liaocheng-2021": order}, {("D1", "赵评"): "好"}, asked, {"东昌府区": quota})


def rows(made: ReviewOutcome) -> list[dict[str, object]]:
    head, *body = load_workbook(io.BytesIO(render(made))).worksheets[0].iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in body]


def test_the_quota_of_a_district_is_drawn_where_it_is_used_up() -> None:
    found = rows(outcome(1, D1=90, D2=80))
    assert [(row["卷宗"], row["名次"], row["县区名次"], row["提示"]) for row in found] == [
        ("D1", "1", 1, None),
        ("D2", "2", 2, "超出县区名额"),
    ]
    assert [row["提示"] for row in rows(outcome(2, D1=90, D2=80))] == [None, None]


def test_a_tie_across_the_quota_line_is_a_persons_to_settle() -> None:
    assert {row["提示"] for row in rows(outcome(1, D1=80, D2=80))} == {"县区名额余 1 个，并列 2 个，由经办人确定"}
    assert {row["提示"] for row in rows(outcome(2, D1=80, D2=80))} == {None}


def test_a_mean_shows_two_places_with_halves_rounded_up() -> None:
    assert [shown(Fraction(*one)) for one in ((20, 3), (1, 8), (81, 1), (1, 200))] == ["6.67", "0.13", "81.00", "0.01"]


def confirmed(folder: Path, **order: object) -> Path:
    path = folder / FILE
    path.write_bytes(render(outcome(3, D1=90, D2=80, D3=70)))
    book = load_workbook(path)
    for row in book.worksheets[0].iter_rows(min_row=2):
        row[-1].value = order.get(str(row[1].value))
    book.save(path)
    return path


def test_the_confirmed_order_is_the_persons_not_that_of_the_marks(tmp_path: Path) -> None:
    assert confirmed_order(confirmed(tmp_path, D3=1, D1=2)) == ["D3", "D1"]


@pytest.mark.parametrize(
    ("order", "said"), [({}, "还没有填写"), ({"D1": 1, "D2": 1}, "重复"), ({"D1": "是"}, "只填 1、2、3")]
)
def test_what_is_no_order_is_refused(tmp_path: Path, order: dict[str, object], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        confirmed_order(confirmed(tmp_path, **order))
