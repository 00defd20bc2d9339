"""汇总表 in the office's columns, of those a person marked, from the registers of their rounds."""

import io

import pytest
from openpyxl import load_workbook

from schemas.decisions import Choice
from schemas.errors import UsageError
from schemas.office import NO_OFFICE, Office, OfficeColumn, OfficeSummary
from tests.builders.commands import dossier as command
from tests.builders.console import at_work, kept
from tests.builders.rounds import two_rounds


def mark(results, dossier, choice="recommend"):
    done = command("decide", results, dossier.key, "outcome", choice, "--name", "张三", "--reason", "可")
    assert done.exit_code == 0, done.output


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    with at_work(tmp_path_factory.mktemp("office")) as (one, batch, results):
        kept(results)
        first, last = batch.dossiers.order_by("order")
        mark(results, first)
        mark(results, last, "decline")
        yield one, batch, results, first, last


def test_marks_are_those_of_decisions_yaml(place):
    from console.results.summary import marks

    *_, first, last = place
    assert marks([first, last]) == {first.pk: Choice.RECOMMEND, last.pk: Choice.DECLINE}


def test_without_columns_of_the_office_they_are_those_of_the_word_file(place):
    from console.results.summary import summaries
    from pipeline.reports.register_docx import SUMMARY_COLUMNS

    (table,) = summaries([place[3]])
    assert list(table.heads) == [title for title, _, _ in SUMMARY_COLUMNS]
    said = dict(zip(table.heads, [cell.text for cell in table.lines[0].cells], strict=True))
    assert said["运营单位名称"] == place[3].applicant
    assert said["序号"] == "1"
    assert "公共服务平台" in table.title


def test_the_office_s_own_columns_in_its_order_and_its_own_ones_empty(place):
    from console.results.summary import as_workbook, summaries

    columns = (OfficeColumn("单位", "运营单位名称"), OfficeColumn("局长意见"), OfficeColumn("人数", "从业人数"))
    (table,) = summaries([place[3]], of=Office(summary=OfficeSummary("汇总", columns)))
    assert [cell.text for cell in table.lines[0].cells] == [place[3].applicant, "", "15"]
    book = load_workbook(io.BytesIO(as_workbook([table])))
    assert [cell.value for cell in next(book.worksheets[0].iter_rows(min_row=1))] == ["单位", "局长意见", "人数"]


def test_a_cell_with_several_readings_is_unsettled(place):
    from console.results.summary import summaries

    (table,) = summaries([place[4]])
    served = table.lines[0].cells[list(table.heads).index("上年度服务中小企业数")]
    assert served.unsettled
    assert "45（" in served.text
    assert table.unsettled == sum(cell.unsettled for cell in table.lines[0].cells)


def test_whoever_only_reads_sees_no_person_and_no_telephone(place):
    from console.results.summary import summaries

    (table,) = summaries([place[3]], masked=True)
    assert not {"联系人", "联系电话"} & set(table.heads)


def test_of_one_round_the_word_file_and_the_register_are_its_own(place):
    from console.results.summary import as_register, as_word

    _, _, results, first, last = place
    assert as_word([first], NO_OFFICE) == (results / "register.docx").read_bytes()
    assert as_register([first, last], NO_OFFICE) == (results / "register.xlsx").read_bytes()
    with pytest.raises(UsageError, match="尚无"):
        as_word([], NO_OFFICE)


def test_of_two_rounds_one_table_holds_both(tmp_path):
    from console.results.summary import as_register, as_word

    with two_rounds(tmp_path) as at:
        other = at.batch.dossiers.exclude(pk=at.dossier.pk).get()
        for one in (other, at.dossier):
            mark(one.results, one)
        made = load_workbook(io.BytesIO(as_register([other, at.dossier], NO_OFFICE)))
        assert [row[1] for row in made["初审汇总表"].values][1:] == [other.key, at.dossier.key]
        import docx

        table = docx.Document(io.BytesIO(as_word([other, at.dossier], NO_OFFICE))).tables[0]
        said = "\n".join(cell.text for row in table.rows for cell in row.cells)
        assert other.applicant in said
        assert at.dossier.applicant in said
