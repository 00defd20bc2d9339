"""The command `dossier extract`: what the program read in one file."""

from __future__ import annotations

from pathlib import Path

import typer

from pipeline.cli.json_output import print_json
from pipeline.cli.options.extract import ExtractFormat, ExtractOptions
from pipeline.cli.said import say
from pipeline.extract import apart, as_workbook
from pipeline.file_names import shown
from pipeline.results.files import write


def run(asked: ExtractOptions) -> None:
    """The record on standard output, or the tables as a workbook; status 1 where the file cannot be read."""
    record, document = apart(asked.file)
    if asked.form is ExtractFormat.JSON:
        print_json(record)
    elif document is not None:
        target = asked.out or Path(f"{asked.file.stem}-tables.xlsx")
        write(target, as_workbook(document))
        say(f"表格已写入 {target}", err=True)
    if document is None:
        say(f"{shown(str(record['file']))}：{record['note']}", err=True)
        raise typer.Exit(1)
