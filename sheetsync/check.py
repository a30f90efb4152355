"""Read each cell by its declared type, then let Pandera check whole tabs, lazily.

A cell that cannot be used is one finding and counts as blank; it never hides
another problem and never stops the run. Cells are parsed here and not by
Pandera's ``coerce``, which reports one bad cell for a whole column and turns the
text "FALSE" into a tick.
"""

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from sheetsync.cells import Scalar, from_serial, to_text
from sheetsync.contract import ColumnSpec
from sheetsync.finding import Finding
from sheetsync.snapshot import Snapshot, Tab

if TYPE_CHECKING:
    import pandera.pandas as pa

MAX_CELL = 50_000
"""Most characters in one cell of a Google Sheet (Google's published limit)."""

_ERRORS = frozenset(
    {"#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!", "#ERROR!", "Loading..."}
)
_NUMBER = re.compile(r"[+-]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?")
_EITHER = re.compile(r"\D{0,4}\d{1,3}(\.\d{3})+\D{0,4}")
_CURRENCY = re.compile(r"^(?:[$€£¥]|USD|EUR|GBP)\s*|\s*(?:[$€£¥]|USD|EUR|GBP)$")
_DATE_FORMATS = ("%d %b %Y", "%d %B %Y", "%b %d, %Y", "%B %d, %Y")
_PLAIN_TEXT = ("text", "choice")
_FIRST_YEAR, _LAST_YEAR = 1990, 2199


@dataclass(frozen=True, slots=True)
class Table:
    """One tab with its cells read by type.

    Attributes:
        tab: Where the cells stand.
        cells: Values by column title, each in the order of ``tab.rows``. Text and
            choices are stripped strings (blank is ``""``), ticks are booleans
            (blank is ``False``), numbers and dates are ``None`` when blank.
        findings: Every cell that could not be used.
        tested: What Pandera said of the people's cells.
    """

    tab: Tab
    cells: "Cells"
    findings: tuple[Finding, ...]
    tested: "Tested"

    def __len__(self) -> int:
        return len(self.tab.rows)


@dataclass(frozen=True, slots=True)
class Tested:
    """What Pandera says of a tab's cells, to be remembered for equal cells.

    Attributes:
        mark: Names the cells.
        broken: Column, index of the row and what was expected, for each cell that failed.
    """

    mark: str
    broken: tuple[tuple[str, int, str], ...]


class Cells(dict[str, list[Any]]):
    """Columns by title. A computed column is read when a rule first asks for it."""

    def __init__(self, tab: Tab) -> None:
        super().__init__()
        self._tab = tab

    def __missing__(self, title: str) -> list[Any]:
        spec = self._tab.contract.spec(title)
        self[title] = _PARSE[spec.type](self._tab.values(title)).values
        return self[title]


def check(snapshot: Snapshot, known: Iterable[Tested] = ()) -> Mapping[str, Table]:
    """Read and check every tab of the snapshot.

    Args:
        snapshot: The book.
        known: What Pandera has said before under the same contract; it is not asked
            about the same cells again.

    Returns:
        A table for each tab by title, in the order of the contract.
    """
    before = {tested.mark: tested for tested in known}
    return {title: _check_tab(tab, before) for title, tab in snapshot.tabs.items()}


def _check_tab(tab: Tab, known: Mapping[str, Tested]) -> Table:
    cells = Cells(tab)
    problems: list[_Problem] = []
    for spec, title in _columns(tab):
        if spec.owner in ("person", "row"):
            raw = tab.values(title)
            parsed = _PARSE[spec.type](raw)
            cells[title] = parsed.values
            problems += [
                _Problem(spec, title, index, raw[index], expected)
                for index, expected in parsed.bad.items()
            ]
    specs = _to_test(tab, cells)
    mark = _mark(tab.title, specs, cells)
    tested = known.get(mark) or Tested(mark, _broken_checks(specs, cells))
    problems += [
        _Problem(specs[title], title, index, cells[title][index], expected)
        for title, index, expected in tested.broken
    ]
    for problem in problems:
        cells[problem.title][problem.index] = _blank(problem.spec)
    findings = tuple(_finding(tab, problem) for problem in problems)
    return Table(tab=tab, cells=cells, findings=findings, tested=tested)


def _columns(tab: Tab) -> list[tuple[ColumnSpec, str]]:
    """Every column of the tab with its own title, those that are missing included."""
    own = [(spec, spec.title) for spec in tab.contract.columns if spec.each is None]
    known = {title for _, title in own}
    return own + [(tab.contract.spec(title), title) for title in tab.places if title not in known]


@dataclass(frozen=True, slots=True)
class _Problem:
    """A cell that cannot be used, and what was expected there."""

    spec: ColumnSpec
    title: str
    index: int
    value: Scalar
    expected: str


@dataclass(frozen=True, slots=True)
class _Parsed:
    """A column read by type, and for each bad cell what was expected."""

    values: list[Any]
    bad: Mapping[int, str]


