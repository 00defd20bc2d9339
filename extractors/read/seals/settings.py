"""Every tolerance of finding seals, one class for each question, each with unit, range and benchmark.

A share or a factor has no unit; points are those of the page, and of the masks, which have one pixel a point.
"""

from __future__ import annotations

from dataclasses import dataclass

from extractors.layout.tolerance import tolerance

SEALS = "scan_tolerances seals"
"""Measured with ``benchmarks/scan_tolerances.py seals``: 16 pages with seals, 16 without, 4 of others."""

_MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class InkSettings:
    """Where a picture has seal ink, other ink and paper, and whether it was taken in colour."""

    redder_least: float = tolerance(
        0.05, "share of the paper's light that red ink gives back more in red, clean scans", (0.05, 0.05), SEALS
    )
    redder_most: float = tolerance(0.10, "the same on noisy scans")
    noise_usual: float = tolerance(50.0, "percentile of redness that is the paper's own")
    noise_high: float = tolerance(75.0, "percentile of redness that is its noise", (52.5, 75.0), SEALS)
    noise: float = tolerance(6.0, "times from the one to the other that ink stands out")
    dark: float = tolerance(0.30, "share of the paper's light that other ink takes")
    bare: float = tolerance(0.80, "share of the paper's light that bare paper gives back", (0.56, 0.8), SEALS)
    least_paper: float = tolerance(70.0, "levels of the lightest that is paper at all")
    least_red: float = tolerance(0.35, "share of the paper's red light that red ink keeps", (0.245, 0.49), SEALS)
    window: int = tolerance(
        41, "pt (14 mm) within which some paper is seen: wider than any stroke or star of a seal", (29, 57), SEALS
    )
    filled: int = tolerance(
        11, "pt across of what is filled: banners, photographs, emblems; strokes are narrower", (8, 15), SEALS
    )
    filled_rim: int = tolerance(7, "pt about it that go with it", (5, 10), SEALS)
    tint: float = tolerance(
        3.0, "levels by which a tint differs from that of others as light before it is colour", (2.1, 3.0), SEALS
    )
    tiles: int = tolerance(12, "tiles along each side in which colour is counted", (12, 17), SEALS)
    tinted: float = tolerance(0.005, "share of a tile that is coloured", (0.0035, 0.005), SEALS)
    least_tiles: int = tolerance(4, "such tiles of a colour scan", (3, 4), SEALS)
    least_span: int = tolerance(5, "tiles that they reach over: a scanning program's mark keeps to one spot")


