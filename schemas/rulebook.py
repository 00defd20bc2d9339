"""What a regulation asks, as data: conditions, functions, checklist, dates, every number with its article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from schemas.forms import FormSpec
from schemas.regulation.conditions import Condition, Relaxation
from schemas.regulation.demands import Needed, Validity
from schemas.regulation.own_words import NO_WORDS, OwnWords
from schemas.regulation.score import Score
from schemas.regulation.standing import Standing

__all__ = [
    "Condition",
    "Demand",
    "FormNote",
    "FunctionsRule",
    "InForce",
    "Judgement",
    "Manual",
    "Material",
    "Procedure",
    "Relaxation",
    "Rulebook",
    "ServiceFunction",
]


@dataclass(frozen=True, slots=True)
class ServiceFunction:
    """One service function: met where every condition of any one path is met.

    ``manual``: what the clause asks, where only a person can hold it against the papers; then there is no path.
    """

    id: str
    title: str
    article: str
    paths: tuple[tuple[Condition, ...], ...]
    manual: str = ""


@dataclass(frozen=True, slots=True)
class FunctionsRule:
    """How many functions must be met.

    ``claimed``: each that the platform claims. Otherwise ``at_least``, or ``by_type`` (平台类型 → number).
    """

    article: str
    asks: str
    functions: tuple[ServiceFunction, ...]
    at_least: int | None = None
    claimed: bool = False
    by_type: Mapping[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Demand:
    """One kind of paper that an item asks for, and what must be seen of it."""

    kind: str
    parts: tuple[str, ...] = ()
    """The parts that must be inside it."""
    levels: tuple[str, ...] = ()
    """Levels of data/vocabulary/issuer_levels.yaml, one of which it must be seen to come from."""
    rows: tuple[str, ...] = ()
    """Columns of the list (schemas.tables), to all of which one of its rows must say yes: is_micro, contract_signed."""
    clean: bool = False
    """It must tell of no bad record: what it tells of one is for a person."""
    each: str = ""
    """The list (schemas.tables) for each of whose names one is asked: staff, partners."""
    proves: str = ""
    """The measure that it is to prove: fewer in it than the condition on that measure asks make the item partial."""


@dataclass(frozen=True, slots=True)
class AnnexPaper:
    """A paper that an annex asks for beside an item, where the article does not: for a person to weigh."""

    kind: str
    asks: str
    source: str


@dataclass(frozen=True, slots=True)
class Material:
    """One lettered checklist item.

    Met by any one of ``alternatives``; an alternative is met where each of its demands is.
    ``seal_decides``: an unsealed picture of it is partial (contract §3). ``sealed``: the regulation or form says
    （盖章） of it; reported as seal.<item>. ``same_month``: must have been made in the month of submission.
    ``hinted_by``: kinds that only hint at it, making it review (a satisfaction column for 成效评价).
    """

    item: str
    title: str
    article: str
    alternatives: tuple[tuple[Demand, ...], ...]
    optional: bool = False
    sealed: bool = False
    seal_decides: bool = False
    same_month: bool = False
    last_year: bool = False
    """Must be about the year before the submission (上年度审计报告)."""
    hinted_by: tuple[str, ...] = ()
    ask: str = ""
    """What to hand in, in our words, where the title does not say it."""
    beside: AnnexPaper | None = None
    count: int = 1
    """So many papers of the kinds together (最近三笔)."""
    years: int = 0
    """One for each of so many years before the day of reckoning (近两年度); 0 where the item names none."""
    validity: Validity | None = None
    needed: Needed | None = None
    """Only where something is the case; None: always."""


@dataclass(frozen=True, slots=True)
class FormNote:
    """What a note on a form asks beyond the articles: a row of its own, never a condition."""

    table: str
    measure: str
    at_least: Decimal
    text: str
    source: str
    column: str = ""
    """The column in which each row is asked to say so much, where the note is on the rows and not on a measure."""


@dataclass(frozen=True, slots=True)
class PaperBlank:
    """A blank on a paper on which no item and no condition rests (推荐县, 附表4 服务机构名称): told when left blank.

    ``fact`` is the key in data/vocabulary/facts.yaml under which its answer is read, ``figure`` the source of the
    figures that it states; one of the two.
    """

    id: str
    paper: str
    title: str
    source: str
    fact: str = ""
    figure: str = ""
    names_applicant: bool = False


@dataclass(frozen=True, slots=True)
class Judgement:
    """A condition that only people can judge; ``words`` find the passages that speak of it."""

    id: str
    article: str
    asks: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Manual:
    """A quantitative clause that is left to people, and why (for the proof that none is forgotten)."""

    article: str
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class InForce:
    """From when to when the regulation is in force; None where the text does not say.

    ``note``: what a person should check. ``superseded``: from this day on a successor is known to have been
    issued, so that it must be asked whether this one still holds. The rule review/pass is worked out from these
    on the as-of date.
    """

    article: str
    since: date | None
    until: date | None
    note: str = ""
    superseded: date | None = None


@dataclass(frozen=True, slots=True)
class Procedure:
    """application or review: its checklist, its application form and whether conditions count."""

    id: str
    title: str
    article: str
    form: str
    """FormSpec id of the form whose blanks are judged."""
    materials: tuple[Material, ...]
    conditions_count: bool = True
    in_order: bool = False
    """The volume must be bound in the order of the checklist (Liaocheng 第十二条)."""
    lists: tuple[str, ...] = ()
    """Lists (schemas.tables) whose columns are judged, from the form's own tables and annexes."""


