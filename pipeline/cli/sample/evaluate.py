"""The command `dossier sample evaluate`: what do the filled call sheets prove?"""

from __future__ import annotations

from pipeline.cli.json_output import print_json
from pipeline.cli.option_values import number, number_if_given
from pipeline.cli.options.sample import EvaluateOptions
from pipeline.cli.said import say
from pipeline.cli.signing import signature
from pipeline.sampling.evaluate.assess import Asked, assess


def run(asked: EvaluateOptions) -> None:
    """The evaluation as JSON, and as a document beside the call sheets."""
    claim = Asked(
        number_if_given("--at-least", asked.at_least),
        number("--confidence", asked.confidence),
        asked.endless,
        asked.expected if asked.two_stages else None,
    )
    target = asked.out or asked.callsheets[0].with_name("evaluation.docx")
    print_json(assess(asked.callsheets, claim, target, signature(asked.by, asked.at)))
    say(f"评价表已写入 {target}", err=True)
