"""The base of all frames that cross a boundary."""

from __future__ import annotations

import pandera.pandas as pa

from schemas.process import pandas_alone

pandas_alone.settle()


class ExactFrame(pa.DataFrameModel):
    """A frame with exactly the columns that its schema names."""

    class Config:
        """No column more."""

        strict = True
