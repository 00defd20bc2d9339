"""The command `dossier sample digits`: do the first digits of the vouchers' amounts look as they should?"""

from __future__ import annotations

from pipeline.cli.json_output import print_json
from pipeline.cli.options.sample import DigitsOptions
from pipeline.sampling.draw.draw import number_of
from pipeline.sampling.draw.populations import population
from pipeline.sampling.draw.screening_results import read_results
from pipeline.sampling.statistics.first_digits import first_digits


def run(asked: DigitsOptions) -> None:
    """The test as JSON."""
    frame = population(read_results(asked.results), "vouchers", asked.dossier)
    amounts = [amount for unit in frame.units if (amount := number_of(unit, "amount")) is not None]
    print_json(first_digits(amounts).as_json())
