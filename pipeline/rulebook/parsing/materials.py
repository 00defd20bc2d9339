"""Which papers does a procedure of the file ask for, in which ways, and when?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.rulebook.articles import cited_item
from pipeline.rulebook.parsing.conditions import Lines
from pipeline.rulebook.parsing.places import Places
from schemas.regulation.demands import Needed, Validity
from schemas.rulebook import AnnexPaper, Demand, Material, Procedure
from schemas.strict_yaml import Marked

_ITEM = re.compile(r"(?<!\d)\d++(?:\.\d+)?[a-z]?")
_FLAGS = "optional sealed seal_decides same_month last_year"
_SEEN = "parts levels rows clean each proves"
"""What may be written beside a paper: what must be seen of it."""
_MORE = f"article paper all_of any_of hinted_by ask beside count years valid_on valid_for when {_SEEN}"
_DAY = "reckoning"


@dataclass(frozen=True, slots=True)
class ProcedureReader:
    """Reads the procedures of one file, noting the line of each and of their items."""

    lines: Lines
    places: Places

    def procedures(self, marked: Marked) -> dict[str, Procedure]:
        """Every procedure by its id; the checklist's items are unique within one."""
        if not marked.pairs():
            marked.amiss("至少要写一个程序（application 认定申报）", None)
        return {name: self._procedure(name, one) for name, one in marked.pairs()}

    def _procedure(self, name: str, marked: Marked) -> Procedure:
        if name not in ("application", "review"):
            marked.amiss("程序只能是 application（认定申报）或 review（复核）", None)
        fields = marked.fields("title article form materials", "lists conditions_count in_order")
        article = fields["article"].text()
        materials = tuple(self._material(one, article) for one in fields["materials"].list())
        seen: set[str] = set()
        for material, one in zip(materials, fields["materials"].list(), strict=True):
            if material.item in seen:
                one.amiss(
                    f"材料 {material.item} 写了两次。一项下有几份材料的，加上字母：{material.item}a、{material.item}b",
                    None,
                )
            seen.add(material.item)
        procedure = Procedure(
            id=name,
            title=fields["title"].text(),
            article=article,
            form=fields["form"].text(),
            materials=materials,
            conditions_count=fields["conditions_count"].truth() if "conditions_count" in fields else True,
            in_order=fields["in_order"].truth() if "in_order" in fields else False,
            lists=fields["lists"].texts() if "lists" in fields else (),
        )
        self.lines[procedure] = marked.line
        return procedure

    def _material(self, marked: Marked, of_procedure: str) -> Material:
        fields = marked.fields("item title", f"{_MORE} {_FLAGS}")
        item = fields["item"].text()
        cited = cited_item(of_procedure, item) if _ITEM.fullmatch(item) else ""
        if not cited and "article" not in fields:
            item = fields["item"].amiss(
                "材料的编号写作“11.3”（第十一条（三）；办法按“一、（一）”编号的，2.3 是二（三））；"
                "办法不这样编号的，另写 article。同一项有几份材料时加字母：11.3a、11.3b",
                "0.0",
            )
        said = {flag: fields[flag].truth() for flag in _FLAGS.split() if flag in fields}
        material = Material(
            item=item,
            title=fields["title"].text(),
            article=fields["article"].text() if "article" in fields else cited,
            alternatives=_alternatives(marked, fields),
            hinted_by=fields["hinted_by"].texts() if "hinted_by" in fields else (),
            ask=fields["ask"].text() if "ask" in fields else "",
            beside=_beside(fields["beside"]) if "beside" in fields else None,
            count=_more_than(fields.get("count"), 1, "count 是要交的份数，写 2 以上的整数"),
            years=_more_than(fields.get("years"), 0, "years 是要几个年度的，写 1 以上的整数"),
            validity=_validity(fields),
            needed=self._needed(fields["when"]) if "when" in fields else None,
            **said,
        )
        self.lines[material] = marked.line
        return material

    def _needed(self, marked: Marked) -> Needed:
        """``when:`` whose, a blank filled or empty, a condition met or not, or the way that the applicant goes."""
        fields = marked.fields("", "for filled empty met unmet way")
        if len(fields) != 1:
            return marked.amiss(
                "when 里只写一个：for（哪些申报单位）、filled 或 empty（表上某栏填了或没填）、"
                "met 或 unmet（某项条件达到或未达到）、"
                "way（direct 直通、points 评分）",
                Needed(""),
            )
        key, value = next(iter(fields.items()))
        if key == "for":
            whom = self.places.whom(value)
            return Needed(whom.words, whom=whom)
        if key in ("filled", "empty"):
            return Needed(key, blank=value.text(), filled=key == "filled")
        if key in ("met", "unmet"):
            return Needed(key, condition=value.text(), met=key == "met")
        if value.text() not in ("direct", "points"):
            value.amiss("way 写 direct（走直通条件的）或 points（按评分的）", None)
        return Needed(key, way=value.text())


def _more_than(marked: Marked | None, least: int, message: str) -> int:
    if marked is None:
        return least
    number = marked.whole()
    return number if number > least else marked.amiss(message, least)


def _validity(fields: Mapping[str, Marked]) -> Validity | None:
    if "valid_on" not in fields and "valid_for" not in fields:
        return None
    if "valid_on" in fields and fields["valid_on"].text() != _DAY:
        fields["valid_on"].amiss("valid_on 只能写 reckoning（核算日当天须在有效期内）", None)
    years = _more_than(fields.get("valid_for"), 0, "valid_for 是年数，写 1 以上的整数")
    return Validity("valid_on" in fields, years)


def _alternatives(marked: Marked, fields: Mapping[str, Marked]) -> tuple[tuple[Demand, ...], ...]:
    if sum(key in fields for key in ("paper", "all_of", "any_of")) != 1:
        return marked.amiss("须写且只写一个：paper（一份材料）、all_of（都要有）或 any_of（有一份即可）", ())
    if "paper" in fields:
        return ((_seen(fields),),)
    for key in _SEEN.split():
        if key in fields:
            fields[key].amiss(f"{key} 要和 paper 写在一起：{{paper: special_audit_report, {key}: …}}", None)
    if "all_of" in fields:
        return (tuple(_demand(one) for one in fields["all_of"].list()),)
    return tuple(_way(way) for way in fields["any_of"].list())


def _way(marked: Marked) -> tuple[Demand, ...]:
    """One alternative: a paper, or several together."""
    return tuple(_demand(one) for one in marked.list()) if marked.kind == "sequence" else (_demand(marked),)


def _demand(marked: Marked) -> Demand:
    return _seen(marked.fields("paper", _SEEN)) if marked.kind == "mapping" else Demand(marked.text())


def _seen(fields: Mapping[str, Marked]) -> Demand:
    """The paper with what must be seen of it."""
    parts, levels, rows = (fields[key].texts() if key in fields else () for key in ("parts", "levels", "rows"))
    each, proves = (fields[key].text() if key in fields else "" for key in ("each", "proves"))
    clean = fields["clean"].truth() if "clean" in fields else False
    return Demand(fields["paper"].text(), parts, levels, rows, clean, each, proves)


def _beside(marked: Marked) -> AnnexPaper:
    fields = marked.fields("paper asks source")
    return AnnexPaper(fields["paper"].text(), fields["asks"].text(), fields["source"].text())
