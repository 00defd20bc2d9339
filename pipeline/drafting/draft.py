"""What does the draft of a regulation say? Text and blank forms in, points out, in the order of the text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.drafting.articles import (
    checklist_articles,
    condition_chapter,
    function_articles,
    review_article,
)
from pipeline.drafting.blank_forms.forms import APPLICATION, DraftedForm, drafted_forms
from pipeline.drafting.blank_forms.loose_blanks import known_blanks, loose_blanks
from pipeline.drafting.blank_forms.stated_on import stated_on
from pipeline.drafting.blank_forms.yearly import yearly_blanks, yearly_tables
from pipeline.drafting.clauses.absences import PAPERS
from pipeline.drafting.clauses.conditions import conditions
from pipeline.drafting.clauses.functions import functions
from pipeline.drafting.clauses.judgements import judgements
from pipeline.drafting.clauses.own_measures import BLANKS as OWN_BLANKS
from pipeline.drafting.clauses.recognition import by_recognition
from pipeline.drafting.clauses.relaxations import relaxations
from pipeline.drafting.clauses.scores import scores
from pipeline.drafting.head import UNSTATED, head
from pipeline.drafting.materials import materials, review_materials
from pipeline.drafting.notes import notes
from pipeline.drafting.points import Draft, DraftChoice, DraftMark, Point, Rule, Written, full_width, members, numbered
from pipeline.drafting.setting import DraftSetting
from pipeline.drafting.source import FormRow, SourceText
from pipeline.drafting.vocabulary import draft_words
from pipeline.rulebook.articles import Regulation, read_regulation
from pipeline.rulebook.checks.flags import ordered_by
from pipeline.rulebook.checks.named_papers import item_text
from pipeline.rulebook.quantities import unit_of_word
from schemas.application import BLANKS
from schemas.measures import Measure
from schemas.regulation.catalogue import while_speaking
from schemas.regulation.own_words import OwnWords

_ENDINGS = {
    APPLICATION: "application",
    "recommendation_form": "recommendation",
    "review_form": "review",
    "declaration": "declaration",
}
_BY_OTHERS = "survey"
_ANNEX = re.compile(r"附\s{0,9}[件表]\s*+\d*+\s*+(?:[:：][^。；;]{0,60})?")
_HEAD_TITLES = {"title": "题名", "issuer": "制定机关", "number": "文号", "region": "适用地区"}
_CUSTOMARY = (
    "applicant_name registered_on organisation_type legal_representative registered_address contact_name "
    "contact_phone registered_capital total_assets staff_count qualified_staff_count qualified_staff_share"
)


@dataclass(frozen=True, slots=True)
class Drafted:
    """The draft with the text it was made from."""

    draft: Draft
    regulation: Regulation
    text: str


def drafted(name: str, text: SourceText, annexes: Sequence[SourceText] = ()) -> Drafted:
    """The draft of the regulation in ``text``; its blank forms from its own annexes and from further files."""
    whole = "\n".join([text.text, *(f"\n附件{n}\n{one.text}" for n, one in enumerate(annexes, 1))])
    regulation = read_regulation(whole)
    forms = drafted_forms(_form_rows(text, regulation, annexes))
    for form in forms:
        form.tables += yearly_tables(form)
    sealed = frozenset(form.kind for form in forms if form.sealed)
    setting = _setting(regulation, whole, forms)
    with while_speaking(_units(setting)):
        points = numbered(_points(regulation, whole, sealed, setting))
    specs = _specs(name, forms)
    brought = (one for point in points for one in point.choice.writes if one.section == OWN_BLANKS)
    used = {str(label) for one in brought for label in one.rule.values()}
    remarks = tuple(_remarks(regulation, forms, used))
    draft = Draft(name, points, tuple(specs), dict(_procedures(regulation, specs)), remarks)
    return Drafted(draft, regulation, whole)


def _units(setting: DraftSetting) -> OwnWords:
    """The units in which the text may count what is none of ours: those of the form (30个工位), and usual ones."""
    units = dict.fromkeys([*(unit_of_word(one.unit) for one in setting.blanks if one.unit), *draft_words().units])
    return OwnWords(named=tuple(Measure(f"unit_{at}", unit, unit) for at, unit in enumerate(units)))


def _form_rows(text: SourceText, regulation: Regulation, annexes: Sequence[SourceText]) -> list[FormRow]:
    alone = (at for at, row in enumerate(text.rows) if _ANNEX.fullmatch("".join(row.cells).strip()))
    first = regulation.annexes[0][0] - 1 if regulation.annexes else next(alone, len(text.rows))
    return [*text.rows[first:], *(row for one in annexes for row in one.rows)]


def _setting(regulation: Regulation, text: str, forms: Sequence[DraftedForm]) -> DraftSetting:
    """What is known beside the clauses."""
    lists = checklist_articles(regulation)[:1]
    items = [item for one in lists for item in (regulation.items(one) or (one,))]
    asked = [item_text(regulation, item) for item in items]
    kinds = {kind for told in asked if told is not None for kind in told.kinds}
    lines = [line for form in forms if form.kind == APPLICATION for line in form.lines]
    region = str(head(regulation, text)["region"])
    yearly = [one for form in forms if form.kind == APPLICATION for one in yearly_blanks(form)]
    blanks = (*loose_blanks(lines), *known_blanks(lines), *yearly)
    papers = tuple(one for one in PAPERS if one in kinds)
    return DraftSetting(blanks, region, papers, stated_on(forms))


def _points(regulation: Regulation, text: str, sealed: frozenset[str], setting: DraftSetting) -> Iterator[Point]:
    yield from _head_points(regulation, text)
    scored = list(scores(regulation, setting))
    setting = replace(setting, spoken=[span for point in scored for span in point.spans])
    before: list[Point] = []
    for article in condition_chapter(regulation):
        before += _of_article(regulation, article, setting, [*scored, *before])
    yield from before
    yield from scored
    for article in checklist_articles(regulation)[:1]:
        yield from materials(regulation, article, sealed, scored=bool(scored))
    review = review_article(regulation)
    if review:
        yield from review_materials(regulation, review, sealed)
    yield from notes(regulation)


def _of_article(regulation: Regulation, article: str, setting: DraftSetting, before: Sequence[Point]) -> list[Point]:
    """The bounds of one article, the clauses that relax them or those before, and what is left to people."""
    served = article in function_articles(regulation)
    bounds = [*(functions(regulation, article, setting) if served else conditions(regulation, article, setting))]
    relaxed = [*relaxations(regulation, article, bounds, before, setting)]
    bounds += by_recognition(regulation, article)
    scored = [point for point in before if point.topic == "score"]
    bounds = [one for one in bounds if not _overlap(one, scored)]
    return [*bounds, *relaxed, *judgements(regulation, article, [*bounds, *relaxed, *scored])]


def _overlap(point: Point, others: Sequence[Point]) -> bool:
    """Whether one of the others speaks of the same words."""
    taken = [span for one in others for span in one.spans]
    return any(
        one.piece == span.piece and one.start < span.end and span.start < one.end
        for one in point.spans
        for span in taken
    )


def _head_points(regulation: Regulation, text: str) -> Iterator[Point]:
    """The lines of the head; each may be written otherwise by a person."""
    said = head(regulation, text)
    for key, title in _HEAD_TITLES.items():
        value = str(said[key])
        unstated = not value or value.startswith(UNSTATED)
        drafted_so = DraftChoice(
            "drafted", f"{title}：{value or '（空）'}", (Written("head", {key: value or UNSTATED}),)
        )
        other = DraftChoice("other", f"{title}另写", (Written("head", {key: ""}),), blank=title)
        yield Point(
            id=f"head·{key}",
            topic="head",
            article="",
            quoted=value,
            mark=DraftMark.CONFIRM if unstated else DraftMark.CERTAIN,
            choices=(drafted_so, other),
            chosen="drafted",
            why="正文里没有找到" if unstated else "",
        )
    force = said["in_force"]
    force = force if isinstance(force, Mapping) else {}
    written = (Written("head", {"in_force": force, "titles": said["titles"]}),)
    unknown = "from" not in force
    yield Point(
        id="head·in_force",
        topic="head",
        article=str(force.get("article", "")),
        quoted=full_width(_force_said(force)),
        mark=DraftMark.CONFIRM if unknown else DraftMark.CERTAIN,
        choices=(
            DraftChoice("drafted", f"施行：{_force_said(force)}", written),
            DraftChoice("other", "起始日期另写（写作 2026-01-01）", written, blank="起始日期"),
        ),
        chosen="drafted",
        why=str(force.get("note", "")),
    )


def _force_said(force: Rule) -> str:
    begin = f"自 {force['from']} 起" if "from" in force else "起始日期未载明"
    end = f"，至 {force['until']} 止" if "until" in force else ""
    return f"{begin}{end}" + (f"（{force['article']}）" if "article" in force else "")


def _specs(name: str, forms: Sequence[DraftedForm]) -> list[Rule]:
    """One file a form; without an application form one whose blanks are customary, which nobody is asked to fill."""
    out: list[Rule] = []
    seen: set[str] = set()
    for form in forms:
        ending = _ENDINGS.get(form.kind)
        if ending and ending not in seen:
            seen.add(ending)
            out.append(_spec(f"{name}-{ending}", form))
    if "application" not in seen:
        lines = [f"{BLANKS[key].title}：{{{key}}}" for key in _CUSTOMARY.split()]
        spec = DraftedForm(APPLICATION, "申请表", "办法没有附表", [], lines)
        out.insert(0, {**_spec(f"{name}-application", spec), "in_text": False})
    return out


def _spec(name: str, form: DraftedForm) -> Rule:
    spec: dict[str, object] = {"id": name, "kind": form.kind, "title": form.title, "source": form.source}
    return {**spec, "titles": form.titles, "lines": form.lines, "tables": form.tables}


def _procedures(regulation: Regulation, specs: Sequence[Rule]) -> Iterator[tuple[str, Rule]]:
    by_kind = {str(spec["kind"]): spec for spec in reversed(specs)}
    for article in checklist_articles(regulation)[:1]:
        rule = _procedure("认定申报", article, by_kind[APPLICATION])
        yield "application", {**rule, "in_order": True} if ordered_by(regulation, article) else rule
    review = review_article(regulation)
    if review and "review_form" in by_kind:
        yield "review", {**_procedure("复核", review, by_kind["review_form"]), "conditions_count": False}


def _procedure(title: str, article: str, form: Rule) -> Rule:
    lists = [table["table"] for table in members(form, "tables") if table["table"] != _BY_OTHERS]
    return {"title": title, "article": article, "form": form["id"], "lists": lists}


def _remarks(regulation: Regulation, forms: Sequence[DraftedForm], used: Collection[str]) -> Iterator[str]:
    """What the draft could not find at all."""
    if not condition_chapter(regulation):
        yield "没有找到写认定条件的条款：请确认给出的是办法全文，条款号写作“第X条”或“一、（一）”"
    if not checklist_articles(regulation):
        yield "没有找到申报材料清单，materials 需要自己写"
    if not any(form.kind == APPLICATION for form in forms):
        yield "没有找到空白申报表：请把附件一并给出（dossier rulebook new 办法.docx 附件.docx --out 目录）"
    for form in forms:
        unread = [one for one in form.unknown if one not in used]
        if unread:
            yield f"《{form.title}》上程序不读的空格：{'、'.join(unread)}"
