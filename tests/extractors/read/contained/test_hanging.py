"""What hangs on a PDF is found by its kind, and what takes it apart is loaded only then."""

from __future__ import annotations

import subprocess
import sys

from extractors.read.contained import files_in
from tests.builders.pdf_objects import stream, string, written

FILE = stream("name,age", "/Type/EmbeddedFile")
SPEC = f"<</Type/Filespec/F(list.csv)/UF{string('名单.csv')}/EF<</F 8 0 R>>>>"
NAMES = f"/Names<</EmbeddedFiles<</Names[{string('a')} 9 0 R]>>>>"


def test_the_attachment_of_a_pdf():
    held = files_in(written("", FILE, SPEC, catalogue=NAMES), "报告.pdf")
    assert [(one.name, one.data) for one in held] == [("名单.csv", b"name,age")]


def test_two_of_one_name_are_told_apart():
    spec = f"/Names<</EmbeddedFiles<</Names[{string('a')} 9 0 R {string('b')} 9 0 R]>>>>"
    names = [one.name for one in files_in(written("", FILE, SPEC, catalogue=spec), "报告.pdf")]
    assert len(set(names)) == len(names) > 0


def test_who_looks_into_no_message_does_not_load_what_takes_one_apart():
    line = "import sys; import extractors.read.contained; print('email.message' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", line], capture_output=True, check=True, text=True)  # noqa: S603  our own line
    assert done.stdout.strip() == "False"
