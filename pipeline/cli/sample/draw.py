"""The command `dossier sample draw`: a sample drawn, with its frame, its log and its call sheet."""

from __future__ import annotations

from pipeline.cli.option_values import day, number, number_if_given
from pipeline.cli.options.sample import DrawOptions, Of
from pipeline.cli.said import say
from pipeline.cli.signing import signature
from pipeline.sampling.callsheet.callsheet import Task
from pipeline.sampling.record.folder import Drawn, make
from pipeline.sampling.record.prepare import Prepared, Wish, prepare, prepare_from
from pipeline.standing.frame import platforms


def run(asked: DrawOptions) -> None:
    """Draw, write the folder, and say what lies in it."""
    prepared = _prepared(asked)
    drawn = make(prepared.out, prepared.task, prepared.words, signature(asked.by, asked.at))
    _say(prepared.task, drawn)


def _prepared(asked: DrawOptions) -> Prepared:
    """A spot check draws from the platforms that hold a title (双随机): the ledger is the frame."""
    if asked.of is Of.PLATFORMS:
        return prepare_from(_wish(asked), platforms(asked.results, day("--as-of", asked.as_of)))
    return prepare(_wish(asked))


def _wish(asked: DrawOptions) -> Wish:
    return Wish(
        results=asked.results,
        of=str(asked.of),
        dossier=asked.dossier,
        size=asked.size,
        seed=asked.seed,
        reserves=asked.reserves,
        at_least=number_if_given("--at-least", asked.at_least),
        confidence=number("--confidence", asked.confidence),
        strata=asked.strata,
        minimum=asked.minimum,
        allocation=str(asked.allocation),
        spread=asked.spread,
        by_amount=asked.by_amount,
        certain=tuple(asked.certain or ()),
        risk=tuple(asked.risk or ()),
        out=asked.out,
    )


def _say(task: Task, drawn: Drawn) -> None:
    roles = [pick.role for pick in drawn.picks]
    origin = "程序产生" if task.seed_drawn else "指定"
    say(f"抽样框 {len(task.frame.units)} 个；种子 {task.design.seed}（{origin}）。")
    counts = {"certain": "必查", "picked": "随机", "reserve": "候补", "risk": "重点（非随机）"}
    say("，".join(f"{word} {roles.count(role)} 个" for role, word in counts.items() if role in roles) + "。")
    if task.design.size == len(task.frame.units):
        say("总体不大于样本数，已全部抽取。")
    for path in drawn.written:
        say(f"已写入 {path}")
    say(f"抽样记录末行校验值 {drawn.log_hash}（可随公告公布，日后据以核对记录没有被截短）")