@dataclass(frozen=True, slots=True)
class RingSettings:
    """Which ellipses are voted for, and what is looked at about each."""

    radius_least: int = tolerance(15, "coarse pixels (2 pt) of the smallest radius (21 mm across)")
    radius_most: int = tolerance(54, "coarse pixels of the largest (75 mm across): photographs' sizes are assumed")
    radius_step: int = tolerance(2, "coarse pixels between radii that are tried")
    inked: float = tolerance(0.2, "share of a coarse pixel that is inked", (0.14, 0.28), SEALS)
    edge: int = tolerance(60, "coarse pixels beyond the page where the middle of a seal may lie that its edge cuts")
    near_edge: int = tolerance(6, "pt from the edge at which that is thought of")
    fewest: int = tolerance(30, "pixels of ink that vote")
    least_vote: float = tolerance(0.28, "share of a ring that votes for it", (0.196, 0.28), SEALS)
    most_rings: int = tolerance(8, "rings of a page")
    most_tried: int = tolerance(24, "rings that are looked at")
    on_line: float = tolerance(1.2, "coarse pixels from its course that are the ring's", (0.84, 1.2), SEALS)
    around_from: float = tolerance(2.8, "coarse pixels outside it where the band about it begins", (1.96, 2.8), SEALS)
    around_to: float = tolerance(5.0, "coarse pixels outside it where that ends", (3.5, 5.0), SEALS)
    page: float = tolerance(0.75, "share of the page's longer side that a radius has at most")
    arc_worth: float = tolerance(0.6, "share of a ring on the page below 1 less this that counts for less")
    arc_least: float = tolerance(0.2, "share of a ring on the page below which it counts for nothing")
    apart: float = tolerance(3.0, "times nearer than their radius that two middles are one", (3.0, 3.0), SEALS)
    narrow_bridge: int = tolerance(
        7, "pt between strokes that hang together; more joins what is beside fresh prints", (5, 7), SEALS
    )
    broad_bridge: int = tolerance(17, "pt between strokes of pale prints that fall to pieces", (17, 17), SEALS)
    heap: float = tolerance(0.45, "share of its longer side that a heap of strokes is wide at least")
    shorter: float = tolerance(
        0.55, "share of its longer axis that the shorter one of a ring has", (0.385, 0.55), SEALS
    )
    smaller: float = tolerance(0.8, "share of the smallest radius that an ellipse may have", (0.56, 0.8), SEALS)
    rim: float = tolerance(
        0.12, "share of its radius about a ring where strokes are fitted to, at first", (0.12, 0.168), SEALS
    )
    rim_close: float = tolerance(0.07, "the same at last", (0.07, 0.098), SEALS)
    fitted: float = tolerance(0.35, "share of the directions in which strokes must lie")
    grown: float = tolerance(1.25, "times larger or smaller that fitting makes an ellipse", (1.25, 1.75), SEALS)
    line: float = tolerance(
        0.015, "share of the radius from the outermost stroke to the middle of its line", (0.0105, 0.021), SEALS
    )
    slack: float = tolerance(0.02, "share of the radius from its course that is the ring's", (0.014, 0.028), SEALS)
    slack_points: float = tolerance(1.0, "pt: the same of small rings", (0.7, 1.0), SEALS)
    beside_from: float = tolerance(1.12, "radii at which the band around it begins", (1.12, 1.12), SEALS)
    beside_to: float = tolerance(1.28, "radii at which it ends", (1.28, 1.79), SEALS)
    within: float = tolerance(0.9, "radii that are within", (0.63, 1.26), SEALS)
    letters_from: float = tolerance(0.45, "radii between which letters stand")
    letters_to: float = tolerance(0.8, "radii between which letters stand", (0.8, 0.8), SEALS)
    shown: float = tolerance(0.1, "share of a ring on the page of which something can be said")
    piece: float = tolerance(0.025, "of clearness that each piece of a broken ring costs", (0.025, 0.035), SEALS)
    outside: float = tolerance(0.5, "of clearness that ink all around it costs", (0.5, 0.5), SEALS)
    larger: float = tolerance(300.0, "pt of radius that are worth as much as being wholly clear")
    covered: float = tolerance(0.8, "radii of the larger one within which a middle lies in its ring")
    beyond: float = tolerance(0.1, "radii of the other that are added to its own")
    same: float = tolerance(0.5, "half axes within which the middles of one seal's rings lie")


