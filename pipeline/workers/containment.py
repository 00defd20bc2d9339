"""What becomes of an error nobody foresaw? It is one unit's loss, told without what it quotes."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from pipeline.workers.plan import Lost
from schemas.errors import RulebookError, UsageError
from schemas.process import mishaps

Unit = TypeVar("Unit")
Result = TypeVar("Result")
_OURS = frozenset({"pipeline", "extractors", "validators", "schemas"})


def contained(work: Callable[[Unit], Result], unit: Unit) -> Result | Lost:
    """The work's result; whatever it raises is this unit's loss, wrong usage and rulebooks aside."""
    try:
        return work(unit)
    except (UsageError, RulebookError):
        raise
    except MemoryError as error:
        mishaps.short_of_memory()
        return Lost(explained(error))
    except Exception as error:  # noqa: BLE001  one dossier must not end the batch
        return Lost(explained(error))


def explained(error: BaseException) -> str:
    """What broke and where in the program, without the error's text, which may quote the dossier."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if _OURS.intersection(Path(frame.filename).parts)]
    place = f"，{Path(ours[-1].filename).name} 第 {ours[-1].lineno} 行" if ours else ""
    return f"程序处理该卷宗时出错（{type(error).__name__}{place}），请人工核看，并将此信息反馈给维护人员"
