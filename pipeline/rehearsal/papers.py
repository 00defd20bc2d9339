"""Which papers does a made-up dossier hold: for every item of the checklist the papers of one of its ways?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.vocabulary.papers import vocabulary
from pipeline.demo import lists
from pipeline.demo.form import filled_row, list_table
from pipeline.demo.paper import Block, DemoLine, DemoPaper, DemoTable, Title
from pipeline.demo.papers import pages
from pipeline.rehearsal.asked import asked_of
from pipeline.rehearsal.made import Made
from pipeline.rehearsal.words import rehearsal_words
from schemas.forms import FormSpec, ListForm
from schemas.measures import measure_of
from schemas.rulebook import Demand, Material, Procedure, Rulebook
from schemas.tables import LISTS

# Papers that state what a form may not ask.
_AUDITED = {
    "audit_report": frozenset({"total_assets", "revenue", "total_profit"}),
    "special_audit_report": frozenset({"service_revenue"}),
}
_YEAR = re.compile(r"20[12]\d(?=年)")
_NUMBERS = "一二三四五六七八九十"
_REPORT, _RECOMMENDED = "application_report", "recommendation_form"


def papers(rulebook: Rulebook, procedure: Procedure, made: Made, but: str = "") -> list[DemoPaper]:
    """The papers in the order of the checklist, each kind once. ``but``: the item whose papers are not there."""
    absent = {demand.kind for one in procedure.materials if one.item == but for demand in way_of(one)}
    asked = [one for one in procedure.materials if not only_some(one)]
    copies = {demand.kind: one for one in asked for demand in way_of(one)}
    wanted = {kind: parts for kind, parts in _kinds(iter(asked)).items() if kind not in absent}
    wanted |= {kind: () for kind in _besides(rulebook, procedure) if kind not in absent | wanted.keys()}
    out: list[DemoPaper] = []
    for number, (kind, parts) in enumerate(wanted.items(), 1):
        blocks = tuple(_blocks(kind, parts, rulebook, procedure, made))
        if blocks:
            name, suffix = _file_name(kind, made)
            out += _copies(DemoPaper(f"{number:02d}{name}", suffix, blocks), copies.get(kind))
    return out


def only_some(material: Material) -> bool:
    """Whether the item is asked of some applicants alone, of whom the made-up one is none: who go by another way."""
    return material.needed is not None and material.needed.way != "points"


def _copies(paper: DemoPaper, asked: Material | None) -> Iterator[DemoPaper]:
    """As many papers as the item asks, each with a number of its own, or of the years that it asks."""
    yield paper
    for number in range(2, (asked.count if asked else 1) + 1):
        blocks = (*paper.blocks, DemoLine(f"第{number}份，编号{number:03d}"))
        yield DemoPaper(f"{paper.name}{number}", paper.format, blocks)
    for back in range(1, asked.years if asked else 1):
        yield _of_earlier(paper, back)


def _of_earlier(paper: DemoPaper, back: int) -> DemoPaper:
    """The same paper of so many years before."""

    def earlier(text: str) -> str:
        return _YEAR.sub(lambda match: str(int(match[0]) - back), text)

    blocks: list[Block] = []
    for block in paper.blocks:
        if isinstance(block, Title | DemoLine):
            blocks.append(replace(block, text=earlier(block.text)))
        elif isinstance(block, DemoTable):
            rows = (tuple(earlier(one) if isinstance(one, str) else one for one in row) for row in block.rows)
            blocks.append(replace(block, rows=tuple(rows)))
        else:
            blocks.append(block)
    return DemoPaper(earlier(f"{paper.name}"), paper.format, tuple(blocks))


def _besides(rulebook: Rulebook, procedure: Procedure) -> Iterator[str]:
    """What is handed in where no item names it as well: the form, its lists, the lists that conditions count."""
    if procedure.id == "application":
        yield rulebook.forms[procedure.form].kind
    counted = (one.table for bound in asked_of(rulebook) for one in measure_of(bound.measure).rests_on)
    tables = (*procedure.lists, *(counted if procedure.conditions_count else ()))
    yield from (LISTS[name].paper for name in tables if LISTS[name].paper and name in _drawn(rulebook))
    if procedure.conditions_count:
        asked = {measure for bound in asked_of(rulebook) for measure in _stating(bound.measure)}
        yield from (_REPORT for _ in asked if any(one.startswith("function.") for one in asked))
        yield from (kind for kind, measures in _AUDITED.items() if asked & measures)


def _drawn(rulebook: Rulebook) -> frozenset[str]:
    """The lists that are handed in as papers of their own: the three of the demo, and the rulebook's."""
    return frozenset({*lists.LISTS, *(one.spec.name for one in rulebook.own.lists)})


