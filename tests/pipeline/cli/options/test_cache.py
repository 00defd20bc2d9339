"""What may be asked of ``dossier cache``, said in Chinese and at once."""

from tests.builders.commands import dossier


def test_both_commands_explain_themselves():
    assert "存放在哪里" in dossier("cache", "show", "--help").output
    assert "申报材料、初审结果和核定都不受影响" in dossier("cache", "clear", "--help").output
