"""What does a person read in one paragraph of a DOCX?

Tracked changes are accepted, hidden and struck runs left out, marks written as □ ☑ √, fields by their result. Text
boxes, which only hang on a paragraph, are handed back beside its text; a short one lies over a gap in it and fills it.
Source: ECMA-376 part 1, 17.3 (paragraphs and runs), 17.16 (fields).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from extractors.read.office_package import RELATED
from extractors.read.set_off import Look, Piece, has_references, read_off
from extractors.read.symbol_fonts import is_symbol_font, shown
from extractors.read.word import controls
from extractors.read.word.bound import bound_words
from extractors.read.word.boxes import BOX, filled_in, may_cover
from extractors.read.word.comments import REFERENCES
from extractors.read.word.controls import W
from extractors.read.word.fields import is_placeholder, lacks_result
from extractors.read.word.picture_sizes import drawn_size, stands_in_line, styled_size
from extractors.read.word.state import LARGE, Story
from extractors.read.word.table_looks import Switches
from extractors.values.text import cleaned, is_unanswered
from schemas.trust import Doubt, Doubts

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_V = "{urn:schemas-microsoft-com:vml}"
_O = "{urn:schemas-microsoft-com:office:office}"
_WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

_LINES, _RINGS = ("line", "straightConnector1"), ("ellipse", "donut")


@dataclass(slots=True)
class _Field:
    """A field that is open: its instruction so far, whether its result has begun."""

    instruction: list[str] = field(default_factory=list)
    mark: str | None = None
    in_result: bool = False
    started: int = 0
    """The first piece of the line that is of its result."""


@dataclass(slots=True)
class ParagraphState:
    """One paragraph as it is being read."""

    story: Story
    parts: list[Piece] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    drawn_over: bool = False
    """A line or a stroke of the pen is drawn in it, or a short box that fills no gap lies on its words."""
    unresolved: bool = False
    """It holds a field whose result no program stored."""
    crossed_out: bool = False
    """Words behind its label, or all of its words, are struck out, and none stand in their stead."""
    two_values: bool = False
    """It holds a control whose stored data say otherwise than its text."""
    pictured: bool = False
    """A small picture stands among its words, where a value would."""
    fields: list[_Field] = field(default_factory=list)
    styled: Switches = (None, None, None)
    """What the paragraph's style says of its runs."""
    look: Look = Look.PLAIN
    """Of the run at hand."""
    text: str = ""
    """What a person reads, cleaned, once the paragraph was read."""
    comments: list[str] = field(default_factory=list)
    """The numbers of the comments that hang on it."""

    def doubts(self) -> Doubts:
        """Why the text may not be what a person sees there."""
        held = (
            (Doubt.OVERLAID, self.drawn_over),
            (Doubt.NOT_READ, self.unresolved or (self.pictured and bool(self.text.strip()))),
            (Doubt.TWO_VALUES, self.two_values),
            (Doubt.CROSSED_OUT, self.crossed_out),
        )
        return frozenset(doubt for doubt, holds in held if holds)

    def write(self, text: str) -> None:
        """Add text, unless it stands in the instruction of a field."""
        if all(each.in_result for each in self.fields):
            self.parts.append((text, self.look))
        elif self.look is not Look.STRUCK:
            self.fields[-1].instruction.append(text)


def read_line(paragraph: Element, story: Story) -> ParagraphState:
    """The paragraph, without its automatic number."""
    line = ParagraphState(story, styled=story.looks.of_paragraph(paragraph.find(W + "pPr")))
    _inline(paragraph, line)
    struck = "".join(text for text, look in line.parts if look is Look.STRUCK).strip()
    story.struck += bool(struck)
    text, by_look = read_off(line.parts)
    line.crossed_out = bool(struck) and is_unanswered(text, struck)
    story.chosen_by_look |= by_look
    story.references |= has_references(line.parts)
    line.text, line.boxes = filled_in(cleaned(text), line.boxes)
    line.drawn_over = bool(line.text.strip()) and (line.drawn_over or any(map(may_cover, line.boxes)))
    return line


def unwrapped(container: Element, story: Story) -> Iterator[Element]:
    """The children, with controls, custom XML and accepted insertions taken out of their wrappers."""
    for child in container:
        tag = child.tag
        if tag == W + "sdt":
            content = child.find(W + "sdtContent")
            if content is None:
                continue
            _settle(child, content, story)
            yield from unwrapped(content, story)
        elif tag in _WRAPPERS:
            story.revised |= tag in _INSERTED
            yield from unwrapped(child, story)
        elif tag == MC + "AlternateContent":
            branch = chosen_branch(child)
            if branch is not None:
                yield from unwrapped(branch, story)
        elif tag in _REMOVED:
            story.revised = True
        else:
            yield child


