"""Is each item of the checklist there, and is all of it there? (contract §3, §4)"""

from __future__ import annotations

from collections.abc import Sequence

from schemas.findings import Finding, MaterialResult
from schemas.locator import Locator
from schemas.names import person_key
from schemas.papers import Paper
from schemas.rulebook import Demand, Material
from schemas.status import Disposition, MaterialStatus, Reason, Status
from schemas.trust import Doubt
from validators import wording
from validators.case import Case
from validators.clauses.validity import validity
from validators.papers.demands import HandedIn, ItemStanding, as_demanded

_BEST = (MaterialStatus.PRESENT, MaterialStatus.REVIEW, MaterialStatus.PARTIAL, MaterialStatus.MISSING)
_OPEN = Reason.NOT_FOUND
_LACKING = (MaterialStatus.PARTIAL, MaterialStatus.MISSING)


def material(case: Case, item: Material) -> MaterialResult:
    """How one item stands: the best of its alternatives, or what hints at it."""
    held = min(
        (_alternative(case, item, demands) for demands in item.alternatives),
        key=lambda one: _BEST.index(one.status),
    )
    if held.status is MaterialStatus.MISSING:
        held = _hinted(case, item) or held
    if held.status is MaterialStatus.PRESENT and item.count > 1:
        held = _enough(case, item, held)
    note = _nothing_of(case, item) if held == _nothing(case, item) else held.note or _for_whom(case, item)
    return MaterialResult(
        item.item, item.title, held.status, item.optional, item.article, note, held.evidence, held.reason
    )


def finding(item: Material, result: MaterialResult) -> Finding:
    """The same as a finding: present passes, missing and partial fail; an optional item never fails.

    ``item`` as it is asked of this applicant (validators.clauses.needed).
    """
    status = {
        MaterialStatus.PRESENT: Status.PASS,
        MaterialStatus.REVIEW: Status.REVIEW,
    }.get(result.status, Status.NOT_APPLICABLE if item.optional else Status.FAIL)
    disposition = Disposition.SUPPLEMENT if status is Status.FAIL else Disposition.VERIFY
    return Finding(
        f"material.{item.item}",
        status,
        item.article,
        _message(item, result),
        item.ask or item.title,
        result.note,
        result.evidence,
        Disposition.NOTE if item.optional else disposition,
        result.reason if status is Status.REVIEW else None,
    )


def papers_of(case: Case, item: Material) -> list[Paper]:
    """Every paper of a kind that the item names."""
    kinds = {demand.kind for demands in item.alternatives for demand in demands}
    return [paper for paper in case.contents.papers if paper.kind in kinds]


def _for_whom(case: Case, item: Material) -> str:
    """For which people of the list a certificate or the like was seen (contract §3)."""
    frame = case.contents.tables.get("staff")
    if frame is None or "name" not in frame:
        return ""
    subjects = {person_key(p.facts["subject"].value) for p in papers_of(case, item) if "subject" in p.facts}
    seen = [str(name) for name in frame["name"] if name and person_key(str(name)) in subjects]
    return f"见到 {wording.named(seen)} 的" if seen else ""


def _enough(case: Case, item: Material, held: ItemStanding) -> ItemStanding:
    """So many papers of the kinds together; one of several pages may hold more than one."""
    papers = [paper for paper in papers_of(case, item) if paper.shown]
    if len(papers) >= item.count:
        return held
    note = f"见到 {len(papers)} 份，须 {item.count} 份"
    if case.blind or any(_may_be_several(paper) for paper in papers):
        return ItemStanding(
            MaterialStatus.REVIEW, f"{note}；有的文件不止一页，是否含有几份需人工核实", held.evidence, _OPEN
        )
    return ItemStanding(MaterialStatus.PARTIAL, note, held.evidence)


def _may_be_several(paper: Paper) -> bool:
    """Whether it has more pages than one; of a Word file or sheet nobody knows how many papers it holds."""
    return paper.pages is None or paper.pages[1] > paper.pages[0]


def title_of(case: Case, kind: str, part: str = "") -> str:
    """The Chinese title of a kind or of a part of it, in quotation marks."""
    key = f"{kind}.{part}" if part else kind
    return wording.quoted(case.rulebook.paper_titles.get(key, part or kind))


def _alternative(case: Case, item: Material, demands: Sequence[Demand]) -> ItemStanding:
    """All demands of one alternative together: some there and some not is partial."""
    each = [_demand(case, item, demand) for demand in demands]
    statuses = {one.status for one in each}
    note = "；".join(dict.fromkeys(one.note for one in each if one.note))
    evidence = tuple(dict.fromkeys(place for one in each for place in one.evidence))
    reason = next((one.reason for one in each if one.reason), None)
    if len(statuses) == 1:
        return ItemStanding(statuses.pop(), note, evidence, reason)
    if statuses & set(_LACKING):
        return ItemStanding(MaterialStatus.PARTIAL, note, evidence)
    return ItemStanding(MaterialStatus.REVIEW, note, evidence, reason)


