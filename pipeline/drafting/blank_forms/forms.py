"""Which blanks and lists do the blank forms of the annexes print, and which of them are known?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.lists.headings import Match
from pipeline.drafting.blank_forms.form_lines import form_line
from pipeline.drafting.blank_forms.grid_lines import (
    GridBlank,
    grid_blanks,
    grid_line,
    heads_of_years,
    heads_only,
    yearly_blank,
)
from pipeline.drafting.blank_forms.list_heads import LEADS, SPACES, column_of, head_words, list_headed
from pipeline.drafting.blank_forms.loose_blanks import loose_blanks, with_name, with_name_of_object
from pipeline.drafting.source import FormRow
from pipeline.drafting.vocabulary import draft_words
from pipeline.rulebook.articles import plain
from pipeline.rulebook.checks.vocabulary import rule_words
from schemas.tables import LISTS

APPLICATION = "application_form"
_COVER = "cover"
_TITLE = re.compile(r"[\u4e00-\u9fff()“”、\d]{3,50}")
_SECTION = re.compile(r"^[一二三四五六七八九十]、[^。;]{2,40}$")
_LEADING = re.compile(r"^附[件表]?\d*[:：]?(?=[\u4e00-\u9fff])")
_HEADING = re.compile(r"名单|清单|一览表|名录|名册|情况表|明细表|汇总表")
_UNKNOWN = re.compile(r"(?P<label>[\u4e00-\u9fff][\u4e00-\u9fff()、“”]{1,18})[:：][\s_＿]*$")
# ______年____月____日 is one blank.
_DAY = re.compile(r"[_＿][_＿\s]{0,60}+年[_＿\s]*+月[_＿\s]*+日")
# 申报类别：□综合类 □专业类, perhaps behind other blanks of the line.
_TICKED = re.compile(
    r"(?P<label>[\u4e00-\u9fff]{2,12})[:：]\s*(?P<options>(?:[□☐○]\s*[^□☐○\s：:_]{1,14}[\s,，、]*){2,})"
)
_OPTIONS = re.compile(r"[□☐○]\s*([^□☐○\s,，、]{1,14})")
_COUNTED = ("enterprises_served",)
# 户（次）: visits count too, so the column says at least as many as there are.
_VISITS = re.compile(r"[（(]次[）)]|户次|家次")
_OPTION = re.compile(r"[\u4e00-\u9fff]{1,6}\s*□[，,、]?\s*")
# 从业人员      人，其中：导师      人: blanks that are printed as spaces, with their unit or the next words behind.
_GAPS = re.compile(
    r"(?<=[\u4e00-\u9fff)）:：])[ \u3000\t]{2,}"
    r"(?=[万亿]?元|平方米|㎡|人|名|家|户|个|项|件|条|款|篇|起|次|场|期|年(?!\s*月)|台|[%％])"
)


@dataclass(slots=True)
class DraftedForm:
    """One blank form: what its file would say."""

    kind: str
    title: str
    source: str
    titles: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    tables: list[dict[str, object]] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    """Labels that are printed and that no blank is known for."""
    yearly: list[GridBlank] = field(default_factory=list)
    """What has an answer for each year, in a row under a head of years."""
    text: str = ""

    @property
    def keys(self) -> list[str]:
        """The blanks that are known, in the order of the paper."""
        found = (key for line in self.lines for key in re.findall(r"\{(\w+)\}", line))
        return [key for key in dict.fromkeys(found) if key != "_"]

    @property
    def sealed(self) -> bool:
        """Whether it prints a seal."""
        return bool(rule_words().printed_seal.search(plain(self.text)))


def drafted_forms(rows: Sequence[FormRow]) -> list[DraftedForm]:
    """The forms in the order of the rows; what stands before the first title belongs to none."""
    return _merged(_Walk().walk(rows))


def _merged(forms: Sequence[DraftedForm]) -> list[DraftedForm]:
    """The cover of an application report is the first page of the application form behind it."""
    out: list[DraftedForm] = []
    cover: DraftedForm | None = None
    for form in forms:
        if form.kind == _COVER:
            cover = form
            continue
        if cover is not None and form.kind == APPLICATION:
            form.titles = [form.title, *cover.titles]
            form.lines = cover.lines + form.lines
            form.text = cover.text + form.text
            form.tables = cover.tables + form.tables
            cover = None
        out.append(form)
    if cover is not None and all(form.kind != APPLICATION for form in out):
        cover.kind = APPLICATION
        out.append(cover)
    for form in out:
        form.lines = with_name_of_object(form.lines) if form.kind == APPLICATION else form.lines
    return [form for form in out if form.lines or form.tables or form.yearly]


@dataclass(slots=True)
class _Walk:
    """How far the rows have been read: which form, under which heading."""

    forms: list[DraftedForm] = field(default_factory=list)
    annex: str = "附件"
    heading: str = ""
    skip: int = 0
    before: str = ""
    years: int = 0
    """How many cells the rows under a head of years have; 0 where the table in hand has no such head."""

    def walk(self, rows: Sequence[FormRow]) -> list[DraftedForm]:
        for at, row in enumerate(rows):
            if self.skip:
                self.skip -= 1
            else:
                self._take(row, rows[at:])
            self.before = "".join(row.cells).strip() or self.before
        return self.forms

    def _take(self, row: FormRow, rest: Sequence[FormRow]) -> None:
        text = plain("".join(row.cells))
        if not text:
            return
        annex = re.match(r"附(件|表)[:：]?\d", text)
        if annex:
            self.annex = annex[0]
        if self._begins(text):
            return
        if not self.forms:
            return
        form = self.forms[-1]
        form.text += text
        if _SECTION.match(text) or _HEADING.search(text):
            self.heading = _LEADING.sub("", text)
        used = self._list(form, row, rest)
        filled = frozenset[int]() if used or not row.of_table else self._grid(form, row)
        heads = row.of_table and heads_only(row.cells)
        for at, cell in enumerate(() if heads else row.cells):
            if cell not in used and at not in filled:
                self._blanks(form, cell)

    def _grid(self, form: DraftedForm, row: FormRow) -> frozenset[int]:
        """The labels with an empty cell behind them; which cells they take. Under a head of years one has a row."""
        if heads_of_years(row.cells):
            self.years = len(row.cells)
            return frozenset(range(len(row.cells)))
        yearly = yearly_blank(row.cells) if len(row.cells) == self.years else None
        self.years = self.years if yearly is not None else 0
        if yearly is not None:
            form.yearly.append(yearly)
            return frozenset(range(len(row.cells)))
        taken: set[int] = set()
        for one in grid_blanks(row.cells):
            form.lines.append(grid_line(one, form.keys))
            form.unknown += [blank.label for blank in loose_blanks([form.lines[-1]])]
            taken |= set(one.cells)
        return frozenset(taken)

    def _begins(self, text: str) -> bool:
        """Whether the row is the title of a form, perhaps with the name of the regulation's object above it."""
        text = draft_words().form["behind_title"].sub("", text)
        if not _TITLE.fullmatch(text) or _SECTION.match(text):
            return False
        above = plain(self.before)
        joined = above + text if _TITLE.fullmatch(above) and not above.startswith("附") else text
        for kind, pattern in draft_words().form_titles.items():
            if pattern.search(text):
                title = joined if len(text) < len("中小企业推荐表") + 1 and kind != "declaration" else text
                self._open(kind, re.sub(r"^附(件|表)[:：]?\d*", "", title))
                return True
        return False

    def _open(self, kind: str, title: str) -> None:
        last = self.forms[-1] if self.forms else None
        if last is not None and last.kind == kind and not last.lines and not last.tables:
            last.title = title
            return
        self.forms.append(DraftedForm(kind, title, self.annex, [title]))
        self.heading = ""

    def _list(self, form: DraftedForm, row: FormRow, rest: Sequence[FormRow]) -> frozenset[str]:
        """The heads of a list that begin here; of a text without tables they may take several lines."""
        tokens, counts = (list(row.cells), []) if row.of_table else head_words(rest)
        found = list_headed(tokens, at_once=not row.of_table)
        if found is None:
            return frozenset()
        if counts:
            last = max(column.last for column in found.columns.values())
            self.skip = next((n for n, count in enumerate(counts) if count > last), 0)
        if all(table["table"] != found.table for table in form.tables):
            form.tables.append(self._table(form, tokens, found))
        return frozenset(column.path[0] for column in found.columns.values())

    def _table(self, form: DraftedForm, tokens: Sequence[str], found: Match) -> dict[str, object]:
        """What the file says of a list: its heads as printed, in their order."""
        stems = {key for key in found.columns if "." not in key}
        heads = {
            column.path[0]: column_of(found.table, key)
            for key, column in found.columns.items()
            if key.split(".", maxsplit=1)[0] not in stems or key in stems
        }
        titled = _HEADING.search(self.heading) and not LISTS[found.table].in_form
        upper = [key for head, key in heads.items() if key in _COUNTED and _VISITS.search(head)]
        return {
            "table": found.table,
            "titles": [self.heading if titled else LISTS[found.table].title],
            "columns": {SPACES.sub("", token): heads[token] for token in tokens if token in heads},
            "source": form.source,
            **({"upper": upper} if upper else {}),
        }

    def _blanks(self, form: DraftedForm, cell: str) -> None:
        ticked = (part for line in cell.split("\n") for part in _parted_at_ticks(line))
        for line in ticked:
            choice = _TICKED.fullmatch(line.strip())
            if choice:
                options = " ".join(f"□{one}" for one in _OPTIONS.findall(choice["options"]))
                form.lines.append(f"{choice['label']}{{_}} {options}")
                form.unknown.append(choice["label"])
                continue
            text = SPACES.sub(" ", _GAPS.sub("____", _DAY.sub("____", line))).strip()
            text = _OPTION.sub("", text) if "□" in text else text
            line_with_blanks = with_name(form_line(text, form.keys), form.keys)
            if line_with_blanks:
                form.lines.append(line_with_blanks)
                form.unknown += [one.label for one in loose_blanks([line_with_blanks])]
            elif (unknown := _UNKNOWN.search(text)) and unknown["label"] not in LEADS:
                named = with_name(f"{unknown['label']}：{{_}}", form.keys)
                form.unknown += [unknown["label"]] if "{_}" in named else []
                form.lines.append(named)


def _parted_at_ticks(line: str) -> list[str]:
    """The line, what is to be ticked at its end by itself."""
    match = _TICKED.search(line)
    ends = match is not None and not line[match.end() :].strip()
    return [line[: match.start()], match[0]] if match is not None and ends and match.start() else [line]