def _settle(control: Element, content: Element, story: Story) -> None:
    """Make the content of a control show its state: the mark of a box; nothing where only its prompt stands."""
    mark = controls.control_mark(control.find(W + "sdtPr"))
    words = bound_words(control.find(W + "sdtPr"), story.stores) if story.stores else None
    if mark is not None:
        written = (node for node in content.iter(W + "t") if (node.text or "").strip())
        glyph = next(written, None)
        if glyph is not None:
            glyph.text = mark + (glyph.text or "").lstrip(" ☐☑☒□■✓√")
    elif words:
        _rewrite(control, content, words, story)
    elif controls.shows_prompt(control, story.prompt_styles):
        for node in content.iter(W + "t"):
            node.text = ""


def _rewrite(control: Element, content: Element, words: str, story: Story) -> None:
    """Make the content of a control say what the data say that it is bound to."""
    texts = list(content.iter(W + "t"))
    before = "".join(node.text or "" for node in texts).strip()
    if not texts or before == words or next(content.iter(W + "tbl"), None) is not None:
        return
    prompted = controls.shows_prompt(control, story.prompt_styles)
    for node in texts:
        node.text = ""
    texts[0].text = words
    if not prompted and before:
        story.rebound.add(texts[0])


def chosen_branch(alternatives: Element) -> Element | None:
    """The one branch to read of content that is stored twice, for new and for old programs."""
    branches = [child for child in alternatives if child.tag in (MC + "Choice", MC + "Fallback")]
    written = (each for each in branches if next(each.iter(W + "t", BOX, _A + "blip"), None) is not None)
    return next(written, branches[0] if branches else None)


def _inline(element: Element, line: ParagraphState) -> None:
    for child in element:
        handle = _HANDLERS.get(child.tag)
        if handle is not None:
            handle(child, line)


def _symbol_font(properties: Element | None) -> str | None:
    """The font of signs that a run is written in; None for a font of letters."""
    fonts = None if properties is None else properties.find(W + "rFonts")
    font = None if fonts is None else fonts.get(W + "ascii") or fonts.get(W + "hAnsi")
    return font if is_symbol_font(font) else None


def _run(run: Element, line: ParagraphState) -> None:
    properties = run[0] if len(run) and run[0].tag == W + "rPr" else None
    look, hidden = line.story.looks.of_run(properties, line.styled)
    if hidden:
        line.story.hidden |= run.find(W + "t") is not None
        return
    symbolic = _symbol_font(properties)
    before, line.look = line.look, look if line.look is not Look.STRUCK else line.look
    for child in run:
        if child.tag == W + "t":
            line.two_values |= bool(line.story.rebound) and child in line.story.rebound
            line.write(shown(child.text or "", symbolic))
        else:
            handle = _HANDLERS.get(child.tag)
            if handle is not None:
                handle(child, line)
    line.look = before


def _text(node: Element, line: ParagraphState) -> None:
    line.write(node.text or "")


def _literal(text: str) -> Callable[[Element, ParagraphState], None]:
    return lambda _node, line: line.write(text)


def _symbol(node: Element, line: ParagraphState) -> None:
    line.write(controls.symbol(node))


def _skip_change(_node: Element, line: ParagraphState) -> None:
    line.story.revised = True


def _accept_change(node: Element, line: ParagraphState) -> None:
    line.story.revised = True
    _inline(node, line)


def _control(node: Element, line: ParagraphState) -> None:
    content = node.find(W + "sdtContent")
    if content is not None:
        _settle(node, content, line.story)
        _inline(content, line)


def _field_sign(node: Element, line: ParagraphState) -> None:
    kind = node.get(W + "fldCharType")
    if kind == "begin":
        data = node.find(W + "ffData")
        line.fields.append(_Field(mark=None if data is None else controls.legacy_field(data)))
    elif line.fields and kind == "separate":
        line.fields[-1].in_result = True
        line.fields[-1].started = len(line.parts)
        # A box or drop-down has no text of its own in the result; some writers repeat it there.
        if line.fields[-1].mark is not None:
            line.fields[-1].in_result = False
    elif line.fields and kind == "end":
        closed = line.fields.pop()
        if closed.mark is not None:
            line.write(closed.mark)
        else:
            _shown_by_field(closed, line)


def _shown_by_field(closed: _Field, line: ParagraphState) -> None:
    """What a field shows without a result of its own; a placeholder of a mail merge is none."""
    instruction = "".join(closed.instruction)
    if not closed.in_result:
        text = controls.overlaid(instruction)
        before, line.look = line.look, Look.SET_OFF if "○" in instruction else line.look
        line.write(text)
        line.look = before
        unresolved = not text and lacks_result(instruction)
    else:
        unresolved = is_placeholder(instruction, "".join(text for text, _ in line.parts[closed.started :]))
        if unresolved:
            del line.parts[closed.started :]
    line.unresolved |= unresolved
    line.story.unresolved += unresolved


def _simple_field(node: Element, line: ParagraphState) -> None:
    """A field written as one element."""
    held = _Field([node.get(W + "instr") or ""], in_result=True, started=len(line.parts))
    _inline(node, line)
    held.in_result = len(line.parts) > held.started
    _shown_by_field(held, line)