def _demand(case: Case, item: Material, demand: Demand) -> ItemStanding:
    papers = [paper for paper in case.contents.papers if paper.kind == demand.kind]
    sure = [paper for paper in papers if paper.shown]
    title = title_of(case, demand.kind)
    evidence = tuple(dict.fromkeys(paper.evidence for paper in papers))
    if sure:
        return _contained(case, item, demand, sure, [paper for paper in papers if paper not in sure])
    if any(Doubt.HINTED in paper.doubts for paper in papers):
        by = wording.named(dict.fromkeys(paper.by for paper in papers if paper.by))
        why = f"（{by}）" if by else ""
        return ItemStanding(MaterialStatus.REVIEW, f"疑似{title}{why}，需人工确认", evidence, Reason.WEAK_MATCH)
    if papers:
        note = f"{wording.files(evidence)}按名称应为{title}，但内容无法读取"
        return ItemStanding(MaterialStatus.REVIEW, note, evidence, Reason.UNREADABLE)
    if case.contents.unidentified:
        return _perhaps_unread(case, title)
    return ItemStanding(MaterialStatus.MISSING, f"未见{title}")


def _nothing(case: Case, item: Material) -> ItemStanding:
    """How the item stands where no paper of its first alternative is there."""
    titles = "；".join(f"未见{title_of(case, demand.kind)}" for demand in item.alternatives[0])
    return ItemStanding(MaterialStatus.MISSING, titles)


def _nothing_of(case: Case, item: Material) -> str:
    """What is not there, every alternative named: 未见“房产证”或“租赁合同”; the one paper of an item is its title."""
    several = len(item.alternatives) > 1
    if not several and len(item.alternatives[0]) == 1:
        return "未见该项材料"
    ways = (
        wording.joined(
            [_with_parts(case, demand) if several else title_of(case, demand.kind) for demand in demands], "和"
        )
        for demands in item.alternatives
    )
    return f"未见{wording.joined(list(dict.fromkeys(ways)), '或')}"


def _with_parts(case: Case, demand: Demand) -> str:
    """The title of the paper, and what must be in it where that tells it from another way."""
    titles = [title_of(case, demand.kind, part) for part in demand.parts]
    return f"{title_of(case, demand.kind)}{f'（含{wording.named(titles)}）' if titles else ''}"


def _perhaps_unread(case: Case, title: str) -> ItemStanding:
    """An unreadable file whose name says nothing may hold anything that is not found elsewhere (contract §3)."""
    places = case.contents.unidentified
    where = wording.files(places)
    note = f"未见{title}，但{where}中有无法读取的内容，可能在其中"
    return ItemStanding(MaterialStatus.REVIEW, note, places, Reason.UNREADABLE)


def _contained(case: Case, item: Material, demand: Demand, sure: list[Paper], unsure: list[Paper]) -> ItemStanding:
    """Hold the paper against what the item demands of it: its parts, its month, its seal."""
    evidence = tuple(dict.fromkeys(paper.evidence for paper in sure))
    for papers, status, note in _by_date(case, item, sure):
        if _lacking(demand, papers):
            continue
        if status is MaterialStatus.PRESENT:
            return _holding(case, item, demand, papers, evidence)
        evidence = _dated(item, papers, evidence)
        if status is MaterialStatus.PARTIAL and unsure:
            return ItemStanding(MaterialStatus.REVIEW, note, evidence, Reason.UNREADABLE)
        reason = Reason.NOT_FOUND if status is MaterialStatus.REVIEW else None
        return ItemStanding(status, note, evidence, reason)
    titles = [title_of(case, demand.kind, part) for part in _lacking(demand, sure)]
    lacking = wording.named(title for title in titles if not _part_of_another(title, titles))
    title = title_of(case, demand.kind)
    if unsure or _may_hold_more(case, sure):
        note = f"{title}中未见{lacking}，但有的页面或文件无法读取，需人工核实"
        return ItemStanding(MaterialStatus.REVIEW, note, evidence, Reason.UNREADABLE)
    return ItemStanding(MaterialStatus.PARTIAL, f"{title}中未见{lacking}", evidence)


def _dated(item: Material, papers: Sequence[Paper], evidence: tuple[Locator, ...]) -> tuple[Locator, ...]:
    """Where the papers say their month or year, before the papers themselves: that is what is wrong with them."""
    key = "made_on" if item.same_month else "year"
    return tuple(dict.fromkeys([*(one.facts[key].evidence for one in papers if key in one.facts), *evidence]))


def _by_date(case: Case, item: Material, sure: list[Paper]) -> list[tuple[list[Paper], MaterialStatus, str]]:
    """The papers to look at, the strictest choice first, and what each choice would make of the item."""
    if item.same_month:
        return _by_month(case, sure)
    if item.years > 1:
        return _by_years(case, item.years, sure)
    if not item.last_year:
        return [(sure, MaterialStatus.PRESENT, "")]
    wanted = str(case.as_of.year - 1)
    years = [(paper, paper.facts["year"].value if "year" in paper.facts else "") for paper in sure]
    said = wording.named(dict.fromkeys(year for _, year in years if year and year != wanted))
    return [
        ([paper for paper, year in years if year == wanted], MaterialStatus.PRESENT, ""),
        ([paper for paper, year in years if not year], MaterialStatus.REVIEW, f"未能读出所属年度，须为 {wanted} 年度"),
        (sure, MaterialStatus.PARTIAL, f"所属年度为 {said} 年，须为 {wanted} 年度"),
    ]


