"""How is what the program says at a command said at a page, where there are neither commands nor options?

In:     a sentence of ours, of whatever part of the program.
Out:    the same, with the button or page instead of the command, and without the names of options.
"""

from __future__ import annotations

import re

_REWORDED: tuple[tuple[str, str], ...] = (
    (r"请重新运行 dossier screen ?", "请在批次页重新初审"),
    (r"请先(?:用|运行) ?dossier screen(?: 初审)?", "请先在批次页初审"),
    (r"请给出 dossier screen (?:前次)?写出的文件夹(?:，或其中一个卷宗的文件夹)?", "请管理员核对批次的文件夹"),
    (r"请先运行 dossier standing verify", "请管理员核对台账文件"),
    (r"请先运行 (?:dossier )?sample verify|请给出 dossier sample draw 写出的文件夹", "请管理员核对抽样文件夹"),
    (r"（sample plan --two-stages）抽取，请用 sample evaluate --two-stages 作结论", "抽取，请管理员按两阶段作结论"),
    (r"请用 sample draw 写出的文件填写", "请用本页给出的核实表填写"),
    (r"请先用 dossier standing import（原有名单）或 add（初审结果）", "请先在台账页导入原有名单，或由公示页记入结果，"),
    (r"，对象写 outcome，例如：dossier decide \S+ \S+ outcome recommend", "，请在汇总页标记"),
    (r"：dossier decide \S+ \S+ own add --text 问题 --name 姓名，再改判", "（核对页的“另加一点”），再改判"),
    (r"（dossier rulebook new [^）]*）", ""),
    (r"请先运行 dossier experts draw", "请先抽取专家"),
    (r"请重新运行 dossier letter 生成后再修改", "请作废后重新草拟"),
    (r"请用 --data 按修改后的内容写文书；要放弃修改、重新草拟的，加 --again", "请在文书页继续修改，或作废后重新草拟"),
    (r"（dossier decide … correct）", "（核对页的“更正”）"),
    (r"请对照 dossier decide 写出的样子修改", "请管理员核对该文件"),
    (r"请用 sample draw 写出的 callsheet\.xlsx 填写", "请用本页给出的核实表填写"),
    (r"请用 --rulebook 指明是哪一部办法", "请选定是哪一部办法"),
    (r"请用 --rulebook 指明", "请在新建批次时选定办法"),
    (r"如确是该程序，请用 --procedure .+? 重新初审", "如确是该程序，请管理员按该程序另行初审"),
    (r"请核对 --procedure 后重新初审该卷宗", "请管理员核对批次的程序"),
    (r"请用 --text 给出正文以核对条款和数字", "上传正文后才能核对条款和数字"),
    (r"请用 --file 和 --pages 注明它在", "请用“这是…”注明它在"),
    (r"[，或]*(?:请?减少 --jobs|加大 --timeout) ?后重试", "，或稍后重试"),
    (r"初审时请加上 --jobs \d+，以免内存用尽", "请关闭其他程序，以免内存用尽"),
    (r"请另选 --out(?: 并说明理由)?", "请另行抽取"),
    (r"(?<![^\s（、：，；])--[a-z-]+（([^）]*)）", r"\1"),
    (r"(?<![^\s（、：，；])--[a-z-]+ ?", ""),
    (r"（）", ""),
)
_RULES = tuple((re.compile(pattern), words) for pattern, words in _REWORDED)


def plain(said: object) -> str:
    """The sentence for a page; one that names no command is left as it is."""
    text = str(said)
    if "--" not in text and "dossier " not in text and "sample " not in text:
        return text
    for pattern, words in _RULES:
        text = pattern.sub(words, text)
    return text
