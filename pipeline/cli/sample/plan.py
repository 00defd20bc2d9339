"""The command `dossier sample plan`: how many must be asked?"""

from __future__ import annotations

from decimal import Decimal

from pipeline.cli.json_output import print_json
from pipeline.cli.option_values import number, number_if_given
from pipeline.cli.options.sample import PlanOptions
from pipeline.cli.said import say
from pipeline.results.as_json import plain
from pipeline.sampling.callsheet.wording import common
from pipeline.sampling.statistics import plan as planning
from pipeline.sampling.statistics.plan import SamplePlan
from schemas.errors import UsageError


def run(asked: PlanOptions) -> None:
    """The plan as JSON; what it means for a small sample on standard error."""
    level = number("--confidence", asked.confidence)
    if asked.total:
        print_json(_of_money(asked, level))
        return
    if not asked.at_least or bool(asked.population) == asked.endless:
        raise UsageError(
            "请给出 --at-least，和 --population 与 --endless 中的一个；按金额抽样时给出 --total 和 --tolerable。"
        )
    if asked.expected_rate and asked.expected:
        raise UsageError("--expected（个数）与 --expected-rate（百分数）只能给出一个。")
    bound, rate = number("--at-least", asked.at_least), number_if_given("--expected-rate", asked.expected_rate)
    if asked.endless:
        print_json(_with_rate(planning.endless_plan(bound, level, asked.expected, rate).as_json(), rate))
        return
    if rate is None:
        single = planning.plan(asked.population, bound, level, asked.expected)
    else:
        single = planning.plan_at_rate(asked.population, bound, level, rate)
    print_json({**_with_rate(single.as_json(), rate), **(_stages(single) if asked.two_stages else {})})
    for remark in planning.on_the_minimum(single, common().calls, common().calls_source):
        say(remark, err=True)


def _of_money(asked: PlanOptions, level: Decimal) -> dict[str, object]:
    whole, bearable = number("--total", asked.total), number("--tolerable", asked.tolerable)
    return planning.money_plan(whole, bearable, level, number("--expected-error", asked.expected_error)).as_json()


def _with_rate(record: dict[str, object], rate: Decimal | None) -> dict[str, object]:
    return record if rate is None else {**record, "expected_rate": plain(rate)}


def _stages(single: SamplePlan) -> dict[str, object]:
    staged = planning.two_stages(single)
    if staged is None:
        say("总体太小，没有可行的两阶段方案，请一次抽足。", err=True)
        return {"stages": None}
    say(
        f"两阶段：先核实 {staged.each} 个，不符的不超过 {staged.expected} 个即可；恰为 {staged.expected + 1} 个时，"
        f"再核实 {staged.each} 个，不得再有不符；更多则不能证明。",
        err=True,
    )
    each = [{"size": staged.each, "contrary_at_most": staged.expected + stage} for stage in (0, 1)]
    return {"stages": each}