def _stating(measure: str) -> Iterator[str]:
    """The measure, and those that it is worked out from."""
    known = measure_of(measure)
    yield measure
    yield from (known.quotient.part, known.quotient.whole) if known.quotient is not None else ()


def _kinds(materials: Iterator[Material]) -> dict[str, tuple[str, ...]]:
    """The kinds of paper with all parts that are asked of each."""
    found: dict[str, tuple[str, ...]] = {}
    for material in materials:
        for demand in way_of(material):
            found[demand.kind] = tuple(dict.fromkeys((*found.get(demand.kind, ()), *demand.parts)))
    return found


def way_of(material: Material) -> tuple[Demand, ...]:
    """The way of the item that is made: one of the preferred papers, else the first."""
    prefer = rehearsal_words().prefer
    ways = sorted(
        material.alternatives,
        key=lambda way: min((prefer.index(one.kind) for one in way if one.kind in prefer), default=len(prefer)),
    )
    return ways[0] if ways else ()


def _file_name(kind: str, made: Made) -> tuple[str, str]:
    """The name of its file and the format."""
    page = made.texts.papers["papers"].get(rehearsal_words().papers.get(kind, ""))
    if page is not None:
        return str(page["file"]), str(page["as"])
    known = vocabulary().kinds.get(kind)
    name = known.names[0] if known and known.names else known.title if known else kind
    return name, "docx"


def _blocks(kind: str, parts: Sequence[str], rulebook: Rulebook, procedure: Procedure, made: Made) -> list[Block]:
    if kind == rulebook.forms[procedure.form].kind:
        return form_blocks(rulebook.forms[procedure.form], made)
    drawn = (spec.name for spec in LISTS.values() if spec.paper == kind and spec.name in _drawn(rulebook))
    table = next(drawn, "")
    if table:
        asked = (one for item in procedure.materials for one in way_of(item) if one.kind == kind)
        return _list(table, rulebook.forms[procedure.form], made, tuple(key for one in asked for key in one.rows))
    own = _OWN.get(kind)
    if own is not None:
        return own(parts, rulebook, made)
    name = rehearsal_words().papers.get(kind, "")
    return pages(made.facts, name, made.texts) if name in made.texts.papers["papers"] else _plain(kind, parts, made)


def form_blocks(form: FormSpec, made: Made) -> list[Block]:
    """The form with every line filled in, and the tables that stand in it."""
    out: list[Block] = [Title(form.title)]
    rows = [filled_row(line, made.facts) for line in form.lines if "{" in line]
    if rows:
        out.append(DemoTable(tuple(rows), heads=0))
    for table in form.tables:
        if LISTS[table.table].in_form and table.table in made.facts.tables:
            out += [DemoLine(table.titles[0]), list_table(made.facts, table.table, form.tables)]
    return out


def _recommended(_: Sequence[str], rulebook: Rulebook, made: Made) -> list[Block]:
    """The recommender's form: its lines, a method ticked, the enterprises that were asked."""
    form = next((one for one in rulebook.forms.values() if one.kind == _RECOMMENDED), None)
    title = Title(form.title if form else "推荐表")
    lines = [DemoLine(line.format_map(made.facts.fields)) for line in (form.lines if form else ())]
    printed = next((table for table in form.tables if table.table == "survey"), None) if form else None
    columns = (printed or _usual("survey")).columns
    rows = [tuple(row[key] for key, _ in columns) for row in made.facts.tables["survey"]]
    method = DemoLine("测评方法：☑上门拜访 □电话询问 □网络互动 □书面征求 □其他")
    opinion = [DemoLine("推荐意见：同意推荐。"), DemoLine("（盖章）　2026年3月9日")]
    return [title, *lines, method, DemoTable((tuple(head for _, head in columns), *rows)), *opinion]


