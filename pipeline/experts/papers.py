"""What is printed for an expert review? A 评审卷 a dossier, a 评分表 an expert, the panel's table of a form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from docx.shared import Mm

from pipeline import file_names
from pipeline.experts import digest, score_sheet
from pipeline.experts.criteria import Criterion, check_weights, criteria
from pipeline.experts.heads import heads
from pipeline.experts.panel import Panel
from pipeline.experts.roster import Expert
from pipeline.experts.score_sheet import SheetTask
from pipeline.results import files as result_files
from pipeline.rulebook.find import load
from pipeline.sampling.callsheet import docx_pages as pages
from pipeline.sampling.callsheet.docx_pages import LineLook
from pipeline.sampling.draw.screening_results import Record, Results
from schemas.days.rounds import ExpertMarks
from schemas.errors import RulebookError, UsageError

DIGESTS, SHEETS, PANELS = "评审卷", "评分表", "专家组名单"
_PANEL_WIDTHS = (30.0, 38.0, 70.0, 28.0)
_PANEL_ROW = 10


def write(out: Path, results: Results, panel: Panel, marks: ExpertMarks) -> list[Path]:
    """Every paper of the panel in its folder; gives back their paths. An earlier paper that differs stays beside it."""
    records = {dossier: results.screening(dossier) for dossier in panel.teams}
    check_weights(records, marks)
    asked = {dossier: criteria(record, marks) for dossier, record in records.items()}
    made = [*_digests(records, asked), *_sheets(panel, records, asked), *_panels(panel, records)]
    return [result_files.write_beside(out / name, data) for name, data in made]


def _digests(records: Mapping[str, Record], asked: Mapping[str, Sequence[Criterion]]) -> Iterator[tuple[str, bytes]]:
    taken: list[str] = []
    for dossier, record in records.items():
        taken.append(file_names.folder_name(f"{dossier} {record['dossier']['applicant']}", taken))
        yield f"{DIGESTS}/{taken[-1]}.docx", digest.render(record, asked[dossier])


def _sheets(
    panel: Panel, records: Mapping[str, Record], asked: Mapping[str, Sequence[Criterion]]
) -> Iterator[tuple[str, bytes]]:
    """One sheet an expert and rulebook: clauses of two rulebooks do not stand side by side."""
    books = {str(record["rulebook"]["id"]): str(record["rulebook"].get("title", "")) for record in records.values()}
    taken: list[str] = []
    for expert in panel.experts:
        for book, title in books.items():
            own = [one for one in panel.dossiers_of(expert) if str(records[one]["rulebook"]["id"]) == book]
            if not own:
                continue
            applicants = {one: str(records[one]["dossier"]["applicant"]) for one in own}
            task = SheetTask(expert, book, title, panel.seed, applicants, {one: asked[one] for one in own})
            taken.append(file_names.folder_name(f"{expert.name} {book}" if len(books) > 1 else expert.name, taken))
            yield f"{SHEETS}/{taken[-1]}.xlsx", score_sheet.render(task)


def _panels(panel: Panel, records: Mapping[str, Record]) -> Iterator[tuple[str, bytes]]:
    """The panel's table, where the rulebook's annex prints one (聊城附件1)."""
    taken: list[str] = []
    for dossier, record in records.items():
        annex = _annex(str(record["rulebook"]["id"]))
        if annex:
            taken.append(file_names.folder_name(f"{dossier} {record['dossier']['applicant']}", taken))
            yield f"{PANELS}/{taken[-1]}.docx", _panel_table(record, panel.teams[dossier], annex)


def _annex(rulebook: str) -> str:
    """Where the rulebook prints the panel's table; a clerk's own that lies elsewhere by now tells nothing."""
    try:
        section = load(rulebook).standing
    except (UsageError, RulebookError):
        return ""
    return section.experts.panel if section and section.experts else ""


def _panel_table(record: Record, team: Sequence[Expert], annex: str) -> bytes:
    document = pages.page(landscape=False)
    pages.line(document, "专家组名单", LineLook(size=16, bold=True, centred=True))
    pages.line(document, f"卷宗：{record['dossier']['id']}　　申报单位：{record['dossier']['applicant']}")
    pages.line(document, f"（《{record['rulebook']['title']}》{annex}“专家组评审意见”所附）")
    table = pages.grid(document, len(team) + 1, _PANEL_WIDTHS)
    lines = list(table.rows)
    pages.fill(lines[0], heads().panel, _PANEL_WIDTHS, bold=True)
    for line, expert in zip(lines[1:], team, strict=True):
        pages.fill(line, (expert.name, expert.post, expert.employer, ""), _PANEL_WIDTHS)
        line.height = Mm(_PANEL_ROW)
    return pages.as_bytes(document)