def _by_years(case: Case, count: int, sure: list[Paper]) -> list[tuple[list[Paper], MaterialStatus, str]]:
    """As above, where one is asked for each of the last years."""
    wanted = [str(case.as_of.year - back) for back in range(count, 0, -1)]
    said = {paper.facts["year"].value for paper in sure if "year" in paper.facts}
    unsaid = [paper for paper in sure if "year" not in paper.facts]
    lacking = [year for year in wanted if year not in said]
    if not lacking:
        return [(sure, MaterialStatus.PRESENT, "")]
    named = f"未见 {wording.named(lacking)} 年度的，须有 {wording.named(wanted)} 年度各一份"
    if len(unsaid) >= len(lacking):
        return [(sure, MaterialStatus.REVIEW, f"{named}；有的未能读出所属年度")]
    return [(sure, MaterialStatus.PARTIAL, named)]


def _by_month(case: Case, sure: list[Paper]) -> list[tuple[list[Paper], MaterialStatus, str]]:
    """As above, by the month in which a paper was obtained."""
    month = f"{case.as_of:%Y-%m}"
    dated = [(paper, paper.facts["made_on"].value if "made_on" in paper.facts else "") for paper in sure]
    fits = [paper for paper, made in dated if made.startswith(month)]
    open_ = [paper for paper, made in dated if made.startswith(month) or not _names_a_month(made)]
    made = wording.named(dict.fromkeys(wording.day(made) for _, made in dated if made and not made.startswith(month)))
    asked = wording.day(month)
    return [
        (fits, MaterialStatus.PRESENT, ""),
        (open_, MaterialStatus.REVIEW, f"未能读出取得日期，须为提交当月（{asked}）取得"),
        (sure, MaterialStatus.PARTIAL, f"取得日期为{made}，须为提交当月（{asked}）取得"),
    ]


def _names_a_month(made: str) -> bool:
    return len(made) >= len("2026-03")


def _lacking(demand: Demand, papers: Sequence[Paper]) -> list[str]:
    """The demanded parts that none of these papers holds; without papers, everything."""
    if not papers:
        return list(demand.parts) or [demand.kind]
    held = {part for paper in papers for part in paper.parts}
    return [part for part in demand.parts if part not in held]


def _part_of_another(title: str, titles: Sequence[str]) -> bool:
    """Whether it is a column of a table that is not there either: 凭证明细表的序号 beside 主要收支凭证明细表."""
    whole, of, _ = title.strip("“”").partition("的")
    return bool(of) and any(other != title and other.strip("“”").endswith(whole) for other in titles)


def _may_hold_more(case: Case, sure: Sequence[Paper]) -> bool:
    """Whether pages of these papers' own files could not be read, or a further sheet may lie in another file."""
    files = {paper.file for paper in sure}
    unidentified = case.contents.unidentified
    unread = any(Doubt.UNREAD_PART in paper.doubts for paper in sure) or any(
        place.file in files for place in unidentified
    )
    return unread or (len(sure) > 1 and bool(unidentified))


def _holding(
    case: Case, item: Material, demand: Demand, papers: Sequence[Paper], evidence: tuple[Locator, ...]
) -> ItemStanding:
    """A paper that must be valid, or hold for some years, is there only where its term says so."""
    status, note = (
        (MaterialStatus.PRESENT, "") if item.validity is None else validity(item.validity, papers, case.as_of)
    )
    if status is MaterialStatus.PRESENT:
        return as_demanded(HandedIn(case, item, demand, papers, evidence))
    return ItemStanding(status, note, evidence, _OPEN if status is MaterialStatus.REVIEW else None)


def _hinted(case: Case, item: Material) -> ItemStanding | None:
    """What only hints at the item makes it a matter for a person."""
    hints = [paper for paper in case.contents.papers if paper.kind in item.hinted_by]
    if not hints:
        return None
    titles = wording.named(dict.fromkeys(title_of(case, paper.kind) for paper in hints))
    note = f"未见单独的{wording.quoted(item.title)}，但有{titles}，是否足以说明需人工判断"
    return ItemStanding(
        MaterialStatus.REVIEW, note, tuple(dict.fromkeys(paper.evidence for paper in hints)), Reason.WEAK_MATCH
    )


def _message(item: Material, result: MaterialResult) -> str:
    cited = f"{wording.quoted(item.title)}（{item.article}）"
    if result.status is MaterialStatus.PRESENT:
        return f"{cited}已见。"
    if result.status is MaterialStatus.REVIEW:
        return f"{cited}需人工核实：{result.note}。"
    if item.optional:
        return f"{cited}未见；该项可不提交。"
    state = "不完整" if result.status is MaterialStatus.PARTIAL else "缺少"
    ask = f"：{item.ask}" if item.ask else ""
    return f"{cited}{state}：{result.note or '未见该项材料'}；请补充{ask}。"
