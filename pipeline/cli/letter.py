"""The command `dossier letter`: a letter for any dossier, what it says as data, and all letters in one file."""

from __future__ import annotations

from extractors.kept import store
from extractors.kept.store import default_folder
from pipeline import drafted_letters
from pipeline.cli.options.letter import LetterOptions
from pipeline.cli.said import say
from pipeline.drafted_letters import LetterPlace
from pipeline.letters import letter_json
from pipeline.reports import office_file
from schemas.errors import UsageError


def run(asked: LetterOptions) -> None:
    """Write the letter and its data, or all letters in one file, and say where."""
    place = LetterPlace(asked.out, asked.folder)
    if asked.dossier:
        _one(asked, place)
    elif asked.data:
        raise UsageError("--data 只用于一个卷宗的文书。请写明卷宗编号。")
    else:
        _all(place)


def _all(place: LetterPlace) -> None:
    gathered = drafted_letters.gather(place)
    say(f"已写入 {gathered.path}：{len(gathered.letters)} 份文书，可一次打印。")
    for name in gathered.own:
        say(f"  {name} 用的是 {place.folder} 中的文本。")


def _one(asked: LetterOptions, place: LetterPlace) -> None:
    if asked.data is None:
        store.use(asked.cache or default_folder())
        office = office_file.load(asked.out, asked.office)
        letter = drafted_letters.drafted(asked.out, asked.dossier, asked.kind, office)
        drafted_letters.check_unchanged(place, letter, again=asked.again)
        made = None
    else:
        letter, made = letter_json.read(asked.data), letter_json.made(asked.data)
        if letter.dossier != asked.dossier:
            raise UsageError(f"{asked.data} 是卷宗“{letter.dossier}”的文书，不是“{asked.dossier}”的。")
    path = drafted_letters.write(place, letter, made, asked.templates)
    say(f"已写入 {path}；内容在 {path.with_suffix('.json').name}，修改后可用 --data 再写。")
