"""Which papers does one made-up dossier hold, and what stands on each?"""

from __future__ import annotations

from typing import Any

from pipeline.demo import form, lists
from pipeline.demo.facts import Facts
from pipeline.demo.paper import Block, Break, DemoLine, DemoPaper, DemoTable, Title
from pipeline.demo.texts import Plain, Texts


def papers(facts: Facts, texts: Texts) -> list[DemoPaper]:
    """The papers in the order of the checklist, less those the dossier goes without."""
    dossier = facts.dossier
    absent = dossier.get("without", [])
    order = [kind for kind in texts.papers["orders"][facts.rulebook] if kind not in absent]
    if dossier["lists"] == "bound":
        bound = ["form", *lists.LISTS, "report"]
        blocks = [block for kind in bound for block in (*_blocks(facts, kind, texts), Break())]
        rest = [_paper(facts, kind, texts) for kind in order if kind not in bound]
        return [DemoPaper(_form_name(facts), "docx", tuple(blocks[:-1])), *rest]
    return [_paper(facts, kind, texts) for kind in order]


def _paper(facts: Facts, kind: str, texts: Texts) -> DemoPaper:
    kind = facts.dossier.get("instead", {}).get(kind, kind)
    blocks = tuple(_blocks(facts, kind, texts))
    if kind == "form":
        return DemoPaper(_form_name(facts), facts.dossier["form"], blocks)
    if kind in lists.LISTS:
        return DemoPaper(lists.columns(facts, kind, texts)[0], facts.dossier["lists"], blocks)
    if kind == "report":
        return DemoPaper("申请报告（情况说明）", "docx", blocks)
    if kind == "survey":
        return DemoPaper("推荐表", "docx", blocks)
    text = texts.papers["papers"][kind]
    return DemoPaper(text["file"], text["as"], blocks)


def _form_name(facts: Facts) -> str:
    return "申报表" if facts.rulebook == "harbin" else "申请表"


def _blocks(facts: Facts, kind: str, texts: Texts) -> list[Block]:
    if kind == "form":
        return form.blocks(facts, texts)
    if kind in lists.LISTS:
        return lists.blocks(facts, kind, texts)
    if kind == "survey":
        return lists.survey(facts, texts)
    if kind == "report":
        return _report(facts, texts)
    return pages(facts, kind, texts)


def pages(facts: Facts, name: str, texts: Texts) -> list[Block]:
    """The pages of one paper of data/demo/papers.yaml, their blanks filled."""
    drawn: list[Block] = []
    for page in texts.papers["papers"][name]["pages"]:
        drawn += [Break()] if drawn and "title" in page else []
        drawn += _page(facts, page)
    return drawn


def _page(facts: Facts, page: Plain) -> list[Block]:
    title: list[Block] = [Title(_said(page["title"], facts))] if "title" in page else []
    lines = [DemoLine(_said(line, facts)) for line in page.get("lines", ())]
    table = page.get("table")
    if table == "titled":
        return [*title, *lines, _titled(facts)]
    rows = [tuple(_said(cell, facts) for cell in row) for row in table or ()]
    return [*title, *lines, *([DemoTable(tuple(rows))] if rows else [])]


def _titled(facts: Facts) -> DemoTable:
    """Six served enterprises that hold a title (聊城 第十二条（十三）)."""
    rows = [
        (str(number), row["name"], "“专精特新”中小企业" if number % 2 else "瞪羚企业", row["service"], f"2025.{number}")
        for number, row in enumerate(facts.tables["enterprises"][:6], start=1)
    ]
    return DemoTable((("序号", "企业名称", "称号", "服务内容", "服务时间"), *rows))


def _said(text: object, facts: Facts) -> str:
    """The text with its blanks filled; a blank may have a dot in its name."""
    filled = str(text)
    for key, value in facts.words.items():
        filled = filled.replace(f"{{{key}}}", value)
    return filled


def _report(facts: Facts, texts: Texts) -> list[Block]:
    """The application report: the sections its regulation asks for, each in this dossier's own words."""
    out: list[Block] = [Title(texts.papers["report_titles"][facts.rulebook])]
    for number, heading in enumerate(texts.papers["reports"][facts.rulebook]):
        out.append(DemoLine(f"{'一二三四五六七'[number]}、{heading}"))
        says: list[Any] = next(each["say"] for each in texts.papers["paragraphs"] if each["words"] in heading)
        sentence = _said(says[(facts.number + number) % len(says)], facts)
        out += [DemoLine(line) for line in sentence.split("\n")]
    return [*out, DemoLine(facts.fields["applicant_name"]), DemoLine("2026年3月9日")]
