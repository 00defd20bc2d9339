"""Which files does a draft leave, and what do they say of it?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.drafting.answers import FILE, answered, read_answers
from pipeline.drafting.blank_forms.forms import APPLICATION
from pipeline.drafting.blank_forms.loose_blanks import with_own
from pipeline.drafting.blank_forms.yearly import LIST as YEARLY
from pipeline.drafting.clauses.own_measures import BLANKS
from pipeline.drafting.draft import Drafted, drafted
from pipeline.drafting.page import ReviewedDraft, review_page, reviewed
from pipeline.drafting.points import Draft, DraftMark, Rule, members
from pipeline.drafting.source import source
from pipeline.drafting.write import form_yaml, rulebook_yaml
from pipeline.rulebook.articles import read_regulation
from pipeline.rulebook.check import check
from pipeline.rulebook.parse import parse
from schemas.errors import RulebookError
from schemas.tables import LISTS

PAGE = "review.html"


@dataclass(frozen=True, slots=True)
class NewRulebook:
    """What was written, how many points stand how, and what does not agree with the text yet."""

    rulebook: Path
    page: Path
    draft: Draft
    shown: ReviewedDraft
    remarks: tuple[str, ...]
    problems: tuple[str, ...]

    def count(self, mark: DraftMark) -> int:
        """The points with this mark that nobody has answered."""
        return sum(point.mark is mark and not point.answered for point in self.draft.points)

    @property
    def answered(self) -> int:
        """The points that a person answered."""
        return sum(point.answered for point in self.draft.points)


@dataclass(frozen=True, slots=True)
class DraftedFiles:
    """A draft with the answers taken up, before anything is written: what it was made from, and what is to be said."""

    whole: Drafted
    remarks: tuple[str, ...]

    @property
    def draft(self) -> Draft:
        """The draft."""
        return self.whole.draft

    def shown(self, problems: Sequence[str]) -> ReviewedDraft:
        """As a person sees it, with what does not agree with the text yet."""
        return reviewed(self.whole, self.remarks, problems)


def read_draft(
    text: Path, annexes: Sequence[Path], folder: Path, name: str = "", answers: Path | None = None
) -> DraftedFiles:
    """The draft of the regulation with the answers that lie in the folder; nothing is written.

    Raises UsageError where a file cannot be read, RulebookError where the answers are not built as they must be.
    """
    read = source(text)
    whole = drafted(name or text.stem.replace(" ", "-"), read, [source(one) for one in annexes])
    given = answers or folder / FILE
    draft, stale = answered(whole.draft, read_answers(given)) if given.is_file() else (whole.draft, ())
    remarks = (*([read.remark.strip("（）")] if read.remark else []), *draft.remarks, *stale)
    return DraftedFiles(replace(whole, draft=draft), remarks)


def write_draft(
    text: Path, annexes: Sequence[Path], folder: Path, name: str = "", answers: Path | None = None
) -> NewRulebook:
    """Draft the regulation; write text, rulebook, forms and review page into the folder. Raises as ``read_draft``."""
    made = read_draft(text, annexes, folder, name, answers)
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder, made.draft, made.whole)
    rulebook = folder / f"{made.draft.id}.yaml"
    problems = problems_of(rulebook, made.whole.text)
    page = folder / PAGE
    shown = made.shown(problems)
    page.write_bytes(review_page(shown))
    return NewRulebook(rulebook, page, made.draft, shown, made.remarks, problems)


def changed_by_hand(made: DraftedFiles, rulebook: Path) -> bool:
    """Whether the rulebook that lies there is another than the one that this draft would write."""
    return rulebook.is_file() and rulebook.read_text(encoding="utf-8") != rulebook_yaml(made.draft)


def _write(folder: Path, draft: Draft, whole: Drafted) -> None:
    (folder / f"{draft.id}.txt").write_text(whole.text, encoding="utf-8")
    (folder / f"{draft.id}.yaml").write_text(rulebook_yaml(draft), encoding="utf-8")
    for form in with_own_blanks(draft):
        (folder / f"{form['id']}.yaml").write_text(form_yaml(form), encoding="utf-8")


def with_own_blanks(draft: Draft) -> Iterator[Rule]:
    """The forms with the keys of the measures that the draft brings along, in the blanks behind their labels."""
    own = {key for _, written in draft.written(BLANKS) for key in written.rule}
    for form in draft.forms:
        lines = [str(line) for line in form["lines"]] if isinstance(form["lines"], Sequence) else []
        lines = with_own(lines, own) if form["kind"] == APPLICATION else lines
        choices = {key: {"title": title, "kind": "choice"} for key, title in _choices(draft).items()}
        tables = [_with_known_columns(one, draft) for one in members(form, "tables")]
        yield {
            **form,
            "tables": tables,
            "lines": lines,
            **({"blanks": choices} if choices and form["kind"] == APPLICATION else {}),
        }


def _with_known_columns(table: Rule, draft: Draft) -> Rule:
    """The table of years without the rows that no rule of the draft speaks of: nobody knows their measures."""
    columns = table["columns"]
    if table["table"] != YEARLY or not isinstance(columns, Mapping):
        return table
    brought = any(True for _ in draft.written("lists"))
    ours = {column.key for column in LISTS.ours[YEARLY].columns}
    return {**table, "columns": {head: key for head, key in columns.items() if brought or key in ours}}


def _choices(draft: Draft) -> dict[str, str]:
    """The measures that are ticked on the form, by their titles."""
    brought = (written.rule for _, written in draft.written("measures"))
    measures = {key: one for rule in brought for key, one in rule.items() if isinstance(one, Mapping)}
    return {key: str(one["title"]) for key, one in measures.items() if one.get("kind") == "text"}


def problems_of(rulebook: Path, text: str) -> tuple[str, ...]:
    """What `rulebook check` says of the draft."""
    try:
        parsed = parse(rulebook)
    except RulebookError as error:
        return tuple(str(error).splitlines())
    return tuple(f"第 {one.line} 行：{one.message}" for one in check(parsed, read_regulation(text)))
