"""Which fields, controls and symbols of a DOCX stand for a mark or a choice, and what a person sees of them."""

from __future__ import annotations

import re

from lxml.etree import _Element as Element

from extractors.read.symbol_fonts import shown

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"

# 带圈字符 and 合并字符: EQ \o\ac(□,√) lays its arguments over each other.
_OVERLAY = re.compile(r"eq\s*\\o(?:\s*\\a[clr])?\s*[(（](.{0,200})[)）]\s{0,9}$", re.IGNORECASE | re.DOTALL)
# The prompts of Word and WPS, for files whose prompts carry no style.
_PROMPT = re.compile(r"请?(?:单击|点击|轻触)|请?选择一项|click |tap |choose ", re.IGNORECASE)
_TICKS = frozenset("√✓✔vV")
_CROSSES = frozenset("×xX✗✘")
_OFF = frozenset(("0", "false", "off", "none"))


def is_on(switch: Element | None) -> bool:
    """Whether an on/off property is set: present without a value means on."""
    return switch is not None and (switch.get(W + "val") or "true").lower() not in _OFF


def symbol(sign: Element) -> str:
    """The character that a w:sym shows."""
    try:
        code = int(sign.get(W + "char") or "", 16)
    except ValueError:
        return ""
    return shown(chr(code), sign.get(W + "font"))


def legacy_field(field_data: Element) -> str | None:
    """What a legacy form field shows by itself: a box, or the chosen entry; None for a text field."""
    box = field_data.find(W + "checkBox")
    if box is not None:
        state = box.find(W + "checked")
        return "☑" if is_on(box.find(W + "default") if state is None else state) else "□"
    choices = field_data.find(W + "ddList")
    return None if choices is None else _entry_chosen(choices)


def _entry_chosen(choices: Element) -> str:
    """The entry of a list that is chosen, or stands there from the beginning."""
    entries = [each.get(W + "val") or "" for each in choices.iter(W + "listEntry")]
    chosen = choices.find(W + "result")
    chosen = choices.find(W + "default") if chosen is None else chosen
    index = int(chosen.get(W + "val") or 0) if chosen is not None else 0
    return entries[index] if 0 <= index < len(entries) else ""


def overlaid(instruction: str) -> str:
    """What an EQ field shows of characters laid over each other: a box with a tick in it is ☑."""
    match = _OVERLAY.search(instruction.strip())
    if match is None:
        return ""
    signs = [sign.strip() for sign in re.split(r"[,，;]", match.group(1))]
    if any(sign in ("□", "☐", "口") for sign in signs):
        if _TICKS.intersection(signs):
            return "☑"
        if _CROSSES.intersection(signs):
            return "☒"
    return "".join(sign for sign in signs if sign not in ("○", "□", "△", "◇"))


def control_mark(properties: Element | None) -> str | None:
    """☑ or □ for a checkbox content control, None for any other control."""
    box = None if properties is None else properties.find(W14 + "checkbox")
    if box is None:
        return None
    state = box.find(W14 + "checked")
    return "☑" if state is not None and (state.get(W14 + "val") or "1").lower() not in _OFF else "□"


def _written_runs(content: Element | None) -> list[Element]:
    return [] if content is None else [run for run in content.iter(W + "r") if run.find(W + "t") is not None]


def shows_prompt(control: Element, prompt_styles: frozenset[str]) -> bool:
    """Whether a control still shows its prompt (单击此处输入文字) and is thus a blank.

    Programs that fill controls often leave the flag behind: then the text is not in the prompt's style.
    """
    properties = control.find(W + "sdtPr")
    if properties is None or not is_on(properties.find(W + "showingPlcHdr")):
        return False
    runs = _written_runs(control.find(W + "sdtContent"))
    if _PROMPT.match("".join(run.findtext(W + "t") or "" for run in runs).strip()):
        return True
    styles = (run.find(f"{W}rPr/{W}rStyle") for run in runs)
    return all(style is not None and style.get(W + "val") in prompt_styles for style in styles)
