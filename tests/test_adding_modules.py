"""What docs/adding.md says of a format, a report and a command is enough: a copy of the house gets just that."""

import json

import pytest

from tests.builders.house import copied, dossier

READER = '''"""Notes: one line, one paragraph."""

from schemas.document import Document, Page, Paragraph


def read(data: bytes, path: str, sha256: str) -> Document:
    lines = data.decode().splitlines()[1:]
    blocks = tuple(Paragraph(line, cell=f"段{at}") for at, line in enumerate(lines, 1))
    return Document(path, sha256, "", (Page(1, blocks),))
'''
REPORT = '''"""How many findings there are, on a slip of paper."""

from pipeline.results.batch import ReportContext


def render(context: ReportContext) -> bytes | None:
    return f"{len(context.screening.findings)} 条".encode()
'''
OPTIONS = '''"""What may be asked of ``dossier greet``?"""

from dataclasses import dataclass
from typing import Annotated

import typer


@dataclass(frozen=True, slots=True)
class GreetOptions:
    """打个招呼。"""

    name: Annotated[str, typer.Argument(metavar="姓名", help="向谁")]
    loud: Annotated[bool, typer.Option("--loud", help="大声")] = False
'''
COMMAND = '''"""The command `dossier greet`."""

import typer

from pipeline.cli.options.greet import GreetOptions
from schemas.errors import UsageError


def run(asked: GreetOptions) -> None:
    if not asked.name.strip():
        raise UsageError("请写明姓名。")
    typer.echo(f"{asked.name}，您好{'！' if asked.loud else '。'}")
'''


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    return copied(
        tmp_path_factory.mktemp("house"),
        {
            "extractors/read/note/__init__.py": "",
            "extractors/read/note/reader.py": READER,
            "pipeline/reports/slip.py": REPORT,
            "pipeline/cli/options/greet.py": OPTIONS,
            "pipeline/cli/greet.py": COMMAND,
        },
        [
            ("extractors/read/media_type.py", "_MAGIC = (", '    (b"%NOTE", "application/x-note"),'),
            (
                "extractors/read/__init__.py",
                "FORMATS: Mapping[str, FormatReader] = {",
                '    "application/x-note": FormatReader("note.reader"),',
            ),
            ("pipeline/screened.py", "from pipeline.results import as_json", "from pipeline.reports import slip"),
            ("pipeline/screened.py", "REPORTS: Mapping[str, Render] = {", '    "slip.txt": slip.render,'),
            (
                "pipeline/cli/main.py",
                "from pipeline.cli.options.extract import ExtractOptions",
                "from pipeline.cli.options.greet import GreetOptions",
            ),
            ("pipeline/cli/main.py", "COMMANDS: Mapping[str, type] = {", '    "greet": GreetOptions,'),
        ],
    )


def test_a_format_is_a_reader_and_a_line(house, tmp_path):
    (tmp_path / "说明").write_text("%NOTE\n甲方\n乙方", encoding="utf-8")
    done = dossier(house, "extract", tmp_path / "说明")
    assert done.returncode == 0, done.stderr
    record = json.loads(done.stdout)
    assert (record["media_type"], record["status"]) == ("application/x-note", "read")
    assert [block["text"] for block in record["pages"][0]["blocks"]] == ["甲方", "乙方"]


def test_a_report_is_a_module_and_a_line(house, tmp_path):
    (tmp_path / "收件" / "甲").mkdir(parents=True)
    (tmp_path / "收件" / "甲" / "说明.txt").write_text("示例公司说明", encoding="utf-8")
    done = dossier(
        house, "screen", tmp_path / "收件", "--jobs", "1", "--rulebook", "zhengzhou", "--out", tmp_path / "结果"
    )
    assert done.returncode == 0, done.stderr
    screening = json.loads((tmp_path / "结果" / "甲" / "screening.json").read_text(encoding="utf-8"))
    assert (tmp_path / "结果" / "甲" / "slip.txt").read_text(encoding="utf-8") == f"{len(screening['findings'])} 条"


def test_a_command_is_its_options_a_module_and_a_line(house):
    assert "greet" in dossier(house, "--help").stdout
    assert "打个招呼。" in dossier(house, "greet", "--help").stdout
    assert dossier(house, "greet", "甲", "--loud").stdout == "甲，您好！\n"
    refused = dossier(house, "greet", " ")
    assert (refused.returncode, refused.stderr) == (2, "请写明姓名。\n")
