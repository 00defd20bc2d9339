"""The voucher list of a special audit (哈尔滨第十一条（四）) is read with amounts in 元, whatever its head says."""

from decimal import Decimal

from extractors.content.tables import grids
from extractors.lists.find import listings
from tests.builders.documents import document, table

HEAD = ["序号", "费用名称", "收付款凭证名称", "凭证号码", "凭证日期", "金额（元）", "凭证出具单位名称"]
ROW = ["1", "培训费", "增值税普通发票", "00123456", "2025年3月5日", "12,000.50", "示例印务有限公司"]


def rows(*texts: list[str]) -> list[dict[str, object]]:
    (listing,) = [one for one in listings(grids(document([table(list(texts))]))) if one.table == "vouchers"]
    return [dict(row.values) for row in listing.rows]


def test_the_seven_columns_of_the_regulation_are_read() -> None:
    assert rows(HEAD, ROW, ["合计", "", "", "", "", "12,000.50", ""]) == [
        {
            "no": 1,
            "fee_name": "培训费",
            "voucher": "增值税普通发票",
            "number": "00123456",
            "date": "2025-03-05",
            "amount": Decimal("12000.50"),
            "issuer": "示例印务有限公司",
        },
    ]


def test_an_amount_under_a_head_in_ten_thousands_is_kept_in_yuan() -> None:
    head = [*HEAD[:5], "金额（万元）", HEAD[6]]
    assert rows(head, [*ROW[:5], "1.2", ROW[6]])[0]["amount"] == Decimal(12000)


def test_other_words_for_the_heads_are_known() -> None:
    head = ["序号", "摘要", "票据种类", "发票号码", "开票日期", "价税合计", "开票单位"]
    (row,) = rows(head, ROW)
    assert (row["number"], row["date"], row["issuer"]) == ("00123456", "2025-03-05", "示例印务有限公司")


def test_a_list_of_equipment_with_invoices_is_no_voucher_list() -> None:
    head = ["序号", "设备名称", "规格型号", "数量", "购置时间", "金额", "发票号码"]
    found = listings(grids(document([table([head, ["1", "测试仪", "甲型", "1", "2024-05", "3.5", "00123456"]])])))
    assert [one.table for one in found if one.table == "vouchers"] == []
