"""The command `dossier rulebook new`: what would a rulebook say, drafted from the text of its regulation?"""

from __future__ import annotations

from pipeline.cli.options.rulebook import NewRulebookOptions
from pipeline.cli.said import say
from pipeline.drafting.files import NewRulebook, write_draft
from pipeline.drafting.points import DraftMark


def run(asked: NewRulebookOptions) -> None:
    """Write the files, and say how many points stand how and what to do next."""
    folder = asked.out or asked.text.parent / f"草案-{asked.text.stem}"
    made = write_draft(asked.text, asked.annexes or [], folder, asked.name, asked.answers)
    for line in _said(made):
        say(line)


def _said(made: NewRulebook) -> list[str]:
    certain, doubtful, asked = (made.count(one) for one in (DraftMark.CERTAIN, DraftMark.CONFIRM, DraftMark.ASKED))
    counts = f"照抄 {certain} 处、请确认 {doubtful} 处、待定 {asked} 处"
    lines = [
        f"草案已写到 {made.rulebook}",
        f"{counts}，已答复 {made.answered} 处。请用浏览器打开 {made.page} 核对",
    ]
    lines += [f"注意：{remark}" for remark in made.remarks]
    if made.problems:
        lines.append(f"与办法文本还有 {len(made.problems)} 处不一致：")
        lines += [f"  {problem}" for problem in made.problems]
    else:
        lines.append("与办法文本逐条核对，没有发现不一致。")
    lines.append("核对后把 answers.yaml 放进同一目录，再运行一次同样的命令；然后 dossier rulebook check、rehearse。")
    return lines
