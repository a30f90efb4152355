"""What is passed without asking Pandera is what Pandera passes: for each column of the contract."""

from typing import Any

import pytest

from sheetsync import contract, pandera_check
from sheetsync.contract import ColumnSpec

COLUMNS = [
    (tab.tab, column)
    for tab in contract.load().tabs
    for column in tab.columns
    if column.owner in ("person", "row")
]


def candidates(spec: ColumnSpec) -> list[Any]:
    """Cells at, within and just beyond every bound of a column."""
    if spec.type == "tick":
        return [True, False]
    if spec.type in ("date", "datetime"):
        return [None]
    if spec.type == "number":
        low, high = (
            (spec.in_range.min_value, spec.in_range.max_value) if spec.in_range else (-9.0, 9.0)
        )
        return [None, 0, low - 1, low, (low + high) / 2, high, high + 1]
    most = spec.str_length.max_value if spec.str_length else pandera_check.MAX_CELL
    own = spec.isin or ()
    return ["", "?", "a", "A", "Mon-Fri", "x" * most, "x" * (most + 1), *own]


@pytest.mark.parametrize(
    ("tab", "spec"), COLUMNS, ids=[f"{tab}: {spec.title}" for tab, spec in COLUMNS]
)
def test_a_column_is_plainly_fine_only_if_pandera_says_so_too(tab: str, spec: ColumnSpec):
    cells = candidates(spec)
    columns = [[cell] for cell in cells] + [[cells[0], cell, cell] for cell in cells]
    for values in columns:
        found = pandera_check.broken_checks({spec.title: spec}, {spec.title: values})
        assert pandera_check.plainly_fine(spec, values) == (not found), (tab, values[:2])
