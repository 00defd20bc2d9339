"""A made-up regulation that needs every word of the language, its rulebook and form, for tests to write down."""

from __future__ import annotations

from pathlib import Path

TEXT = """示例省产业服务平台认定管理办法
（示工信发〔2025〕9号）
第一条 为规范认定，制定本办法。
第二章 认定条件
第二条 服务平台应同时具备以下条件：
（一）具有独立法人资格，资产负债率不超过75%。
（二）珠三角地区年服务中小企业不少于60家，其他地区不少于30家。
（三）服务收入占营业收入的比重不低于50%，或者研发费用不少于100万元。
（四）近两年服务企业数量增长10%以上。
（五）每5家在孵企业配备创业导师不少于1名。
（六）本科及以上学历或中级及以上职称的服务人员占60%以上。
（七）近三年内无严重失信记录。
第三章 评分和材料
第三条 评价得分达到15分以上，其中创新能力指标得分不低于10分，或拥有发明专利证书。
第四条 申报单位提交下列材料：
（一）示例省产业服务平台申请表；
（二）近两年度审计报告；
（三）最近三笔服务合同；
（四）在有效期内的资质证书；
（五）租期三年以上的租赁合同；
（六）知识产权清单，评分时提供。
第五条 本办法自2025年3月1日起施行，有效期三年。
附件1
一、评分指标
（一）创新能力指标（满分20分）
1.研发费用占营业收入比重（满分20分）
A.5%以上（20分）
B.3%-5%（10分）
C.3%以下（0分）
"""

RULEBOOK = """id: example-language
title: 示例省产业服务平台认定管理办法
issuer: 示例省工业和信息化厅
number: 示工信发〔2025〕9号
region: 示例省
in_force: {from: 2025-03-01, until: 2028-03-01, article: 第五条}
forms: [example-language-application]
regions: {珠三角: [广州市, 深圳市, 东莞市]}
measures:
  debts: {title: 负债总额, unit: 万元}
  debt_ratio: {title: 资产负债率, share_of: debts, in: total_assets, over_100: true}
  service_share: {title: 服务收入占营业收入的比重, share_of: service_revenue, in: revenue}
  rd_cost: {title: 研发费用, unit: 万元, read: [form, {audit: [研发费用]}]}
  rd_share: {title: 研发费用占营业收入比重, share_of: rd_cost, in: revenue}
  mentors: {title: 创业导师数, unit: 名}
  tenants: {title: 在孵企业数, unit: 家}
  mentors_per: {title: 每5家在孵企业配备的创业导师, of: mentors, per: 5, in: tenants, unit: 人, words: [创业导师]}
  patents: {title: 发明专利证书数, unit: 项, read: [{papers: [patent]}]}
lists:
  rights: {title: 知识产权清单, columns: {名称: name, 类别: class, 授权日期: granted_on 日期}}
papers:
  patent: {title: 发明专利证书}
qualified: {education: 本科, title: 中级, join: or}
conditions:
  - {measure: legal_person, equals: 法人, article: 第二条（一）, asks: 具有独立法人资格}
  - {measure: debt_ratio, at_most: 75, article: 第二条（一）, asks: 资产负债率不超过75%}
  - measure: enterprises_served
    article: 第二条（二）
    asks: 年服务中小企业珠三角不少于60家，其他地区不少于30家
    bounds: [{for: 珠三角, at_least: 60}, {for: others, at_least: 30}]
  - id: income_or_research
    article: 第二条（三）
    asks: 服务收入占比不低于50%，或研发费用不少于100万元
    any_of: [{measure: service_share, at_least: 50}, {measure: rd_cost, at_least: 100}]
  - {measure: enterprise_growth, at_least: 10, years: 2, article: 第二条（四）, asks: 近两年服务企业增长10%以上}
  - {measure: mentors_per, at_least: 1, article: 第二条（五）, asks: 每5家在孵企业配备创业导师不少于1名}
  - measure: qualified_staff_share
    at_least: 60
    article: 第二条（六）
    asks: 本科及以上学历或中级及以上职称人员占60%以上
  - id: good_standing
    article: 第二条（七）
    asks: 近三年内无严重失信记录
    none_of: {papers: [credit_report], words: [严重失信], years: 3}
score:
  article: 第三条
  asks: 评价得分达到15分以上，其中创新能力不低于10分，或拥有发明专利证书
  at_least: 15
  of_each: {创新能力: 10}
  direct:
    - {measure: patents, at_least: 1, asks: 拥有发明专利证书}
  items:
    - id: research
      part: 创新能力
      title: 研发费用占营业收入比重
      article: 附件1 一（一）1
      measure: rd_share
      points: {5%以上: 20, 3%-5%: 10, 3%以下: 0}
manual:
  - {article: 第二条（五）, text: 每5家, why: 是配备创业导师的单位数，写在度量里}
procedures:
  application:
    title: 认定申报
    article: 第四条
    form: example-language-application
    lists: [operations, rights]
    materials:
      - {item: "4.1", title: 申请表, paper: application_form}
      - {item: "4.2", title: 近两年度审计报告, paper: audit_report, years: 2}
      - {item: "4.3", title: 最近三笔服务合同, paper: service_agreement, count: 3}
      - {item: "4.4", title: 有效期内的资质证书, paper: qualification, valid_on: reckoning}
      - {item: "4.5", title: 租期三年以上的租赁合同, paper: lease, valid_for: 3}
      - {item: "4.6", title: 知识产权清单, paper: rights_list, when: {way: points}}
"""

FORM = """id: example-language-application
kind: application_form
title: 示例省产业服务平台申请表
source: 附件2
in_text: false
titles: [示例省产业服务平台申请表]
blanks:
  star: {title: 申报星级, kind: choice}
lines:
  - 申请单位名称：{applicant_name}
  - 注册日期：{registered_on} 单位性质：{organisation_type}
  - 注册地址：{registered_address}
  - 上年末总资产{total_assets}万元 负债总额{debts}万元
  - 研发费用{rd_cost}万元
  - 创业导师{mentors}名 在孵企业{tenants}家
  - 申报星级{star} □四星 □五星
tables:
  - table: operations
    titles: [近年运营情况]
    columns: {年度: year, 营业收入: revenue, 服务收入: service_revenue, 服务中小企业户数: enterprises_served}
    source: 附件2
  - table: rights
    titles: [知识产权清单]
    columns: {名称: name, 类别: class, 授权日期: granted_on}
    source: 附件2
"""


def write_language(folder: Path, rulebook: str = RULEBOOK, form: str = FORM) -> Path:
    """Rulebook, form and text side by side; the path of the rulebook."""
    (folder / "example-language-application.yaml").write_text(form, encoding="utf-8")
    (folder / "example-language.txt").write_text(TEXT, encoding="utf-8")
    path = folder / "example-language.yaml"
    path.write_text(rulebook, encoding="utf-8")
    return path
