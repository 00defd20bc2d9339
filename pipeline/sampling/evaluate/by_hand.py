"""What must stand in a report so that its numbers can be redone by hand: inputs, formulas, both sides of each bound?"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.sampling.evaluate.evaluate import Evaluation, stratum_of
from pipeline.sampling.statistics.combined import likeliest
from pipeline.sampling.statistics.distributions import fewest_contrary
from pipeline.sampling.statistics.stratum import Stratum

_FORMULAS = (
    "X 为抽 n 个时符合的个数，A 为总体中符合的个数。X 服从超几何分布：",
    "P(X = x) = C(A, x) · C(N − A, n − x) ÷ C(N, n)。",
    "下限：使 P(X ≥ k) > α 的最小的 A，除以 N；上限：使 P(X ≤ k) > α 的最大的 A，除以 N。双侧时 α 减半。",
)
_ENDLESS = (
    "总体看作没有尽头。X 为问 n 个时符合的个数，p 为总体的符合率。X 服从二项分布：",
    "P(X = x) = C(n, x) · pˣ · (1 − p)ⁿ⁻ˣ。",
    "下限（Clopper–Pearson）：使 P(X ≥ k) = α 的 p，即 B(k, n − k + 1) 的 α 分位数。",
    "上限：使 P(X ≤ k) = α 的 p，即 B(k + 1, n − k) 的 1 − α 分位数。双侧时 α 减半。",
)
_TOGETHER = (
    "分层：T = Σ Nₕ·kₕ ÷ nₕ（h 为层），t 为实际的 T。符合的 A 个可以有各种分法落在各层，各层的 kₕ 服从超几何分布。",
    "下限：在各种分法中 P(T ≥ t) 的最大值 > α 的最小的 A；上限对不符的个数同样处理。",
)
_EACH = ("分层：各层分别求下限、上限，α 平分给未全部核实的各层（二项分布时平分给各层），再按个数加权相加（保守）。",)
STRINGER = (
    "Stringer 上限 = 总额 ×〔p(0) + Σ (p(j) − p(j−1)) × 第 j 大的比例〕+ 必查部分，"
    "p(j) 为 j 张有错时的单侧 Clopper–Pearson 上限；按置信系数表时，p(j) 为系数 ÷ 张数（系数即 Γ 分布（形状 j + 1）"
    "的 1 − α 分位数，如 95% 时 3.00、4.75、6.30）。"
)


def by_hand(evaluation: Evaluation) -> list[str]:
    """The lines, in Chinese."""
    asked, answered, agreed = evaluation.counts
    about, level = evaluation.filled.about, evaluation.confidence
    given = f"总体 N = {about['population']}，答复 n = {answered}，符合 k = {agreed}"
    lines = [f"输入：{given}，置信度 {level}%，风险 α = {100 - level}%。", *_formulas(evaluation), *_worked(evaluation)]
    if evaluation.at_least is not None and evaluation.way == "hypergeometric":
        contrary = fewest_contrary(int(about["population"]), evaluation.at_least)
        worked = f"⌊(1 − {evaluation.at_least}%) × {about['population']}⌋ + 1 = {contrary} 个"
        lines.append(f"符合率低于 {evaluation.at_least}% 时，不符的至少 {worked}。")
    return [
        *lines,
        f"“否认接受服务”计为已答复且不符；空号、拒访、未填写计为未答复（{asked - answered} 个）。",
        f"种子：{about.get('seed', '')}　抽样框 SHA-256：{about.get('frame_sha256', '')}",
    ]


def _formulas(evaluation: Evaluation) -> Sequence[str]:
    if evaluation.way == "by_amount":
        return ()
    strata = (_TOGETHER if evaluation.combined else _EACH) if len(evaluation.parts) > 1 else ()
    return (*(_ENDLESS if evaluation.way == "binomial" else _FORMULAS), *strata)


def _worked(evaluation: Evaluation) -> list[str]:
    """The chances on both sides of each bound, so that whoever redoes them knows where to look."""
    strata = [stratum_of(part, "answered") for part in evaluation.parts]
    if evaluation.way != "hypergeometric" or (len(strata) > 1 and not evaluation.combined):
        return []
    size, bounds = sum(stratum.population for stratum in strata), evaluation.cases["answered"].bounds
    risk = f"{(100 - evaluation.confidence) / 100:f}"
    contrary = [stratum.mirrored() for stratum in strata]
    return [
        *_sides("下限", "符合", int(bounds.lower * size), strata, risk),
        *_sides("上限", "不符", size - int(bounds.upper * size), contrary, risk),
    ]


def _sides(bound: str, what: str, count: int, strata: Sequence[Stratum], risk: str) -> list[str]:
    """The chance at the bound and one below it; nothing where no smaller number is possible at all."""
    seen = sum(stratum.agreed for stratum in strata)
    if count <= seen:
        return []
    (here, parts), (below, _) = (likeliest(strata, number) for number in (count, count - 1))
    lying = "、".join(f"{stratum.name} {part}" for stratum, part in zip(strata, parts, strict=True))
    where = f"（{lying}）" if len(strata) > 1 else ""
    so_many = f"按{what}的算，P(T ≥ t)" if where else f"样本中{what}的不少于实际的概率"
    beyond = f"核对{bound}：总体中{what}的有 {count} 个{where}时，{so_many}为 {here:.6f} ＞ {risk}"
    return [f"{beyond}；有 {count - 1} 个时{'最大' if where else ''}为 {below:.6f} ≤ {risk}。"]
