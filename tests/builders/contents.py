"""Small made-up contents, figures, lists and rulebooks for tests: name only what the test is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from schemas.application import BLANKS, Entry, application_frame
from schemas.dossier import Contents, FileRecord, FormSeen
from schemas.figures import Figure, figures_frame
from schemas.forms import FormSpec, ListForm
from schemas.locator import Locator
from schemas.measures import MEASURES
from schemas.papers import Fact, Paper
from schemas.rulebook import Condition, Demand, InForce, Material, Procedure, Rulebook
from schemas.status import FileStatus
from schemas.tables import LISTS, Row, list_frame
from schemas.trust import NONE, Doubt, Doubts
from validators.case import Case, case_of

AS_OF = date(2026, 3, 15)
APPLICANT = "甲城示例服务有限公司"
FORM_FILE = "申报表.docx"
RECOGNISED = frozenset({Doubt.RECOGNISED})
FROM_PICTURE = frozenset({Doubt.FROM_PICTURE})
MAIN_PART = frozenset({Doubt.MAIN_PART})
LOWER_BOUND = frozenset({Doubt.LOWER_BOUND})
HINTED = frozenset({Doubt.HINTED})
NAMED_ONLY = frozenset({Doubt.NAMED_ONLY})
UNREAD_PART = frozenset({Doubt.UNREAD_PART})


def place(file: str = FORM_FILE, text: str | None = None, cell: str | None = None) -> Locator:
    return Locator(file, cell=cell, text=text)


def figure(measure: str, value: object, source: str = "form", **more: object) -> Figure:
    """A figure; int and str numbers become Decimal where the measure is a number."""
    numeric = MEASURES[measure].kind == "number" and not isinstance(value, bool)
    if numeric and not (isinstance(value, str) and "-" in value):
        value = Decimal(str(value))
    evidence = (place(f"{source}.pdf", str(value)),)
    return Figure(measure, source, value, MEASURES[measure].unit, str(value), evidence, **more)  # type: ignore[arg-type]


def entry(key: str, value: object, text: str | None = None, doubts: Doubts = NONE) -> Entry:
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = Decimal(str(value))
    written = text if text is not None else "" if value is None else str(value)
    return Entry(key, value, BLANKS[key].unit, written, place(cell=key).doubted(doubts))


def rows(table: str, *values: Mapping[str, object]) -> list[Row]:
    """Rows with a place for every cell."""
    return [
        Row(
            dict(row),
            place(f"{table}.xlsx", cell=f"A{number}"),
            {key: place(f"{table}.xlsx", cell=f"{key}{number}") for key in row},
        )
        for number, row in enumerate(values, 1)
    ]


def enterprise(number: int, name: str | None = None, **more: object) -> dict[str, object]:
    """A full row of the list of enterprises served."""
    row = {
        "no": number,
        "name": name or f"乙城第{number}示例{'甲乙丙丁戊己庚辛壬癸'[number % 10]}制品有限公司",
        "contact": f"联系人{number}",
        "phone": f"1990000{number:04d}",
        "service": "技术咨询",
        "satisfied": True,
    }
    return row | more


def person(name: str, **more: object) -> dict[str, object]:
    """A full row of the list of staff."""
    row = {"name": name, "age": 30, "education": "本科", "school": "示例大学", "title": None, "duty": "咨询"}
    return row | more


def year(number: int, served: int | None = None, **more: object) -> dict[str, object]:
    """A full row of the yearly table."""
    row = {
        "year": number,
        "revenue": Decimal(200),
        "service_revenue": Decimal(150),
        "total_assets": Decimal(300),
        "total_profit": Decimal(20),
        "tax_paid": Decimal(5),
        "enterprises_served": None if served is None else Decimal(served),
    }
    return row | more


def paper(kind: str, file: str | None = None, **more: object) -> Paper:
    """A paper; ``parts`` may be a list of ids, ``facts`` a mapping to plain text."""
    name = file or f"{kind}.pdf"
    at = place(name)
    parts = dict.fromkeys(more.pop("parts", ()), at)  # type: ignore[attr-defined]
    facts = {key: Fact(value, value, at) for key, value in more.pop("facts", {}).items()}  # type: ignore[attr-defined]
    return Paper(kind, name, at, parts=parts, facts=facts, **more)  # type: ignore[arg-type]


def file(path: str, status: FileStatus = FileStatus.READ, sha256: str = "", unread_pages: int = 0) -> FileRecord:
    return FileRecord(path, sha256 or f"sha-{path}", "application/pdf", 1, status, unread_pages=unread_pages)


def contents(
    figures: Sequence[Figure] = (),
    entries: Sequence[Entry] = (),
    tables: Mapping[str, Sequence[Mapping[str, object]]] | None = None,
    papers: Sequence[Paper] = (),
    **more: object,
) -> Contents:
    """What was read in one dossier: exactly what is named, and one readable file."""
    listed = {name: list_frame(name, rows(name, *given)) for name, given in (tables or {}).items()}
    base = Contents(
        id="D1",
        applicant=APPLICANT,
        files=(file(FORM_FILE),),
        papers=tuple(papers),
        form=FormSeen("form-one" if entries else "", {}, evidence=place() if entries else None),
        application=application_frame(list(entries)),
        tables=listed,
        table_places={name: place(f"{name}.xlsx") for name in listed},
        figures=figures_frame(figures),
    )
    return replace(base, **more)  # type: ignore[arg-type]


def at_least(measure: str, bound: int | str, **more: object) -> Condition:
    title = MEASURES[measure].title if measure in MEASURES else measure
    return Condition(measure, "第七条（一）", f"{title}不少于{bound}", at_least=Decimal(bound), **more)  # type: ignore[arg-type]


def material(item: str = "1.1", *kinds: str, **more: object) -> Material:
    """An item met by any one of these kinds; ``alternatives`` for anything else."""
    more.setdefault("alternatives", tuple((Demand(kind),) for kind in kinds or ("lease",)))
    return Material(item, "示例材料", "第十一条（一）", **more)  # type: ignore[arg-type]


def form_spec(*lines: str, tables: Sequence[str] = ()) -> FormSpec:
    """A form with these lines and, of these lists, every column."""
    lists = tuple(
        ListForm(name, (), tuple((column.key, column.title) for column in LISTS[name].columns), "附件1")
        for name in tables
    )
    return FormSpec("form-one", "申报表", "附件1", ("申报表",), lines, lists, "application_form")


def rulebook(
    conditions: Sequence[Condition] = (),
    materials: Sequence[Material] = (),
    form: FormSpec | None = None,
    lists: Sequence[str] = (),
    procedure: Mapping[str, object] | None = None,
    **more: object,
) -> Rulebook:
    """A rulebook that asks exactly what is named."""
    one = Procedure("application", "认定申报", "第十一条", "form-one", tuple(materials), lists=tuple(lists))
    base = Rulebook(
        id="示例",
        title="示例办法",
        issuer="示例局",
        number="示例〔2020〕1号",
        region="甲城",
        in_force=InForce("第二十条", date(2020, 1, 1), date(2030, 1, 1)),
        procedures={"application": replace(one, **(procedure or {}))},  # type: ignore[arg-type]
        conditions=tuple(conditions),
        functions=None,
        notes=(),
        judgements=(),
        manual=(),
        forms={"form-one": form} if form else {},
        titles=(),
        sha256="0",
    )
    return replace(base, **more)  # type: ignore[arg-type]


def case(read: Contents | None = None, rules: Rulebook | None = None, as_of: date = AS_OF) -> Case:
    return case_of(read or contents(), rules or rulebook(), "application", as_of)
