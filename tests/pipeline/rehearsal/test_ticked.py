"""Boxes of made-up forms."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from pipeline.demo.texts import load
from pipeline.rehearsal.amounts import StatedAmounts
from pipeline.rehearsal.ticked import ticked

LINES = ("申请单位名称：{applicant_name}", "孵化器类型{own_1} □综合性 □专业性")


@pytest.mark.parametrize(("answers", "box"), [({}, "☑综合性 □专业性"), ({"own_1": "专业性"}, "□综合性 ☑专业性")])
def test_the_answer_that_a_bound_is_for_is_ticked_else_the_first(answers, box):
    base = load()
    form = replace(next(iter(base.forms.values())), lines=LINES)
    texts, ticks = ticked(replace(base, forms={"a": form}), StatedAmounts({"x": Decimal(1)}, answers=answers))
    assert ticks == {"own_1": box}
    assert texts.forms["a"].lines == (LINES[0], "孵化器类型{own_1}")
