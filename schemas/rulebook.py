"""What a regulation asks, as data: conditions, functions, checklist, dates, every number with its article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from schemas.forms import FormSpec
from schemas.standing import Standing


@dataclass(frozen=True, slots=True)
class Relaxation:
    """A clause that lets a condition be relaxed.

    ``to`` is the relaxed bound, None where the clause names no number. It may help an applicant
    whose 单位性质 is one of ``organisation_types`` and whose address is in one of ``regions``;
    an empty tuple asks nothing. 单位性质 is of a type where it contains the word, certificate and credit code by
    their kind. A region is a place from the province down, or, where the table does not have it, the beginning of
    an address.
    """

    article: str
    asks: str
    to: Decimal | None = None
    organisation_types: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Condition:
    """One bound on one measure. Exactly one of at_least, equals, rising, material is set.

    ``at_least`` is inclusive (民法典 第一千二百五十九条), in the measure's unit. ``rising``: strictly more in
    each of the last two steps. ``material``: met where that checklist item is present, else review.
    ``when``: applies only where a figure of that measure has that value (measure, value);
    function.training.focus is "employees" or "managers".
    """

    measure: str
    article: str
    asks: str
    at_least: Decimal | None = None
    equals: str = ""
    rising: bool = False
    material: str = ""
    relaxation: Relaxation | None = None
    when: tuple[str, str] | None = None
    place: str = ""
    """With ``equals``, of a place: the same from the province down (河南省郑州市); empty where the table has none."""


@dataclass(frozen=True, slots=True)
class ServiceFunction:
    """One service function: met where every condition of any one path is met."""

    id: str
    title: str
    article: str
    paths: tuple[tuple[Condition, ...], ...]


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


@dataclass(frozen=True, slots=True)
class FormNote:
    """What a note on a form asks beyond the articles: a row of its own, never a condition."""

    table: str
    measure: str
    at_least: Decimal
    text: str
    source: str


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
    paper_titles: Mapping[str, str] = field(default_factory=dict)
    """Kind id → its title, ``kind.part`` → the part's title, in Chinese, for messages."""
    standing: Standing | None = None
    """What it says of the time after recognition; None where nobody wrote that down."""