def _finding(tab: Tab, problem: _Problem) -> Finding:
    shown = " ".join(to_text(problem.value).split())
    shown = shown if len(shown) <= 40 else shown[:39] + "…"
    ids = tab.places.get("Lead ID")
    row = tab.rows[problem.index]
    lead = tab.grid.columns[ids][row] if ids is not None else None
    return Finding(
        code=problem.spec.code,
        tab=tab.title,
        message=f"{problem.title}: “{shown}” {problem.expected}.",
        row=row,
        lead_id=to_text(lead).strip(),
        column=problem.title,
    )


def _blank(spec: ColumnSpec) -> Any:
    return {"text": "", "choice": "", "tick": False}.get(spec.type)


def _texts(raw: Sequence[Scalar]) -> _Parsed:
    values = [
        value.strip() if value.__class__ is str else "" if value is None else to_text(value)
        for value in raw
    ]
    bad: dict[int, str] = {}
    if not _ERRORS.isdisjoint(values):
        bad = {
            index: "is a formula's error; correct the formula"
            for index, value in enumerate(values)
            if value in _ERRORS
        }
    return _Parsed(values, bad)


def _choices(raw: Sequence[Scalar]) -> _Parsed:
    return _Parsed([to_text(value).strip() if value is not None else "" for value in raw], {})


def _ticks(raw: Sequence[Scalar]) -> _Parsed:
    expected = "is not a tick; expected TRUE, FALSE or a blank cell"
    bad = {
        index: expected
        for index, value in enumerate(raw)
        if value is not None and value.__class__ is not bool and to_text(value).strip()
    }
    return _Parsed([value is True for value in raw], bad)


def _numbers(raw: Sequence[Scalar]) -> _Parsed:
    return _each(raw, _number, "is not a number; expected digits, such as 50000")


def _dates(raw: Sequence[Scalar]) -> _Parsed:
    return _each(raw, _date, "is not a date; expected a real date, such as 2026-03-14")


def _datetimes(raw: Sequence[Scalar]) -> _Parsed:
    return _each(raw, _datetime, "is not a date with a time, such as 2026-03-14 09:30")


def _each(raw: Sequence[Scalar], read: Callable[[Scalar], Any], expected: str) -> _Parsed:
    if not any(value is not None for value in raw):
        return _Parsed([None] * len(raw), {})
    values = [None if value is None else read(value) for value in raw]
    bad = {
        index: expected
        for index, value in enumerate(values)
        if value is None and raw[index] is not None and to_text(raw[index]).strip()
    }
    return _Parsed(values, bad)


def _number(value: Scalar) -> float | None:
    if isinstance(value, bool | date):
        return None
    if isinstance(value, int | float):
        return float(value)
    if isinstance(value, str) and _EITHER.fullmatch(value.strip()):
        return None  # 75.000 is seventy-five in one country and seventy-five thousand in another
    text = _CURRENCY.sub("", to_text(value).strip()).strip()
    return float(text.replace(",", "")) if _NUMBER.fullmatch(text) else None


def _datetime(value: Scalar) -> datetime | None:
    if isinstance(value, datetime):
        return value.replace(tzinfo=None)
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _datetime(from_serial(value))
    if not isinstance(value, str):
        return None
    text = value.strip()
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        pass
    for shape in _DATE_FORMATS:
        try:
            return datetime.strptime(text, shape)  # noqa: DTZ007 - a calendar date has no zone
        except ValueError:
            continue
    return None


def _date(value: Scalar) -> date | None:
    if value.__class__ is date:
        day: date | None = value
    else:
        moment = _datetime(value)
        day = moment.date() if moment else None
    return day if day is not None and _FIRST_YEAR <= day.year <= _LAST_YEAR else None


_PARSE: Mapping[str, Callable[[Sequence[Scalar]], _Parsed]] = {
    "text": _texts,
    "choice": _choices,
    "tick": _ticks,
    "number": _numbers,
    "date": _dates,
    "datetime": _datetimes,
}


def _to_test(tab: Tab, cells: Mapping[str, list[Any]]) -> dict[str, ColumnSpec]:
    """The people's columns that are not plainly fine, their choices in the contract's spelling."""
    specs: dict[str, ColumnSpec] = {}
    for spec, title in _columns(tab):
        if spec.owner in ("person", "row") and any(cells[title]):
            if spec.type == "choice":
                cells[title][:] = _own_spelling(cells[title], spec.isin or ())
            if not plainly_fine(spec, cells[title]):
                specs[title] = spec
    return specs


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


def _mark(title: str, specs: Mapping[str, ColumnSpec], cells: Mapping[str, list[Any]]) -> str:
    """Name what Pandera is shown of a tab: equal marks are equal cells."""
    shown = blake2b(title.encode(), digest_size=16)
    for column in specs:
        shown.update(repr((column, cells[column])).encode("utf-8", "surrogatepass"))
    return shown.hexdigest()


def _broken_checks(
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


def _own_spelling(values: Sequence[str], allowed: Sequence[str]) -> list[str]:
    """Take a choice typed in other letters' case as the choice that it is."""
    spelling = {choice.casefold(): choice for choice in allowed}
    return [spelling.get(value.casefold(), value) for value in values]


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
