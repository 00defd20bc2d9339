"""What may be asked of ``dossier letter``."""

from tests.builders.commands import dossier


def test_the_kinds_are_explained():
    shown = dossier("letter", "--help").output
    assert "核实函" in shown
    assert "不符合条件告知书" in shown
