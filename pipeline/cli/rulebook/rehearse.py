"""The command `dossier rulebook rehearse`: does each rule of a rulebook fail alone on a dossier made for it?"""

from __future__ import annotations

from pathlib import Path

import typer

from pipeline.cli.options.rulebook import RehearseRulebookOptions
from pipeline.cli.said import say
from pipeline.rehearsal.cases import unrehearsed
from pipeline.rehearsal.rehearse import rehearse
from pipeline.rehearsal.result import FILE, as_json, conclusion, differences, lines, read
from pipeline.rulebook.find import load
from schemas.errors import RulebookError
from schemas.regulation.catalogue import while_speaking


def run(asked: RehearseRulebookOptions) -> None:
    """Write the dossiers, screen them, say what came of each; status 1 where a rule does not hold."""
    try:
        rulebook = load(asked.which)
    except RulebookError as error:
        say(str(error))
        raise typer.Exit(1) from None
    out = asked.out or Path(f"演练-{rulebook.id}")
    result = out / FILE
    golden = asked.golden or (result if result.is_file() else None)
    before = read(golden) if golden else None
    outcomes = rehearse(rulebook, asked.which, out / "卷宗", asked.only)
    for line in lines(outcomes):
        say(line)
    with while_speaking(rulebook.own):
        besides = unrehearsed(rulebook)
    for line in besides if not asked.only else ():
        say(f"－ 没有演练：{line}")
    changed = list(differences(before, outcomes)) if before is not None else []
    for line in [f"与上次演练（{golden}）不同的有 {len(changed)} 处："] * bool(changed) + changed:
        say(line)
    result.write_text(as_json(rulebook.id, outcomes), encoding="utf-8")
    say(f"{conclusion(outcomes)}结果：{result}")
    if any(not one.holds for one in outcomes):
        raise typer.Exit(1)
