"""Ask Pandera about columns whose cells are read: which of them break a rule of the contract.

Pandera takes a second to load. Who can say without it that a column is fine
(:func:`plainly_fine`) does not ask.
"""

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sheetsync.contract import ColumnSpec

if TYPE_CHECKING:
    import pandera.pandas as pa

MAX_CELL = 50_000
"""Most characters in one cell of a Google Sheet (Google's published limit)."""

_PLAIN_TEXT = ("text", "choice")


def plainly_fine(spec: ColumnSpec, values: Sequence[Any]) -> bool:
    """Say of a column that Pandera will find nothing, without asking it.

    To load Pandera takes a second, longer than all else that a small book needs, and most
    columns of most books are clean. Where this says no, Pandera decides.
    """
    filled = [value for value in values if value]
    if len(filled) < len(values) and not spec.nullable:
        return False
    if spec.isin is not None:
        fine = set(filled) <= set(spec.isin)
    elif spec.type in _PLAIN_TEXT:
        most = spec.str_length.max_value if spec.str_length else MAX_CELL
        fine = all(len(value) <= most for value in filled)
    else:
        fine = True
    if spec.in_range is not None:
        low, high = spec.in_range.min_value, spec.in_range.max_value
        fine = fine and all(low <= value <= high for value in filled)
    if spec.str_matches is not None:
        matches = re.compile(spec.str_matches).match
        fine = fine and all(map(matches, filled))
    return fine and (not spec.unique or len(set(filled)) == len(filled))


def broken_checks(
    specs: Mapping[str, ColumnSpec], cells: Mapping[str, list[Any]]
) -> tuple[tuple[str, int, str], ...]:
    """Run Pandera over columns: column, row index and what was expected of each bad cell."""
    if not specs:
        return ()
    import pandas as pd

    with _without_hypothesis():
        import pandera.errors
        import pandera.pandas as pa

    columns = {title: pandera_column(spec) for title, spec in specs.items()}
    tested = {
        title: column for title, column in columns.items() if column.checks or not column.nullable
    }
    if not tested:
        return ()
    schema = pa.DataFrameSchema(tested)
    frame = pd.DataFrame(
        {title: pd.Series([v or None for v in cells[title]], dtype=object) for title in tested}
    )
    try:
        schema.validate(frame, lazy=True)
    except pandera.errors.SchemaErrors as errors:
        found: list[tuple[str, int, str]] = []
        for error in errors.schema_errors:
            title = str(error.schema.name)
            # Pandera leaves blanks out of its answer: only its own index says which row is meant.
            passed = error.check_output.fillna(value=True)
            found += [
                (title, int(index), str(error.check.error))
                for index in passed.index[~passed.to_numpy(dtype=bool)]
            ]
        return tuple(found)
    return ()


@contextmanager
def _without_hypothesis() -> Iterator[None]:
    """Keep Pandera from loading Hypothesis where that is installed, as it is for developers.

    Pandera can make up examples with it; that costs a fifth of a second and checks nothing.
    """
    if "hypothesis" in sys.modules:
        yield
        return
    sys.modules["hypothesis"] = None  # type: ignore[assignment]  # "not to be found"
    try:
        yield
    finally:
        del sys.modules["hypothesis"]


def pandera_column(spec: ColumnSpec) -> "pa.Column":
    """Compile one column of the contract to Pandera.

    The cells are parsed before, so the column's dtype is ``object``; a blank is
    ``None``. Each check's ``error`` is the sentence that people read.
    """
    import pandera.pandas as pa

    checks = [
        pa.Check.str_length(
            max_value=spec.str_length.max_value if spec.str_length else MAX_CELL,
            error=f"is too long; expected at most "
            f"{spec.str_length.max_value if spec.str_length else MAX_CELL:,} characters",
        )
    ]
    if spec.isin is not None:
        allowed = ", ".join(spec.isin[:-1]) + " or " + spec.isin[-1]
        checks = [pa.Check.isin(spec.isin, error=f"is not allowed; expected {allowed}")]
    elif spec.type not in _PLAIN_TEXT:
        checks = []
    if spec.in_range is not None:
        low, high = spec.in_range.min_value, spec.in_range.max_value
        checks.append(
            pa.Check.in_range(
                low, high, error=f"is out of range; expected {low:,.0f} to {high:,.0f}"
            )
        )
    if spec.str_matches is not None:
        checks.append(pa.Check.str_matches(spec.str_matches, error="has the wrong form"))
    if spec.unique:
        checks.append(
            pa.Check(
                lambda s: ~s.duplicated(keep="first"), error="stands twice; each needs its own name"
            )
        )
    return pa.Column(object, checks, nullable=spec.nullable, name=spec.title)
