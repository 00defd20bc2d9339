"""The command `dossier decide`: a clerk settles a finding, corrects a value, says what a paper is, or adds a point."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress

from pipeline.cli.again import judged_again
from pipeline.cli.decision_history import show_history
from pipeline.cli.option_values import day
from pipeline.cli.options.decide import DecideOptions
from pipeline.cli.said import say
from pipeline.cli.signing import signature
from pipeline.decisions import file as decisions_file
from pipeline.decisions import own as decisions_own
from pipeline.decisions import record as decisions_record
from pipeline.decisions import taking_back
from pipeline.decisions.own import NewFinding
from pipeline.decisions.record import Desk, Who
from pipeline.results import asked as asked_before
from pipeline.rulebook.find import words_of
from schemas.clerk_input import title_of
from schemas.decisions import TITLES, Choice
from schemas.errors import RulebookError, UsageError
from schemas.locator import Locator
from schemas.regulation.catalogue import while_speaking
from schemas.regulation.own_words import NO_WORDS, OwnWords


def run(asked: DecideOptions) -> None:
    """Write down what was decided, judge the dossier again, and say what came of it."""
    if asked.choice == "history":
        show_history(asked.out, asked.dossier, asked.what)
        return
    with judged_again(asked.out, asked.dossier, asked.cache, later=asked.later):
        with while_speaking(_words(asked)):
            outcome = _taken_back(asked) or _ACTS.get(asked.choice, _decide)(_desk(asked), asked)
        say(f"{asked.dossier} {outcome}，已写入 {asked.out / decisions_file.FILE}。")


def _words(asked: DecideOptions) -> OwnWords:
    """What the rulebook of these results brings along; nothing where they do not say which it was."""
    with suppress(UsageError, RulebookError):
        return words_of(asked_before.rulebook_of(asked.out, asked.dossier))
    return NO_WORDS


def _desk(asked: DecideOptions) -> Desk:
    return decisions_record.opened(asked.out, asked.dossier, Who(asked.name, day("--date", asked.day), _reason(asked)))


def _reason(asked: DecideOptions) -> str:
    """What an own finding says is its reason; a second person need give none."""
    return asked.reason or {"add": asked.text, "confirm": "复核"}.get(asked.choice, "")


def _taken_back(asked: DecideOptions) -> str:
    """What was taken back; empty where that is not what is asked."""
    by = signature(asked.name, "").by
    if asked.choice == "withdraw":
        return f"{asked.what}：撤回 {taking_back.withdraw(asked.out, asked.dossier, asked.what, by)} 项核定"
    if asked.choice == "undo":
        taking_back.undo(asked.out, asked.dossier, asked.what, by)
        return f"{asked.what}：已撤销最近一次改动"
    return ""


def _decide(desk: Desk, asked: DecideOptions) -> str:
    if asked.choice not in set(Choice):
        known = "、".join((*Choice, *_ACTS, "withdraw", "undo", "history"))
        raise UsageError(f"结论“{asked.choice}”无法识别。可用：{known}。")
    written = decisions_record.decide(desk, asked.what, Choice(asked.choice))
    second = "；豁免条件须另一人复核（confirm）" if written.needs_second else ""
    return f"{written.rule}：{TITLES[written.decision]}（{written.name}）{second}"


def _confirm(desk: Desk, asked: DecideOptions) -> str:
    written = decisions_record.confirm(desk, asked.what)
    return f"{written.rule}：{TITLES[written.decision]}（{written.name}），{written.second}复核"


def _correct(desk: Desk, asked: DecideOptions) -> str:
    if asked.value is None:
        raise UsageError("更正须用 --value 写明原件上的值；原件为空白的写 --value ''。")
    page = decisions_file.pages(asked.pages, "--pages ")
    place = Locator(asked.file, page=page[0] if page else None) if asked.file else None
    written = decisions_record.correct(desk, asked.what, asked.value, place)
    return f"{title_of(asked.what)}：更正为“{written.value}”（{written.name}）"


def _paper(desk: Desk, asked: DecideOptions) -> str:
    if not asked.kind:
        raise UsageError("请用 --kind 写明是哪种材料，如 --kind 审计报告；不属于清单所列材料的写 --kind none。")
    pages = decisions_file.pages(asked.pages, "--pages ")
    written = decisions_record.name_paper(desk, asked.what, pages, asked.kind)
    return f"{asked.what}{f' 第 {asked.pages} 页' if asked.pages else ''}：指明为 {written.kind}（{written.name}）"


def _add(desk: Desk, asked: DecideOptions) -> str:
    page = decisions_file.pages(asked.pages, "--pages ")
    box = decisions_file.box(asked.box, "--box ")
    found = NewFinding(asked.text, asked.article, asked.file, page[0] if page else None, asked.disposition, box)
    written = decisions_own.add(desk, found)
    return f"{written.rule}：另提一项“{written.text}”（{written.name}）"


_ACTS: Mapping[str, Callable[[Desk, DecideOptions], str]] = {
    "confirm": _confirm,
    "correct": _correct,
    "paper": _paper,
    "add": _add,
}
