"""What does one rulebook file say? Its YAML as a schemas.rulebook.Rulebook, and the line of every rule.

Raises RulebookError, with all faults of the file, where it is not built as it must be. Whether its words and
numbers are right is for known_words and check.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from extractors.values.cities import divisions_of
from extractors.vocabulary.blank_forms import load_form
from pipeline.rulebook.articles import article_of_item
from pipeline.rulebook.parse_standing import read_standing
from schemas.data_files import data_folder
from schemas.errors import RulebookError
from schemas.forms import FormSpec
from schemas.measures import measure_of
from schemas.rulebook import (
    AnnexPaper,
    Condition,
    Demand,
    FormNote,
    FunctionsRule,
    InForce,
    Judgement,
    Manual,
    Material,
    Procedure,
    Relaxation,
    Rulebook,
    ServiceFunction,
)
from schemas.strict_yaml import Fault, Marked, read_marked, read_utf8
from schemas.yaml_signs import odd_signs

_BOUNDS = ("at_least", "equals", "rising", "material")
_SEEN = "parts levels rows clean each proves"
"""What may be written beside a paper: what must be seen of it."""
_ITEM = re.compile(r"(?<!\d)\d++\.\d+[a-z]?")


@dataclass(frozen=True, slots=True)
class Clause:
    """A relaxation clause of the regulation and the articles whose conditions it covers."""

    relaxation: Relaxation
    covers: tuple[str, ...]


@dataclass(slots=True)
class Parsed:
    """A rulebook, where each of its rules stands in the file, and its clauses as written."""

    path: Path
    rulebook: Rulebook
    lines: dict[object, int] = field(default_factory=dict)
    clauses: tuple[Clause, ...] = ()


def parse(path: Path, *, region_sets: Mapping[str, tuple[str, ...]] | None = None) -> Parsed:
    """The rulebook that this file holds, with the forms that it names."""
    parsed, faults = parse_on(path, region_sets=region_sets)
    if faults:
        raise RulebookError("\n".join(fault.said_of(path) for fault in faults))
    return parsed


def parse_on(
    path: Path, *, region_sets: Mapping[str, tuple[str, ...]] | None = None
) -> tuple[Parsed, tuple[Fault, ...]]:
    """The same, going on behind what is wrong: with all of its faults, in the order of the file."""
    faults: list[Fault] = []
    parsed = _parsed(path, faults, _region_sets() if region_sets is None else region_sets)
    if faults:
        faults += [Fault(line, message) for line, message in odd_signs(read_utf8(path))]
    return parsed, tuple(sorted(set(faults)))


def _parsed(path: Path, faults: list[Fault], region_sets: Mapping[str, tuple[str, ...]]) -> Parsed:
    root = read_marked(path, faults)
    fields = root.fields(
        "id title issuer number region in_force forms conditions procedures",
        "titles relaxations functions notes judgements manual standing",
    )
    lines: dict[object, int] = {}
    reader = _RuleReader(lines, region_sets)
    clauses = reader.clauses(fields.get("relaxations"))
    forms, digest = _forms(fields["forms"], path)
    rulebook = Rulebook(
        id=fields["id"].text(),
        title=fields["title"].text(),
        issuer=fields["issuer"].text(),
        number=fields["number"].text(),
        region=fields["region"].text(),
        in_force=reader.in_force(fields["in_force"]),
        procedures=reader.procedures(fields["procedures"]),
        conditions=tuple(reader.condition(one, clauses=clauses) for one in fields["conditions"].list()),
        functions=reader.functions(fields["functions"]) if "functions" in fields else None,
        notes=tuple(reader.note(one) for one in _members(fields.get("notes"))),
        judgements=tuple(reader.judgement(one) for one in _members(fields.get("judgements"))),
        manual=tuple(reader.manual(one) for one in _members(fields.get("manual"))),
        forms=forms,
        titles=fields["titles"].texts() if "titles" in fields else (),
        sha256=digest,
        standing=read_standing(fields["standing"], lines) if "standing" in fields else None,
    )
    return Parsed(path, rulebook, lines, clauses)


@dataclass(frozen=True, slots=True)
class _RuleReader:
    """Reads the rules of one file, noting the line of each."""

    lines: dict[object, int]
    region_sets: Mapping[str, tuple[str, ...]]

    def in_force(self, marked: Marked) -> InForce:
        fields = marked.fields("article", "from until note superseded")
        force = InForce(
            article=fields["article"].text(),
            since=fields["from"].day() if "from" in fields else None,
            until=fields["until"].day() if "until" in fields else None,
            note=_text(fields.get("note")),
            superseded=fields["superseded"].day() if "superseded" in fields else None,
        )
        self.lines[force] = marked.line
        return force

    def condition(
        self,
        marked: Marked,
        prefix: str = "",
        article: str = "",
        clauses: tuple[Clause, ...] = (),
    ) -> Condition:
        """One bound. In a function, ``prefix`` and ``article`` are the function's."""
        own = "measure asks" if article else "measure asks article"
        fields = marked.fields(own, "at_least equals rising material may_relax when")
        if sum(bound in fields for bound in _BOUNDS) != 1:
            marked.amiss(
                "须写且只写一个要求：at_least（不少于）、equals（等于）、rising（近两年增长）或 material（有某项材料）",
                None,
            )
        cited = article or fields["article"].text()
        condition = Condition(
            measure=prefix + fields["measure"].text(),
            article=cited,
            asks=fields["asks"].text(),
            at_least=fields["at_least"].number() if "at_least" in fields else None,
            equals=_text(fields.get("equals")),
            rising=fields["rising"].truth() if "rising" in fields else False,
            material=_text(fields.get("material")),
            place=_place(_text(fields.get("equals"))),
            relaxation=self._relaxation(fields["may_relax"]) if "may_relax" in fields else None,
            when=_when(fields["when"]) if "when" in fields else None,
        )
        condition = _covered(condition, clauses)
        self.lines[condition] = marked.line
        return condition

    def clauses(self, marked: Marked | None) -> tuple[Clause, ...]:
        """The clauses that relax whole items of an article and name no number."""
        found = []
        for one in _members(marked):
            fields = one.fields("article asks covers", "when")
            kinds, regions = self._whose(fields.get("when"))
            relaxation = Relaxation(fields["article"].text(), fields["asks"].text(), None, kinds, regions)
            self.lines[relaxation] = one.line
            found.append(Clause(relaxation, fields["covers"].texts()))
        return tuple(found)

    def _relaxation(self, marked: Marked) -> Relaxation:
        fields = marked.fields("article asks", "to when")
        kinds, regions = self._whose(fields.get("when"))
        bound = fields["to"].number() if "to" in fields else None
        relaxation = Relaxation(fields["article"].text(), fields["asks"].text(), bound, kinds, regions)
        self.lines[relaxation] = marked.line
        return relaxation

    def _whose(self, marked: Marked | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
        if marked is None:
            return (), ()
        fields = marked.fields("", "organisation_type region")
        kinds = fields["organisation_type"].texts() if "organisation_type" in fields else ()
        return kinds, self._regions(fields["region"]) if "region" in fields else ()

    def _regions(self, marked: Marked) -> tuple[str, ...]:
        if marked.kind == "sequence":
            return tuple(_place(text) or text for text in marked.texts())
        if marked.text() not in self.region_sets:
            known = "、".join(self.region_sets)
            message = f"不认识的区域“{marked.text()}”。已有的区域：{known}；也可以直接列出地名：[甲市, 乙市]"
            return marked.amiss(message, ())
        return tuple(_place(text) or text for text in self.region_sets[marked.text()])

    def functions(self, marked: Marked) -> FunctionsRule:
        fields = marked.fields("article asks each", "at_least by_type claimed")
        if sum(key in fields for key in ("at_least", "by_type", "claimed")) != 1:
            marked.amiss(
                "须写且只写一个：at_least（至少几项）、by_type（按平台类型）或 claimed（申报的都要达到）", None
            )
        by_type = {kind: count.whole() for kind, count in fields["by_type"].pairs()} if "by_type" in fields else None
        self.lines["functions"] = marked.line
        return FunctionsRule(
            article=fields["article"].text(),
            asks=fields["asks"].text(),
            functions=tuple(self._function(one) for one in fields["each"].list()),
            at_least=fields["at_least"].whole() if "at_least" in fields else None,
            claimed=fields["claimed"].truth() if "claimed" in fields else False,
            by_type=by_type,
        )

    def _function(self, marked: Marked) -> ServiceFunction:
        fields = marked.fields("id article", "title all_of any_of")
        if ("all_of" in fields) == ("any_of" in fields):
            marked.amiss("须写 all_of（都要达到）或 any_of（几组要求达到一组即可）中的一个", None)
        name, article = fields["id"].text(), fields["article"].text()
        paths = (
            fields["any_of"].list()
            if "any_of" in fields
            else tuple(fields[key] for key in ("all_of",) if key in fields)
        )
        read = tuple(tuple(self.condition(one, f"function.{name}.", article) for one in path.list()) for path in paths)
        function = ServiceFunction(name, _text(fields.get("title")), article, read)
        self.lines[function] = marked.line
        return function

    def note(self, marked: Marked) -> FormNote:
        fields = marked.fields("table measure at_least text source")
        note = FormNote(
            fields["table"].text(),
            fields["measure"].text(),
            fields["at_least"].number(),
            fields["text"].text(),
            fields["source"].text(),
        )
        self.lines[note] = marked.line
        return note

    def judgement(self, marked: Marked) -> Judgement:
        fields = marked.fields("id article asks words")
        judgement = Judgement(
            fields["id"].text(),
            fields["article"].text(),
            fields["asks"].text(),
            fields["words"].texts(),
        )
        self.lines[judgement] = marked.line
        return judgement

    def manual(self, marked: Marked) -> Manual:
        fields = marked.fields("article text why")
        manual = Manual(fields["article"].text(), fields["text"].text(), fields["why"].text())
        self.lines[manual] = marked.line
        return manual

    def procedures(self, marked: Marked) -> dict[str, Procedure]:
        """Every procedure by its id; the checklist's items are unique within one."""
        if not marked.pairs():
            marked.amiss("至少要写一个程序（application 认定申报）", None)
        return {name: self._procedure(name, one) for name, one in marked.pairs()}

    def _procedure(self, name: str, marked: Marked) -> Procedure:
        if name not in ("application", "review"):
            marked.amiss("程序只能是 application（认定申报）或 review（复核）", None)
        fields = marked.fields("title article form materials", "lists conditions_count in_order")
        materials = tuple(self._material(one) for one in fields["materials"].list())
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
            article=fields["article"].text(),
            form=fields["form"].text(),
            materials=materials,
            conditions_count=fields["conditions_count"].truth() if "conditions_count" in fields else True,
            in_order=fields["in_order"].truth() if "in_order" in fields else False,
            lists=fields["lists"].texts() if "lists" in fields else (),
        )
        self.lines[procedure] = marked.line
        return procedure

    def _material(self, marked: Marked) -> Material:
        flags = "optional sealed seal_decides same_month last_year"
        fields = marked.fields("item title", f"article paper all_of any_of hinted_by ask beside {_SEEN} {flags}")
        item = fields["item"].text()
        if not _ITEM.fullmatch(item):
            item = fields["item"].amiss(
                "材料的编号写作“11.3”（第十一条（三）），同一项有几份材料时加字母：11.3a、11.3b", "0.0"
            )
        said = {flag: fields[flag].truth() for flag in flags.split() if flag in fields}
        material = Material(
            item=item,
            title=fields["title"].text(),
            article=_text(fields.get("article")) or article_of_item(item),
            alternatives=_alternatives(marked, fields),
            hinted_by=fields["hinted_by"].texts() if "hinted_by" in fields else (),
            ask=_text(fields.get("ask")),
            beside=_beside(fields["beside"]) if "beside" in fields else None,
            **said,
        )
        self.lines[material] = marked.line
        return material


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
    clean = fields["clean"].truth() if "clean" in fields else False
    each, proves = _text(fields.get("each")), _text(fields.get("proves"))
    return Demand(fields["paper"].text(), parts, levels, rows, clean, each, proves)


