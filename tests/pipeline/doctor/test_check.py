"""A line of the doctor says three things."""

from pipeline.doctor.check import Fitness, MachineCheck


def test_a_line_without_advice_asks_for_nothing():
    assert MachineCheck("python", "Python", Fitness.OK, "3.11.7").advice == ""


def test_the_words_for_other_programs_are_these():
    assert [*Fitness] == ["ok", "limited", "failed"]
