"""A rulebook drafted from its regulation's text, in a process of its own: it opens files that somebody has uploaded."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pipeline.drafting.answers import FILE, PageAnswer, read_answers, write_answers
from pipeline.drafting.files import changed_by_hand, problems_of, read_draft, write_draft
from pipeline.drafting.page import ReviewedDraft
from schemas.errors import UsageError


@dataclass(frozen=True, slots=True)
class DraftFiles:
    """What a draft is made from: the text, its annexes, the folder that the draft goes into, and its id."""

    text: Path
    annexes: tuple[Path, ...]
    folder: Path
    name: str

    @property
    def rulebook(self) -> Path:
        """The rulebook's file."""
        return self.folder / f"{self.name}.yaml"


def begun(files: DraftFiles) -> ReviewedDraft:
    """The draft written as ``dossier rulebook new`` writes it. UsageError where a file cannot be read."""
    return write_draft(files.text, files.annexes, files.folder, files.name).shown


def as_it_stands(files: DraftFiles) -> ReviewedDraft:
    """The draft with what was answered so far, and what its file does not agree with; nothing is written."""
    made = read_draft(files.text, files.annexes, files.folder, files.name)
    problems = problems_of(files.rulebook, made.whole.text) if files.rulebook.is_file() else ()
    return made.shown(problems)


def answered(files: DraftFiles, answer: PageAnswer) -> ReviewedDraft:
    """The draft with one more answer, written anew; a later answer about the same point replaces an earlier one.

    UsageError where somebody has changed the rulebook since: that is not written over.
    """
    made = read_draft(files.text, files.annexes, files.folder, files.name)
    if changed_by_hand(made, files.rulebook):
        raise UsageError("规则文件在起草以后有改动（手工修改或程序更新），没有覆盖。要重新起草，请先将它改名或移走。")
    known = {point.id: {choice.id for choice in point.choices} for point in made.draft.points}
    if answer.chosen not in known.get(answer.point, ()):
        raise UsageError("这一处没有这种答复。请刷新页面后再选。")
    path = files.folder / FILE
    stood = read_answers(path) if path.is_file() else ()
    write_answers(path, (*(one for one in stood if one.point != answer.point), answer))
    return begun(files)
