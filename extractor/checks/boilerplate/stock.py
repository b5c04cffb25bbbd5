"""Which sentences of a report are stock, said everywhere, and which were taken from somewhere.

A stock phrase stands in many agencies' reports, each time among other sentences. A sentence of a
copied report may stand in many reports, too: but with the same sentence before or behind it only
where it was copied; or in the reports of one template, which are like this one altogether.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

# What five other agencies, or one in fifty, say beside those of one template belongs to nobody.
_LEAST, _SHARE = 5, 0.02


def is_stock(said_by: NDArray[np.float64], agencies: int) -> NDArray[np.bool_]:
    """`said_by`: how many other agencies say each sentence, those not counted whose reports are
    like this one altogether."""
    stock: NDArray[np.bool_] = said_by >= _limit(agencies)
    return stock


def taken_together(
    said_by: NDArray[np.float64], same_row: NDArray[np.bool_], agencies: int
) -> NDArray[np.bool_]:
    """Which sentences stand beside one with which they stand in the neighbour's report
    (`same_row`), but hardly anywhere else (`said_by`: the same of each two sentences in a row)."""
    taken = same_row & ~is_stock(said_by, agencies)
    beside: NDArray[np.bool_] = np.append(taken, False) | np.append(False, taken)
    return beside


def _limit(agencies: int) -> float:
    return max(_LEAST, _SHARE * agencies)
