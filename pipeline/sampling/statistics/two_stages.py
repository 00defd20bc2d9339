"""Does a sample drawn in two stages show the claim, by the rule that was fixed before (``plan --two-stages``)?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.sampling.callsheet.readback import Answer
from pipeline.sampling.evaluate.evaluate import Conclusion, Evaluation
from pipeline.sampling.statistics.plan import TwoStages, plan, two_stages
from schemas.errors import UsageError


@dataclass(frozen=True, slots=True)
class Staged:
    """What the two stages say. ``worst`` and ``best`` count the contrary ones of each stage that was asked.

    Those who did not answer count as contrary at worst and as agreeing at best.
    """

    rule: TwoStages
    worst: tuple[int, ...]
    best: tuple[int, ...]

    @property
    def conclusion(self) -> Conclusion:
        """Supported where even the worst case passes; two stages never contradict a claim."""
        return "supported" if _passes(self.worst, self.rule.expected) else "undecided"

    @property
    def go_on(self) -> bool:
        """Whether the rule asks for the second stage: the first has one contrary answer too many, and no more."""
        return len(self.worst) == 1 and self.worst[0] == self.rule.expected + 1

    def as_json(self) -> dict[str, object]:
        """For programs."""
        return {
            "each": self.rule.each,
            "expected": self.rule.expected,
            "contrary": {"worst": list(self.worst), "best": list(self.best)},
            "conclusion": self.conclusion,
            "second_stage_needed": self.go_on,
        }

    def told(self) -> str:
        """The rule and what came of it, in Chinese."""
        each, few = self.rule.each, self.rule.expected
        rule = f"先核实 {each} 个，不符的不超过 {few} 个即可；恰为 {few + 1} 个时再核实 {each} 个，不得再有不符。"
        seen = "、".join(
            f"第{'一二'[at]}阶段不符 {low} 个" + ("" if low == high else f"（未答复的都算不符则为 {high} 个）")
            for at, (low, high) in enumerate(zip(self.best, self.worst, strict=True))
        )
        then = "符合方案，支持。" if self.conclusion == "supported" else "按方案不能证明。"
        after = "须进行第二阶段。" if self.go_on else then
        return f"两阶段方案：{rule}{seen}：{after}按该方案作结论；前面的上下限按一次抽足计算，仅供参考。"


def staged(evaluation: Evaluation, expected: int) -> Staged:
    """The stages held against their rule. UsageError where the sample is not one or two stages of that plan."""
    filled = evaluation.filled
    if evaluation.at_least is None or len(evaluation.parts) != 1 or evaluation.way != "hypergeometric":
        raise UsageError("--two-stages 只用于不分层、没有必查、不按金额抽取的样本，并要有要证明的比率（--at-least）。")
    rule = two_stages(plan(int(filled.about["population"]), evaluation.at_least, evaluation.confidence, expected))
    if rule is None:
        raise UsageError("总体太小，没有可行的两阶段方案。")
    picks = [answer for answer in filled.answers if answer.role == "picked"]
    if len(picks) not in (rule.each, 2 * rule.each):
        raise UsageError(f"核实表中随机抽取的有 {len(picks)} 个，按两阶段方案应为 {rule.each} 或 {2 * rule.each} 个。")
    # Picks stand in the order of their rank: the first stage is the smaller sample that the larger one begins with.
    stages = [picks[at : at + rule.each] for at in range(0, len(picks), rule.each)]
    best = [_contrary(stage) for stage in stages]
    silent = [sum(answer.outcome is None or not answer.outcome.answered for answer in stage) for stage in stages]
    return Staged(rule, tuple(few + more for few, more in zip(best, silent, strict=True)), tuple(best))


def _contrary(stage: Sequence[Answer]) -> int:
    outcomes = [answer.outcome for answer in stage if answer.outcome is not None]
    return sum(outcome.answered and not outcome.agrees for outcome in outcomes)


def _passes(contrary: Sequence[int], expected: int) -> bool:
    return contrary[0] <= expected or (len(contrary) > 1 and contrary[0] == expected + 1 and contrary[1] == 0)
