"""What axe finds wrong with the page that a tab shows: who sees badly or has no mouse would stumble over it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tests.builders.browser import Tab

SCRIPT = Path(__file__).resolve().parents[1] / "console" / "axe" / "axe.min.js"
# All rules, those of good practice among them, and those of WCAG 2.2 that are off otherwise.
_ASKED = """(async () => {
  const found = await axe.run(document, {resultTypes: ['violations'], rules: {'target-size': {enabled: true}}});
  return found.violations.flatMap(one => one.nodes.map(node =>
    `${one.id} at ${node.target.join(' ')}: ${node.failureSummary.replaceAll('\\n', ' ')}`));
})()"""


@cache
def _script() -> str:
    return SCRIPT.read_text(encoding="utf-8")


def violations(tab: Tab) -> list[str]:
    """A line each: the rule, the place, what is wrong."""
    tab.say(f"void (() => {{ if (!window.axe) {{ {_script()} }} }})()")
    return list(tab.say(_ASKED))
