"""What has a person answered on the review page? answers.yaml, taken up by the next draft."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from pipeline.drafting.points import Draft, Point
from schemas.strict_yaml import read_marked

FILE = "answers.yaml"


@dataclass(frozen=True, slots=True)
class PageAnswer:
    """The choice for one point, and what was written beside it."""

    point: str
    chosen: str
    told: str = ""


def read_answers(path: Path) -> tuple[PageAnswer, ...]:
    """The answers of the file. Raises RulebookError, with line and remedy, where it is not built so."""
    marked = read_marked(path).fields("answers")["answers"]
    answers = []
    for point, one in marked.pairs():
        fields = one.fields("choose", "told")
        answers.append(PageAnswer(point, fields["choose"].text(), fields["told"].text() if "told" in fields else ""))
    return tuple(answers)


def write_answers(path: Path, answers: Sequence[PageAnswer]) -> None:
    """The file that ``read_answers`` reads, as the review page saves it."""
    said = {one.point: {"choose": one.chosen} | ({"told": one.told} if one.told else {}) for one in answers}
    head = "# 核对页保存的答复：放在草案所在的目录，再运行 dossier rulebook new 时采用\n"
    text = head + yaml.safe_dump({"answers": said}, allow_unicode=True, sort_keys=False)
    path.write_text(text, encoding="utf-8")


def answered(draft: Draft, answers: Sequence[PageAnswer]) -> tuple[Draft, tuple[str, ...]]:
    """The draft with the answers taken up, and a sentence for each that fits no point or choice any more."""
    by_point = {answer.point: answer for answer in answers}
    points = tuple(_one(point, by_point.get(point.id)) for point in draft.points)
    known = {point.id: {choice.id for choice in point.choices} for point in draft.points}
    stale = tuple(
        f"答复“{one.point}”与现在的草案对不上，没有采用"
        for one in answers
        if one.chosen not in known.get(one.point, set())
    )
    return replace(draft, points=points), stale


def _one(point: Point, answer: PageAnswer | None) -> Point:
    fits = answer is not None and any(choice.id == answer.chosen for choice in point.choices)
    return point.answer(answer.chosen, answer.told) if fits and answer is not None else point
