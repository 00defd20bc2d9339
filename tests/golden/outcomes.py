"""What is worth keeping of a screening, so that a person can read the difference?"""

from __future__ import annotations

import json
from pathlib import Path

from pipeline import demo
from pipeline.intake import inbox as intake_inbox
from pipeline.results.as_json import screening_json
from pipeline.screen import Settings, screen

HERE = Path(__file__).parent
# One of the demo's dossiers for each regulation: the golden file is named after the regulation.
DOSSIERS = {
    "harbin": "01-哈尔滨-齐全",
    "national-2017": "03-国家-齐全",
    "liaocheng-2021": "04-聊城-缺件",
    "qinhuangdao-2020": "06-秦皇岛-数据不一致",
    "zhengzhou": "07-郑州-不符合",
}
_SHOWN_TO_PEOPLE = ("judgement.", "seal.")


def outcome(inbox: Path, dossier: str) -> dict[str, object]:
    """Verdict, statuses and figures of one dossier, the form's blanks only where they are not in order.

    Places and wording are other tests' work.
    """
    entry = next(entry for entry in intake_inbox.entries(inbox) if entry.id == dossier)
    record: dict[str, object] = json.loads(json.dumps(screening_json(screen(entry, Settings(demo.AS_OF)))))
    return {
        "dossier": dossier,
        "applicant": record["dossier"]["applicant"],  # type: ignore[index]
        "verdict": record["verdict"],
        "materials": {each["item"]: each["status"] for each in record["materials"]},  # type: ignore[attr-defined]
        "findings": {
            each["rule"]: each["status"]
            for each in record["findings"]  # type: ignore[attr-defined]
            if not each["rule"].startswith(("material.", *_SHOWN_TO_PEOPLE))
            and not (each["rule"].startswith("form.") and each["status"] == "pass")
        },
        "figures": [
            f"{each['measure']} {each['source']} {each['value']} {each['unit']}".strip()
            for each in record["figures"]  # type: ignore[attr-defined]
        ],
        "rows": {name: len(rows) for name, rows in record["tables"].items()},  # type: ignore[attr-defined]
    }


def kept(rulebook: str) -> Path:
    """Where the golden outcome of this regulation lies."""
    return HERE / f"{rulebook}.json"


def as_text(outcome: dict[str, object]) -> str:
    """As the golden file says it: one status or figure a line."""
    return json.dumps(outcome, ensure_ascii=False, indent=1) + "\n"