@dataclass(frozen=True, slots=True)
class Rulebook:
    """One edition of one regulation."""

    id: str
    title: str
    issuer: str
    number: str
    region: str
    in_force: InForce
    procedures: Mapping[str, Procedure]
    conditions: tuple[Condition, ...]
    functions: FunctionsRule | None
    notes: tuple[FormNote, ...]
    judgements: tuple[Judgement, ...]
    manual: tuple[Manual, ...]
    forms: Mapping[str, FormSpec]
    """FormSpec id → form, those that this regulation uses."""
    titles: tuple[str, ...]
    """Titles that tell this regulation where forms do not (the regulation's own object, 示范平台名称)."""
    sha256: str
    unheld: str = ""
    """Why it cannot be relied on, in Chinese: it was not held against its regulation's text, or did not stand."""
    faults: tuple[str, ...] = ()
    """Where it does not agree with its regulation's text, each with file and line."""
    paper_blanks: tuple[PaperBlank, ...] = ()
    registration: str = ""
    """The number under which it is registered as a document of general effect, beside its 文号."""
    paper_titles: Mapping[str, str] = field(default_factory=dict)
    """Kind id → its title, ``kind.part`` → the part's title, in Chinese, for messages."""
    standing: Standing | None = None
    """What it says of the time after recognition; None where nobody wrote that down."""
    own: OwnWords = NO_WORDS
    """Measures, blanks, lists and papers that it brings along."""
    score: Score | None = None
    programme: str = ""
    """What is applied for (样例市中小企业公共服务示范平台), where its title does not say so."""
    follows: str = ""
    """Id of the edition that this one has replaced, from the day on which it is in force."""
    example: str = ""
    """Set where it was never held against the original text: every report says so."""

    def every_function(self) -> tuple[ServiceFunction, ...]:
        """The service functions; none where it asks for none."""
        return () if self.functions is None else self.functions.functions

    def every_condition(self) -> Iterator[Condition]:
        """The conditions with those inside them, those of the functions, of the points and of the ways around them."""
        for condition in self.conditions:
            yield from _with_members(condition)
        for condition in (one for function in self.every_function() for path in function.paths for one in path):
            yield from _with_members(condition)
        if self.score is not None:
            met = (one for item in self.score.items for each in item.classes for one in each.met)
            for condition in (*met, *self.score.direct):
                yield from _with_members(condition)


def _with_members(condition: Condition) -> Iterator[Condition]:
    yield condition
    for way in condition.any_of:
        for member in way:
            yield from _with_members(member)