def _beside(marked: Marked) -> AnnexPaper:
    fields = marked.fields("paper asks source")
    return AnnexPaper(fields["paper"].text(), fields["asks"].text(), fields["source"].text())


def _covered(condition: Condition, clauses: tuple[Clause, ...]) -> Condition:
    if condition.relaxation is not None:
        return condition
    if condition.material or measure_of(condition.measure).for_people:
        return condition
    for clause in clauses:
        if condition.article in clause.covers:
            return replace(condition, relaxation=clause.relaxation)
    return condition


def _when(marked: Marked) -> tuple[str, str]:
    pairs = marked.pairs()
    if len(pairs) != 1:
        return marked.amiss("when 里只写一个条件，例如 {function.training.focus: employees}", ("", ""))
    return pairs[0][0], pairs[0][1].text()


def _members(marked: Marked | None) -> tuple[Marked, ...]:
    return () if marked is None else marked.list()


def _place(name: str) -> str:
    """The place from the province down; empty where the table has none, or several, of this name."""
    found = divisions_of(name)
    return str(found[0]) if len(found) == 1 else ""


def _text(marked: Marked | None) -> str:
    return "" if marked is None else marked.text()


def _forms(marked: Marked, path: Path) -> tuple[dict[str, FormSpec], str]:
    """The forms named, looked up beside the file, in a forms folder near it, then among ours."""
    digest = hashlib.sha256(path.read_bytes())
    folders = (path.parent, path.parent / "forms", path.parent.parent / "forms", data_folder() / "forms")
    forms = {}
    for one in marked.list():
        file = next(
            (folder / f"{one.text()}.yaml" for folder in folders if (folder / f"{one.text()}.yaml").is_file()), None
        )
        if file is None:
            one.amiss(f"找不到表格文件 {one.text()}.yaml。请放在本文件旁边，或旁边的 forms 文件夹里", None)
            continue
        try:
            form = load_form(file)
        except RulebookError as error:
            one.amiss(str(error), None)
            continue
        if form.id != one.text():
            one.amiss(f"{file} 里的 id 是“{form.id}”，应与文件名一致", None)
        forms[form.id] = form
        digest.update(file.read_bytes())
    return forms, digest.hexdigest()


def _region_sets() -> dict[str, tuple[str, ...]]:
    return {name: names.texts() for name, names in read_marked(data_folder() / "vocabulary" / "regions.yaml").pairs()}