@dataclass(frozen=True, slots=True)
class SealSettings:
    """Which rings, squares and slices are seals."""

    sure: float = tolerance(0.50, "clearness of a ring that is a seal (see rings.clear)", (0.35, 0.7), SEALS)
    likely: float = tolerance(0.36, "clearness of a ring that perhaps is one", (0.36, 0.504), SEALS)
    copied: float = tolerance(0.75, "clearness of one in black, where type is all around")
    office_least: float = tolerance(44.0, "pt from the middle to the rim of the smallest seal of an office (38 mm)")
    rim: float = tolerance(0.08, "radii beyond the middle of the rim in which it still touches words")
    between: float = tolerance(0.09, "radii between two places of a seal: less than a line of small type is high")
    fill_least: float = tolerance(0.03, "share inked within a ring; with nothing in it, it was drawn by a pen")
    fill_most: float = tolerance(
        0.62, "the same at most: a filled disc is an emblem or a picture", (0.62, 0.868), SEALS
    )
    inner: float = tolerance(0.025, "share inked within, its own broad line left out")
    lettered: float = tolerance(0.15, "share of the directions in which something stands within", (0.105, 0.15), SEALS)
    bare: float = tolerance(0.3, "share within that is bare paper: pens draw rings around black type")
    least_ink: int = tolerance(60, "pixels of red ink on a page that may have a seal")
    round: float = tolerance(0.86, "shorter by longer axis: oval seals have 0.67 to 0.75", (0.602, 1.2), SEALS)
    cut: float = tolerance(
        0.5, "share of a ring on the page below which it is a slice of a seal over many pages", (0.35, 0.5), SEALS
    )
    bridge: int = tolerance(9, "pt between strokes of one print", (6, 13), SEALS)
    square_least: float = tolerance(10 * _MM, "pt of the smallest name seal (10 mm)")
    square_most: float = tolerance(32 * _MM, "pt of the largest (32 mm)", (90.70866141732284, 127.0), SEALS)
    block: float = tolerance(0.6, "share of its longer side that a print is wide at least", (0.42, 0.84), SEALS)
    square: float = tolerance(0.75, "the same of a square", (0.525, 0.75), SEALS)
    square_fill_least: float = tolerance(0.2, "share inked of a square")
    square_fill_most: float = tolerance(0.9, "share inked of a square")
    finger_fill_least: float = tolerance(0.5, "share inked of a fingerprint")
    finger_fill_most: float = tolerance(0.87, "share inked of a fingerprint", (0.609, 1.22), SEALS)
    finger: float = tolerance(0.9, "share of its longer side that it is wide at most", (0.63, 0.9), SEALS)
    framed: float = tolerance(0.7, "share of each side of a square that is inked along", (0.7, 0.7), SEALS)
    frame: float = tolerance(0.12, "share of the square that is its side", (0.084, 0.12), SEALS)
    frame_least: int = tolerance(3, "pt of the same")
    at_edge: int = tolerance(2, "pt from the page's edge at which a slice is cut")
    slice_high_least: float = tolerance(20 * _MM, "pt of the height of a slice (20 mm)")
    slice_high_most: float = tolerance(60 * _MM, "pt of the height of a slice (60 mm)")
    slice_wide_least: float = tolerance(2 * _MM, "pt of the width of a slice (2 mm)")
    slice_wide_most: float = tolerance(0.8, "share of its height that a slice is wide at most")
    slice_fill_least: float = tolerance(0.05, "share inked of a slice")
    slice_fill_most: float = tolerance(0.6, "share inked of a slice")


@dataclass(frozen=True, slots=True)
class RemovalSettings:
    """Which red ink goes before text is read."""

    redder: int = tolerance(28, "levels that seal ink is redder than green and blue")
    least_ink: int = tolerance(200, "pixels of such ink on a page that may have a seal")
    coarse: int = tolerance(600, "pixels of the longer side at which seals are looked for")
    smallest: float = tolerance(0.045, "share of the page's longer side of the smallest seal (13 mm of A4)")
    largest: float = tolerance(0.34, "share of the page's longer side of the largest (100 mm of A4)")
    even: float = tolerance(0.4, "share of its longer side that it is wide at least")
    filled: float = tolerance(0.7, "share of its box that is inked at most")
    paper: float = tolerance(90.0, "percentile of the red light there that is the paper's")
    light: float = tolerance(0.62, "share of it above which the seal covers bare paper; darker is writing under it")


@dataclass(frozen=True, slots=True)
class SealTextSettings:
    """What the ring of a seal says."""

    inner: float = tolerance(0.56, "radii at which its letters begin")
    outer: float = tolerance(0.97, "radii at which they end")
    strip: int = tolerance(48, "pixels of the height of the ring laid out straight")
    sure: float = tolerance(0.85, "score of the least sure letter: with writing under it, letters are misread at less")
    fewest: int = tolerance(4, "letters of a name")
    red: float = tolerance(97.0, "percentile of redness that is full ink")
    red_least: float = tolerance(20.0, "levels of redness of the faintest print")
    rim: int = tolerance(6, "part of the strip, at its top and foot, that is the ring's own line")
    letter: int = tolerance(150, "levels of grey below which a pixel is a letter's")


INK = InkSettings()
RING = RingSettings()
SEAL = SealSettings()
REMOVAL = RemovalSettings()
SEAL_TEXT = SealTextSettings()