def _comment(node: Element, line: ParagraphState) -> None:
    line.comments.append(node.get(W + "id") or "")


def _instruction(node: Element, line: ParagraphState) -> None:
    if line.fields:
        line.fields[-1].instruction.append(node.text or "")


def _ruby(node: Element, line: ParagraphState) -> None:
    base = node.find(W + "rubyBase")
    if base is not None:
        _inline(base, line)


def _break(node: Element, line: ParagraphState) -> None:
    if node.get(W + "type") in (None, "textWrapping"):
        line.write("\n")
    else:
        line.write("\n" if line.parts else "")


def _alternatives(node: Element, line: ParagraphState) -> None:
    line.drawn_over |= _is_ink(node)
    branch = chosen_branch(node)
    if branch is not None:
        _inline(branch, line)


def _is_ink(alternatives: Element) -> bool:
    """Whether these are strokes of the pen, which old programs are given as a picture."""
    return any(node.tag.endswith("}contentPart") for node in alternatives.iter("{*}contentPart"))


def _is_line(shape: Element) -> bool:
    """Whether a line is drawn here, or a ring as people draw it round a word."""
    if shape.tag == _A + "prstGeom":
        return shape.get("prst") in _LINES or (shape.get("prst") in _RINGS and _holds_nothing(shape))
    return shape.tag == _V + "line" or (shape.tag == _V + "oval" and next(shape.iter(BOX), None) is None)


def _holds_nothing(outline: Element) -> bool:
    """Whether this outlines a shape that is neither a picture nor a box of text."""
    shape = next(outline.iterancestors(_WPS + "wsp"), None)
    return shape is not None and next(shape.iter(BOX), None) is None


def _shape(node: Element, line: ParagraphState) -> None:
    """Gather the text boxes of a drawing, the writing of word art, and count its pictures."""
    for child in node:
        tag = child.tag
        line.drawn_over |= _is_line(child)
        if tag == BOX:
            line.boxes.append(child)
        elif tag == MC + "AlternateContent":
            line.drawn_over |= _is_ink(child)
            branch = chosen_branch(child)
            if branch is not None:
                _shape(branch, line)
        elif tag == _V + "textpath":
            line.write(child.get("string") or "")
        elif not _counted(child, line):
            _shape(child, line)


def _counted(child: Element, line: ParagraphState) -> bool:
    """Note a picture, an object, a SmartArt or a chart; whether the element was one."""
    tag = child.tag
    if tag == _A + "blip":
        size = drawn_size(child)
        line.pictured |= 0 < size[0] * size[1] < LARGE and stands_in_line(child)
        line.story.pictures.add(child.get(RELATED + "embed") or "", *size)
    elif tag == _V + "imagedata":
        line.story.pictures.add(child.get(RELATED + "id") or "", *styled_size(child.getparent()))
    elif tag == _O + "OLEObject":
        line.story.objects.append(child.get(RELATED + "id") or "")
    elif tag.endswith("}relIds"):
        _diagram(child, line)
    elif tag.endswith("}chart"):
        line.story.charts += 1
    else:
        return False
    return True


def _diagram(node: Element, line: ParagraphState) -> None:
    """The words of a SmartArt, one shape to a line; they stand in a part of their own."""
    for words in line.story.diagrams.get(node.get(RELATED + "dm") or "", ()):
        line.write(f"\n{words}")


_INSERTED = frozenset((W + "ins", W + "moveTo"))
_REMOVED = frozenset((W + "del", W + "moveFrom"))
_WRAPPERS = _INSERTED | {W + name for name in ("customXml", "smartTag", "dir", "bdo")}

# The containers of a formula that hold what is written in it.
_MATHS = "r d e num den sub sup deg lim f func rad nary acc bar box m mr sSub sSup sSubSup"

_HANDLERS: dict[str, Callable[[Element, ParagraphState], None]] = (
    {
        W + "r": _run,
        W + "t": _text,
        W + "tab": _literal("\t"),
        W + "ptab": _literal("\t"),
        W + "cr": _literal("\n"),
        W + "br": _break,
        W + "noBreakHyphen": _literal("-"),
        W + "sym": _symbol,
        W + "sdt": _control,
        W + "sdtContent": _inline,
        W + "hyperlink": _inline,
        W + "smartTag": _inline,
        W + "customXml": _inline,
        W + "fldSimple": _simple_field,
        W + "dir": _inline,
        W + "bdo": _inline,
        W + "ruby": _ruby,
        W + "ins": _accept_change,
        W + "moveTo": _accept_change,
        W + "del": _skip_change,
        W + "moveFrom": _skip_change,
        W + "fldChar": _field_sign,
        W + "instrText": _instruction,
        W + "drawing": _shape,
        W + "pict": _shape,
        W + "object": _shape,
        MC + "AlternateContent": _alternatives,
        _M + "oMath": _inline,
        _M + "oMathPara": _inline,
        _M + "t": _text,
    }
    | {_M + name: _inline for name in _MATHS.split()}
    | dict.fromkeys(REFERENCES, _comment)
)
