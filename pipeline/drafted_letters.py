"""Where do the letters lie that a person asks for, changes and prints, beside the results that they are made from?

The folder of results is the program's: what a person changes there would be taken for a fault of the disk and made
anew. So letters that are asked for lie in ``letters-<results>`` beside it, as DOCX and as JSON.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline import file_names
from pipeline.again import results
from pipeline.decisions import file as decisions_file
from pipeline.letters import letter as letters
from pipeline.letters import letter_docx, letter_json, one_file
from pipeline.letters.letter import TITLES, Letter
from pipeline.letters.notice import INELIGIBLE, LETTER, SECOND_LETTER, SUPPLEMENT
from pipeline.results import as_json
from pipeline.results import compare as results_compare
from pipeline.results import files as result_files
from pipeline.results.batch import ReportContext
from pipeline.screened import REPORTS
from schemas import decisions
from schemas.dossier import Screening
from schemas.errors import UsageError
from schemas.office import NO_OFFICE, Office
from schemas.regulation.catalogue import while_speaking

ALL = "全部文书.docx"


class LetterPlace:
    """The letters of one folder of results."""

    def __init__(self, out: Path, folder: Path | None = None) -> None:
        self.out = out
        self.folder = folder or out.absolute().parent / f"letters-{out.absolute().name}"
        self._listed = {str(one["id"]): one for one in results_compare.listed(out)}

    def path(self, dossier: str, title: str) -> Path:
        """Where a letter of this title lies, once it was asked for. UsageError where there is no such dossier."""
        return self.folder / f"{self.results(dossier).name}-{title}.docx"

    def results(self, dossier: str) -> Path:
        """The folder of a dossier's results. UsageError where there is no such dossier."""
        if dossier not in self._listed:
            raise UsageError(f"{self.out} 的结果中没有卷宗“{dossier}”。请核对卷宗编号。")
        return self.out / str(self._listed[dossier]["folder"])

    def letters(self) -> Iterator[Path]:
        """Every letter, dossier by dossier, 不符合条件告知书 first. One that a person asked for stands for ours."""
        for dossier, entry in self._listed.items():
            ours = {title: self.results(dossier) / name for name, title in _called(entry["verdict"]).items()}
            asked = {title: self.path(dossier, title) for title in TITLES.values()}
            for title in sorted(TITLES.values(), key=lambda title: title != INELIGIBLE):
                there = (
                    path for path in (asked[title], ours.get(title)) if path and file_names.reachable(path).is_file()
                )
                yield from itertools.islice(there, 1)


@dataclass(frozen=True, slots=True)
class GatheredLetters:
    """One file of all letters: where it lies, the names of the letters in it, and those that a person asked for."""

    path: Path
    letters: tuple[str, ...]
    own: tuple[str, ...]


def drafted(out: Path, dossier: str, kind: str, office: Office = NO_OFFICE) -> Letter:
    """The letter of this kind to any dossier. UsageError where its screening is not kept, or has nothing to say."""
    screening = screening_of(out, dossier)
    over = decisions.laid(decisions_file.load(out).decisions, dossier, screening.findings)
    with while_speaking(screening.own):
        return letters.asked_for(ReportContext(screening, decisions=over, office=office), kind)


def check_unchanged(place: LetterPlace, letter: Letter, *, again: bool) -> None:
    """Raises UsageError where a person has changed the letter that lies there; ``again``: it is to be made anew."""
    path = place.path(letter.dossier, letter.title).with_suffix(".json")
    if not again and file_names.reachable(path).is_file() and letter_json.changed_by_hand(path):
        raise UsageError(f"{path} 已有人修改。请用 --data 按修改后的内容写文书；要放弃修改、重新草拟的，加 --again。")


def write(place: LetterPlace, letter: Letter, made: str | None = None, templates: Path | None = None) -> Path:
    """The letter as DOCX and as JSON; where the DOCX lies. ``made``: as ``letter_json.as_record`` has it.

    ``templates``: the folder of the bureau's own templates, where it has any.
    """
    path = place.path(letter.dossier, letter.title)
    result_files.write(path, letter_docx.document(letter, templates))
    result_files.write(path.with_suffix(".json"), as_json.as_bytes(letter_json.as_record(letter, made)))
    return path


def gather(place: LetterPlace) -> GatheredLetters:
    """All letters in one file to print: those that the verdicts call for, and those that a person asked for.

    Of a letter that a person asked for, the DOCX beside the results counts, with whatever was written into it since.
    UsageError where there is no letter, or one is no DOCX any more.
    """
    found = list(place.letters())
    if not found:
        raise UsageError(f"{place.out} 中没有文书：没有卷宗需补正或有不符合条件的项目。")
    data = [_read(path) for path in found]
    path = place.folder / ALL
    try:
        result_files.write(path, one_file.together(data))
    except ValueError:
        broken = next(path for path, letter in zip(found, data, strict=True) if not one_file.is_letter(letter))
        raise UsageError(f"{broken} 不是 Word 文件（DOCX），或已损坏。请另存为 DOCX，或删去后重新生成。") from None
    names = tuple(f"{path.parent.name}/{path.name}" for path in found)
    own = tuple(path.name for path in found if path.parent == place.folder)
    return GatheredLetters(path, names, own)


def _called(verdict: str) -> Mapping[str, str]:
    """The names of the letters in a dossier's results, and what they are, by its verdict."""
    return {LETTER: INELIGIBLE, SECOND_LETTER: SUPPLEMENT} if verdict == "ineligible" else {LETTER: SUPPLEMENT}


def _read(path: Path) -> bytes:
    try:
        return file_names.reachable(path).read_bytes()
    except OSError as error:
        raise UsageError(f"{path} 无法读取。如果该文件正在 Word 中打开，请关闭后重新运行。") from error


def screening_of(out: Path, dossier: str) -> Screening:
    """The screening whose results lie there. UsageError where it is not kept any more."""
    folder = LetterPlace(out).results(dossier)
    place = results.places(folder.parent, {dossier: folder.name}, REPORTS)[dossier]
    found = results.standing(place)
    if found is None:
        raise UsageError(f"卷宗“{dossier}”的结果已有变动，或读取结果已不在。请重新运行 dossier screen 后再写文书。")
    return found
