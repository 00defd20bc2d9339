"""For the clerk: everything that was found in one dossier, on one page, with a picture of each place."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline import wording
from pipeline.evidence.pictures import PageImage, Pictures
from pipeline.letters.notice import letters
from pipeline.reports import amendments
from pipeline.reports.evidence_views import PlaceLink, Shot, gallery, links, shots
from pipeline.reports.html_pages import page
from pipeline.reports.recommendation_docx import form_to_fill
from pipeline.results import contradictions
from pipeline.results.as_json import plain
from pipeline.results.batch import ReportContext
from pipeline.results.contradictions import Contrast, Side
from pipeline.results.points import OPEN, is_cause, open_findings
from schemas.application import BLANKS, entries_of
from schemas.clerk_input import Amended
from schemas.dossier import Screening
from schemas.findings import Finding, MaterialResult
from schemas.status import Status
from schemas.tables import LISTS, rows_of


@dataclass(frozen=True, slots=True)
class ShownPlace:
    """Where something stands: in words, linked to the pictures, and how many places there are."""

    links: Sequence[PlaceLink]
    count: int


@dataclass(frozen=True, slots=True)
class ReportPoint:
    """One finding as it is shown: its statements side by side, its pictures, and what follows from it."""

    finding: Finding
    title: str
    badge: str
    place: ShownPlace
    shots: Sequence[Shot] = ()
    sides: Sequence[tuple[Side, ShownPlace]] = ()
    contrasts: Sequence[tuple[Contrast, ShownPlace, ShownPlace]] = ()
    follows: Sequence[ReportPoint] = ()


@dataclass(frozen=True, slots=True)
class Value:
    """One value as it is shown, the id by which a clerk may correct it, and the correction that is in force."""

    id: str
    text: str
    amended: Amended | None = None


@dataclass(frozen=True, slots=True)
class PointGroup:
    """The points of one kind, numbered through the whole page."""

    anchor: str
    title: str
    points: Sequence[tuple[int, ReportPoint]]


@dataclass(frozen=True, slots=True)
class ReportView:
    """One dossier and its pictures, put as the page shows them."""

    screening: Screening
    pictures: Pictures

    def place(self, evidence: Sequence[object], most: int = 6, *, quoted: bool = False) -> ShownPlace:
        """The places in words, linked; ``quoted`` with what stands there, where the number is not said beside it."""
        return ShownPlace(*links(self.pictures, evidence, most, quoted=quoted))  # type: ignore[arg-type]

    def point(self, finding: Finding, *, pictured: bool = False) -> ReportPoint:
        """One finding; ``pictured`` with its places beside it."""
        kind, _, measure = finding.rule.partition(".")
        compared = kind in ("condition", "crosscheck")
        stated = contradictions.sides(self.screening.contents, measure) if compared else []
        pairs = contradictions.contrasts(self.screening.contents, measure) if kind == "crosscheck" else []
        return ReportPoint(
            finding,
            wording.rule_title(finding.rule, self.screening),
            wording.status(finding, self.screening),
            self.place(finding.evidence, quoted=True),
            shots(self.pictures, finding.evidence) if pictured else (),
            [(side, self.place(side.evidence, 2)) for side in stated],
            [(pair, self.place(pair.one.evidence, 2), self.place(pair.other.evidence, 2)) for pair in pairs],
            [self.point(other, pictured=pictured) for other in self._following(finding)],
        )

    def points(self, wanted: Sequence[Finding], *, pictured: bool = False) -> list[ReportPoint]:
        """These findings; what only follows from another one that is open is folded under that."""
        causes = {finding.rule for finding in self.screening.findings if is_cause(finding)}
        return [
            self.point(finding, pictured=pictured)
            for finding in wanted
            if finding.caused_by not in causes or finding.status not in OPEN
        ]

    def _following(self, cause: Finding) -> list[Finding]:
        """What follows from it. Only a finding that follows from nothing itself is a cause: no circles."""
        if not is_cause(cause):
            return []
        return [other for other in self.screening.findings if other.caused_by == cause.rule and other.status in OPEN]


def render(context: ReportContext) -> bytes:
    """report.html of one dossier."""
    screening, reader = context.screening, ReportView(context.screening, context.pictures)
    return page(
        "report.html",
        screening=screening,
        contents=screening.contents,
        sentence=wording.sentence(screening),
        letters=letters(screening, context.settled),
        decisions=context.decisions,
        untold=context.untold,
        recommendation=form_to_fill(context) is not None,
        force=[finding for finding in screening.findings if finding.rule == "rulebook.in_force"],
        groups=_groups(reader),
        materials=_materials(reader),
        conditions=reader.points(_of(screening, "condition")),
        checks=reader.points(_of(screening, "crosscheck", "history")),
        forms=reader.points([finding for finding in _of(screening, "form") if finding.status is not Status.PASS]),
        others=reader.points(_others(screening)),
        form=_form(reader),
        lists=_lists(reader),
        amended=[
            (amended, reader.place([amended.place] if amended.place else [])) for amended in screening.contents.amended
        ],
        gallery=gallery(context.pictures),
        marks=_marks(context.pictures),
        images={at: source for at, source in enumerate(context.pictures.sources) if isinstance(source, PageImage)},
    )


def _of(screening: Screening, *kinds: str) -> list[Finding]:
    return [
        finding
        for finding in screening.findings
        if wording.family(finding) in kinds and finding.status is not Status.NOT_APPLICABLE
    ]


def _others(screening: Screening) -> list[Finding]:
    """Notes beside the verdict: the regulation's force, seals, the recommender's papers, what people judge."""
    about = _of(screening, "rulebook", "note", "seal", "survey", "judgement")
    return [*(finding for finding in screening.findings if finding.rule == "material.recommendation"), *about]


def _groups(reader: ReportView) -> list[PointGroup]:
    """What a person must do something about, sorted by what it is, everything with its pictures."""
    left = open_findings(reader.screening)
    short = [finding for finding in left if wording.falls_short(finding)]
    lacking = [f for f in left if f.status is Status.FAIL and wording.family(f) in ("material", "form")]
    lacking += [f for f in left if wording.to_be_mended(f)]
    differing = [f for f in left if f.status is Status.FAIL and wording.family(f) == "crosscheck"]
    sorted_out = {id(finding) for finding in (*short, *lacking, *differing)}
    rest = [finding for finding in left if id(finding) not in sorted_out]
    named = (
        ("short", "不符合条件", short),
        ("lacking", "需补正", lacking),
        ("differing", "数据不一致，请核实", differing),
        ("rest", "需人工核实", rest),
    )
    numbers = itertools.count(1)
    return [
        PointGroup(anchor, title, [(next(numbers), point) for point in reader.points(findings, pictured=True)])
        for anchor, title, findings in named
        if findings
    ]


def _materials(reader: ReportView) -> list[tuple[MaterialResult, ShownPlace, list[Amended]]]:
    contents = reader.screening.contents
    return [
        (material, reader.place(material.evidence, 4, quoted=True), amendments.namings(contents, material.evidence))
        for material in reader.screening.materials
    ]


def _form(reader: ReportView) -> list[tuple[str, Value, str, ShownPlace]]:
    known = amendments.by_what(reader.screening.contents)
    return [
        (
            BLANKS[entry.key].title,
            _value(f"application.{entry.key}", entry.value, known),
            entry.unit,
            reader.place((entry.evidence,)),
        )
        for entry in entries_of(reader.screening.contents.application).values()
    ]


def _value(what: str, value: object, known: Mapping[str, Amended]) -> Value:
    return Value(what, wording.cell(plain(value)), known.get(what))


def _lists(reader: ReportView) -> list[tuple[str, str, list[tuple[str, str]], list[tuple[list[Value], ShownPlace]]]]:
    known = amendments.by_what(reader.screening.contents)
    shown = []
    for name, spec in LISTS.items():
        frame = reader.screening.contents.tables.get(name)
        if frame is None:
            continue
        columns = [column for column in spec.columns if column.key in frame.columns]
        heads = [
            (f"{column.title}（{column.unit}）" if column.unit else column.title, column.key) for column in columns
        ]
        rows = [
            (
                [_value(f"tables.{name}.{at}.{column.key}", row.values.get(column.key), known) for column in columns],
                reader.place((row.evidence,)),
            )
            for at, row in enumerate(rows_of(frame), 1)
        ]
        shown.append((name, spec.title, heads, rows))
    return shown


def _marks(pictures: Pictures) -> dict[int, list[tuple[int, tuple[float, ...]]]]:
    """Source → the frames on it with their numbers, for the gallery; a place without a frame is its whole page."""
    frames: dict[int, list[tuple[int, tuple[float, ...]]]] = {}
    for mark in pictures.marks.values():
        source = pictures.sources[mark.source]
        if isinstance(source, PageImage):
            box = mark.box or (0.0, source.top, source.width, source.bottom)
            frames.setdefault(mark.source, []).append((mark.number, box))
    return frames
