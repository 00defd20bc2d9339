"""What does one rulebook file say? Its YAML as a schemas.rulebook.Rulebook, and the line of every rule.

Raises RulebookError, with all faults of the file, where it is not built as it must be. Whether its words and
numbers are right is for known_words and check. The sections are read by ``parsing``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from extractors.vocabulary.blank_forms import load_form
from pipeline.rulebook.parse_standing import read_standing
from pipeline.rulebook.parsing.conditions import Clause, ConditionReader, Lines
from pipeline.rulebook.parsing.functions import FunctionsReader
from pipeline.rulebook.parsing.materials import ProcedureReader
from pipeline.rulebook.parsing.own_lists import own_lists, own_papers
from pipeline.rulebook.parsing.own_measures import own_measures
from pipeline.rulebook.parsing.places import Places
from pipeline.rulebook.parsing.qualified import qualified_meaning
from pipeline.rulebook.parsing.score import ScoreReader
from schemas.data_files import data_folder
from schemas.errors import RulebookError
from schemas.forms import FormSpec
from schemas.measures import MEASURES, Measure
from schemas.regulation.catalogue import while_speaking
from schemas.regulation.own_words import OwnBlank, OwnWords, Watch
from schemas.rulebook import FormNote, InForce, Judgement, Manual, PaperBlank, Rulebook
from schemas.strict_yaml import Fault, Marked, read_marked, read_utf8
from schemas.yaml_signs import odd_signs

__all__ = ["Clause", "Parsed", "parse", "parse_on"]

_REQUIRED = "id title issuer number region in_force forms conditions procedures"
_RULES = "titles relaxations functions notes paper_blanks judgements manual standing score"
_OWN = "measures lists papers qualified regions programme follows example registration"


@dataclass(slots=True)
class Parsed:
    """A rulebook, where each of its rules stands in the file, and its clauses as written."""

    path: Path
    rulebook: Rulebook
    lines: Lines = field(default_factory=dict)
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
    parsed = read_root(read_marked(path, faults), path, _region_sets() if region_sets is None else region_sets)
    if faults:
        faults += [Fault(line, message) for line, message in odd_signs(read_utf8(path))]
    return parsed, tuple(sorted(set(faults)))


def read_root(root: Marked, path: Path, region_sets: Mapping[str, tuple[str, ...]]) -> Parsed:
    """What the values of one file say: the one place that knows which keys there are (pipeline.rulebook.grammar)."""
    fields = root.fields(_REQUIRED, f"{_RULES} {_OWN}")
    own = _own_words(fields)
    forms, digest = _forms(fields["forms"], path, own)
    own = replace(own, blanks=_distinct_blanks(forms))
    places = Places({**region_sets, **_own_regions(fields.get("regions"))})
    with while_speaking(own):
        parsed = _rules(path, fields, places)
    book = replace(parsed.rulebook, forms=forms, sha256=digest)
    parsed.rulebook = replace(book, own=_with_rules(own, book))
    for section in ("measures", "lists", "papers"):
        named = fields[section].pairs() if section in fields else ()
        parsed.lines.update({(section, name): one.line for name, one in named})
    _told_apart(fields["conditions"], book)
    return parsed


def _own_words(fields: Mapping[str, Marked]) -> OwnWords:
    lists = own_lists(fields.get("lists"))
    return OwnWords(
        measures=own_measures(fields.get("measures")),
        lists=lists,
        papers=own_papers(fields.get("papers"), lists),
        qualified=qualified_meaning(fields.get("qualified")),
    )


def _distinct_blanks(forms: Mapping[str, FormSpec]) -> tuple[OwnBlank, ...]:
    return tuple({one.blank.key: one for form in forms.values() for one in form.own_blanks}.values())


def _with_rules(own: OwnWords, book: Rulebook) -> OwnWords:
    """The words with what the rules themselves name: rules of no measure, words to look for, papers with a term."""
    every = [*book.every_condition()]
    named = [one for one in every if one.measure not in MEASURES.ours and (one.any_of or one.none_of or one.material)]
    titles = [Measure(one.measure, one.asks, "", kind="text") for one in named]
    titles += [Measure(one.rule, one.asks, "", kind="text") for one in every if one.name]
    if book.score is not None:
        titles.append(Measure("score", "评价得分", "分", kind="text"))
        titles += [Measure(f"score.{one.id}", f"得分：{one.title}", "分", kind="text") for one in book.score.items]
    known = {one.id for one in own.measures}
    watched = [Watch(one.none_of.kinds, one.none_of.words) for one in every if one.none_of is not None]
    termed = {
        demand.kind
        for procedure in book.procedures.values()
        for item in procedure.materials
        if item.validity is not None
        for way in item.alternatives
        for demand in way
    }
    termed |= {kind for one in own.measures if one.papers and one.papers.valid for kind in one.papers.kinds}
    return replace(
        own,
        named=tuple({one.id: one for one in titles if one.id not in known}.values()),
        watched=tuple(dict.fromkeys(watched)),
        termed=tuple(sorted(termed)),
    )


def _told_apart(marked: Marked, book: Rulebook) -> None:
    """Each condition has a finding of its own: two that ask differently may not go by one name."""
    asked: dict[str, set[object]] = {}
    for one in book.conditions:
        asked.setdefault(one.rule, set()).add((one.article, one.at_least, one.at_most, one.bounds, one.equals))
    for given, condition in zip(marked.list(), book.conditions, strict=False):
        if len(asked[condition.rule]) > 1:
            given.amiss(f"有几条不同的要求都叫“{condition.rule}”，请各加一个 id 以便区分", None)


def _rules(path: Path, fields: Mapping[str, Marked], places: Places) -> Parsed:
    lines: Lines = {}
    reader, conditions = _RuleReader(lines), ConditionReader(lines, places)
    clauses = conditions.clauses(fields.get("relaxations"))
    rulebook = Rulebook(
        id=fields["id"].text(),
        title=fields["title"].text(),
        issuer=fields["issuer"].text(),
        number=fields["number"].text(),
        region=fields["region"].text(),
        in_force=reader.in_force(fields["in_force"]),
        procedures=ProcedureReader(lines, places).procedures(fields["procedures"]),
        conditions=tuple(conditions.condition(one, clauses=clauses) for one in fields["conditions"].list()),
        functions=FunctionsReader(conditions).functions(fields["functions"]) if "functions" in fields else None,
        notes=tuple(reader.note(one) for one in _members(fields.get("notes"))),
        paper_blanks=tuple(reader.paper_blank(one) for one in _members(fields.get("paper_blanks"))),
        judgements=tuple(reader.judgement(one) for one in _members(fields.get("judgements"))),
        manual=tuple(reader.manual(one) for one in _members(fields.get("manual"))),
        forms={},
        titles=fields["titles"].texts() if "titles" in fields else (),
        sha256="",
        standing=read_standing(fields["standing"], lines) if "standing" in fields else None,
        score=ScoreReader(conditions).score(fields["score"]) if "score" in fields else None,
        programme=_text(fields.get("programme")),
        follows=_text(fields.get("follows")),
        example=_text(fields.get("example")),
        registration=_text(fields.get("registration")),
    )
    return Parsed(path, rulebook, lines, clauses)


@dataclass(frozen=True, slots=True)
class _RuleReader:
    """Reads the rules of one file that are no condition, function or material, noting the line of each."""

    lines: Lines

    def in_force(self, marked: Marked) -> InForce:
        fields = marked.fields("", "article from until note superseded")
        force = InForce(
            article=_text(fields.get("article")),
            since=fields["from"].day() if "from" in fields else None,
            until=fields["until"].day() if "until" in fields else None,
            note=_text(fields.get("note")),
            superseded=fields["superseded"].day() if "superseded" in fields else None,
        )
        self.lines[force] = marked.line
        return force

    def note(self, marked: Marked) -> FormNote:
        fields = marked.fields("table at_least text source", "measure column")
        if ("measure" in fields) == ("column" in fields):
            marked.amiss("备注写 measure（名单合计的量）或 column（每行的那一栏），二者写一个", None)
        note = FormNote(
            fields["table"].text(),
            _text(fields.get("measure")),
            fields["at_least"].number(),
            fields["text"].text(),
            fields["source"].text(),
            _text(fields.get("column")),
        )
        self.lines[note] = marked.line
        return note

    def paper_blank(self, marked: Marked) -> PaperBlank:
        fields = marked.fields("id paper title source", "fact figure names_applicant")
        if ("fact" in fields) == ("figure" in fields):
            marked.amiss("写 fact（所填内容）或 figure（所载合计），二者写一个", None)
        blank = PaperBlank(
            fields["id"].text(),
            fields["paper"].text(),
            fields["title"].text(),
            fields["source"].text(),
            _text(fields.get("fact")),
            _text(fields.get("figure")),
            "names_applicant" in fields and fields["names_applicant"].truth(),
        )
        self.lines[blank] = marked.line
        return blank

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


def _members(marked: Marked | None) -> tuple[Marked, ...]:
    return () if marked is None else marked.list()


def _text(marked: Marked | None) -> str:
    return "" if marked is None else marked.text()


def _own_regions(marked: Marked | None) -> dict[str, tuple[str, ...]]:
    """Regions that the regulation calls by a name of its own (珠三角), each with the places that it means."""
    return {} if marked is None else {name: listed.texts() for name, listed in marked.pairs()}


def _forms(marked: Marked, path: Path, own: OwnWords) -> tuple[dict[str, FormSpec], str]:
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
            form = load_form(file, own)
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
