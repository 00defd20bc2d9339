"""A made-up city's regulation, rulebook and form, for the tests to write into a folder of their own."""

from __future__ import annotations

from pathlib import Path

REGULATION = """示例市中小企业公共服务示范平台
认定管理办法

第一章 总则
第一条为规范认定，按照本办法第三条、第四条
的要求，制定本办法。
第二章 认定条件
### 第二条 示范平台应同时具备以下条件：
- (一) 独立法人，运营三年以上，资产总额不少
于1.2亿元；
（二）年服务中小企业七十家以上，近两年服务企业数量稳步增长；用户满意度百分之八十五以上。
（三）从事服务的人员不少于 15 人。
由社会团体主办的，（三）中人数可放宽至 8 人。
第三条 示范平台应满足至少一项功能：
（一）培训服务。年培训 1,200 人次以上。
第三章 申报材料
第四条 申报单位提交下列材料：
（一）示例市中小企业公共服务示范平台申请表；
（二）营业执照。
第五条 本办法自2025年3月1日起施行，有效期三年。
附件1
示例市中小企业公共服务示范平台申请表
""".replace("1,200", "1200")

RULEBOOK = """id: example-city
title: 示例市中小企业公共服务示范平台认定管理办法
issuer: 示例市工业和信息化局
number: 示工信发〔2025〕1号
region: 示例市
in_force: {from: 2025-03-01, until: 2028-03-01, article: 第五条}
forms: [example-application]
conditions:
  - {measure: operating_years, at_least: 3, article: 第二条（一）, asks: 运营满三年}
  - {measure: total_assets, at_least: 12000, article: 第二条（一）, asks: 资产总额不少于1.2亿元}
  - {measure: enterprises_served, at_least: 70, article: 第二条（二）, asks: 一年服务不少于70家}
  - {measure: enterprise_growth, rising: true, article: 第二条（二）, asks: 近两年服务企业数量稳步增长}
  - {measure: satisfaction, at_least: 85, article: 第二条（二）, asks: 满意度不低于85%}
  - measure: staff_count
    article: 第二条（三）
    asks: 服务人员不少于15人
    at_least: 15
    may_relax: {to: 8, article: 第二条末款, asks: 社会团体主办的可放宽, when: {organisation_type: [社会团体]}}
functions:
  article: 第三条
  asks: 至少一项功能达到要求
  at_least: 1
  each:
    - id: training
      article: 第三条（一）
      all_of:
        - {measure: person_times, at_least: 1200, asks: 一年培训不少于1200人次}
procedures:
  application:
    title: 认定申报
    article: 第四条
    form: example-application
    lists: [operations]
    materials:
      - {item: "4.1", title: 申请表, paper: application_form}
      - {item: "4.2", title: 营业执照, paper: business_licence}
judgements:
  - {id: legal_person, article: 第二条（一）, asks: 是独立法人, words: [独立法人]}
"""

FORM = """id: example-application
kind: application_form
title: 示例市中小企业公共服务示范平台申请表
source: 附件1
titles: [示例市中小企业公共服务示范平台申请表]
lines:
  - 申请单位名称：{applicant_name}
  - 从业人数{staff_count}人
tables:
  - table: operations
    titles: [近年运营情况]
    columns: {年度: year, 营业收入: revenue, 服务中小企业户数: enterprises_served}
    source: 附件1
"""


def write_city(folder: Path, rulebook: str = RULEBOOK, form: str = FORM) -> Path:
    """The two files of the made-up city, and its regulation's text beside them."""
    (folder / "example-application.yaml").write_text(form, encoding="utf-8")
    (folder / "example-city.txt").write_text(REGULATION, encoding="utf-8")
    path = folder / "example-city.yaml"
    path.write_text(rulebook, encoding="utf-8")
    return path
