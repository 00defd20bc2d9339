"""The command `dossier letter`: a letter for any dossier, and what it says as data."""

from __future__ import annotations

from pathlib import Path

import typer

from extractors.kept import store
from extractors.kept.store import default_folder
from pipeline import batch
from pipeline.again import results
from pipeline.cli.options.letter import LetterOptions
from pipeline.decisions import file as decisions_file
from pipeline.letters import letter_docx, letter_json
from pipeline.results import as_json
from pipeline.results import compare as results_compare
from pipeline.results import files as result_files
from pipeline.results.batch import ReportContext
from schemas import decisions
from schemas.dossier import Screening
from schemas.errors import UsageError
from schemas.regulation.catalogue import while_speaking


def run(asked: LetterOptions) -> None:
    """Write the letter and its data, and say where."""
    screening = _screening(asked)
    with while_speaking(screening.own):
        _write(asked, screening)


def _write(asked: LetterOptions, screening: Screening) -> None:
    over = decisions.laid(decisions_file.load(asked.out).decisions, asked.dossier, screening.findings)
    context = ReportContext(screening, decisions=over)
    if asked.data is None:
        letter = letter_json.letter(screening, context.settled, asked.kind)
    else:
        letter = letter_json.read(asked.data)
    if letter.dossier != asked.dossier:
        raise UsageError(f"{asked.data} 是卷宗“{letter.dossier}”的文书，不是“{asked.dossier}”的。")
    folder = asked.folder or asked.out.absolute().parent / f"letters-{asked.out.absolute().name}"
    name = f"{results_compare.earlier(asked.out)[asked.dossier].parent.name}-{letter.title}"
    result_files.write(folder / f"{name}.docx", letter_docx.rendered(context, letter.notice, letter.title))
    result_files.write(folder / f"{name}.json", as_json.as_bytes(letter_json.as_record(letter)))
    typer.echo(f"已写入 {folder / name}.docx；内容在 {name}.json，修改后可用 --data 再写。")


def _screening(asked: LetterOptions) -> Screening:
    """The screening whose results lie there. UsageError where it is not kept any more."""
    store.use(asked.cache or default_folder())
    known = results_compare.earlier(asked.out)
    if asked.dossier not in known:
        raise UsageError(f"{asked.out} 的结果中没有卷宗“{asked.dossier}”。请核对卷宗编号。")
    folder: Path = known[asked.dossier].parent
    place = results.places(folder.parent, {asked.dossier: folder.name}, batch.REPORTS)[asked.dossier]
    found = results.standing(place)
    if found is None:
        raise UsageError(
            f"卷宗“{asked.dossier}”的结果已有变动，或读取结果已不在。请重新运行 dossier screen 后再写文书。"
        )
    return found