def _report(parts: Sequence[str], _: Rulebook, made: Made) -> list[Block]:
    """A section for every part that is asked, the numbers of the functions in each paragraph of its own."""
    known = {part.id: part.words[0] for part in vocabulary().kinds[_REPORT].parts}
    headings = [known[part] for part in parts if part in known] or list(rehearsal_words().report)
    out: list[Block] = [Title("公共服务平台认定申请报告")]
    said = made.facts.words["prose"].split("\n")
    for number, heading in enumerate(headings):
        out.append(DemoLine(f"{_NUMBERS[number]}、{heading}"))
        own = f"{made.facts.fields['applicant_name']}按公示标准收费，小微企业八折，服务过程逐项留痕。"
        out += [DemoLine(line) for line in (said if number == len(headings) - 1 else [own])]
    return [*out, DemoLine(made.facts.fields["applicant_name"]), DemoLine("2026年3月9日")]


def _list(name: str, form: FormSpec, made: Made, rows_say: Sequence[str] = ()) -> list[Block]:
    """A list as its form prints it, or with the usual columns where no form shows it.

    ``rows_say``: columns in which its rows must say yes (小微 of 小微企业名单); applicants add those the form lacks.
    """
    printed = next((table for table in form.tables if table.table == name), None) or _usual(name)
    there = {key for key, _ in printed.columns}
    added = [(one.key, one.title) for one in LISTS[name].columns if one.key in rows_say and one.key not in there]
    columns = [*printed.columns, *added]
    heads = [head for key, head in columns if key != "satisfied"]
    satisfied = [head for key, head in columns if key == "satisfied"]
    rows = made.facts.tables[name]
    keys = [key for key, _ in columns if key != "satisfied"]
    body = [(*(row[key] for key in keys), *([_satisfied(row["satisfied"])] if satisfied else [])) for row in rows]
    return [Title(printed.titles[0]), DemoTable(((*heads, *satisfied[:1]), *body))]


def _satisfied(value: str) -> str:
    return "满意" if value else "不满意"


def _usual(name: str) -> ListForm:
    """The list with the columns that it has where nobody prints others."""
    spec = LISTS[name]
    heads = ((column.key, column.title + (f"（{column.unit}）" if column.unit else "")) for column in spec.columns)
    return ListForm(name, (spec.title,), tuple(heads), "")


def _titled(_: Sequence[str], __: Rulebook, made: Made) -> list[Block]:
    """So many served enterprises that hold a title."""
    rows = [
        (str(number), row["name"], "“专精特新”中小企业" if number % 2 else "瞪羚企业", row["service"], "2025年5月")
        for number, row in enumerate(made.facts.tables["enterprises"], 1)
        if number <= made.amounts.whole("titled_enterprises_served")
    ]
    title = Title("为“专精特新”、瞪羚企业等称号的企业服务的凭据")
    return [title, DemoTable((("序号", "企业名称", "称号", "服务内容", "服务时间"), *rows))]


def _plain(kind: str, parts: Sequence[str], made: Made) -> list[Block]:
    """A paper that nobody drew: its title, the applicant, its words, its parts."""
    known = vocabulary().kinds.get(kind)
    if known is None:
        return []
    titles = {part.id: part.words[0] for part in known.parts}
    words = "，".join((*known.must, *known.any_of[:3]))
    inside = [titles[part] for part in parts if part in titles]
    lines = [made.facts.fields["applicant_name"], words, *inside, "2026年1月12日"]
    return [Title(known.title), *(DemoLine(line) for line in lines if line)]


_OWN = {_REPORT: _report, _RECOMMENDED: _recommended, "titled_enterprise_proof": _titled}
"""Papers that are made from the facts of the dossier, and not from a page of the demo."""
