"""A share is out of a hundred where nobody says how many."""

from decimal import Decimal

from schemas.regulation.recipes import CountedRows, Quotient, StatementRow


def test_a_share_is_in_per_cent():
    assert Quotient("a", "b").times == Decimal(100)
    assert Quotient("a", "b", Decimal(5)).times == 5


def test_rows_are_counted_unless_a_column_is_summed():
    assert CountedRows("patents").column == ""
    assert StatementRow(("研发费用",)).statement == "income"
