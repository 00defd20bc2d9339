"""The words of a SmartArt are read where it stands."""

from lxml import etree

from extractors.read.word.diagrams import diagram_words

DATA = (
    '<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><dgm:ptLst>{}</dgm:ptLst></dgm:dataModel>'
)


def point(text, kind="node"):
    return f'<dgm:pt type="{kind}"><dgm:t><a:p><a:r><a:t>{text}</a:t></a:r></a:p></dgm:t></dgm:pt>'


def test_each_shape_is_a_line_and_the_layouts_points_are_none():
    points = point("总经理") + point("x", "pres") + point("y", "sibTrans") + point(" ") + point("财务部")
    assert list(diagram_words(etree.fromstring(DATA.format(points)))) == ["总经理", "财务部"]
