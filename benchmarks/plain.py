"""The plain way: the script that a good developer writes in an afternoon.

pandas reads the workbook through openpyxl, Pandera checks the columns lazily, loops over
rows compute the handoff records and the score, openpyxl sets the cells and saves. It does
what :mod:`benchmarks.limit` does, and loses what openpyxl does not keep.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.limit import HANDOFF, KEYS, POINTS, RULES, Rule, Taken

if TYPE_CHECKING:
    import pandas as pd
    import pandera.pandas as pa

_PASSED = ("Evidence note", "Risk or missing evidence")


def run(path: Path) -> Taken:
    """Take the edits of a workbook up."""
    import pandas as pd
    from openpyxl import load_workbook

    # The blocks have a banner row above their headers; the lists have none.
    with pd.ExcelFile(path, engine="openpyxl") as file:
        frames = {
            str(name): pd.read_excel(file, sheet_name=name, header=1 if name in KEYS else 0)
            for name in file.sheet_names
        }
    bad = {title: _validate(frames[title], title) for title in KEYS}
    changes = _computed(frames)
    if changes:
        book = load_workbook(path)
        for title, index, column, value in changes:
            sheet = book[title]
            sheet.cell(index + 3, list(frames[title].columns).index(column) + 1).value = value
        log = book["Log"]
        log.append([None, "plain", "sync", None, None, f"{len(changes)} cells written"])
        book.save(path)
    rows = {title: int(frames[title][key].notna().sum()) for title, key in KEYS.items()}
    return Taken(rows, bad, len(changes))


def _validate(frame: "pd.DataFrame", title: str) -> int:
    """Parse dates and numbers, check everything, blank what is wrong."""
    import pandas as pd
    import pandera.errors
    import pandera.pandas as pa

    bad = 0
    for column, rule in RULES[title].items():
        if rule[0] == "number":
            parsed = pd.to_numeric(frame[column], errors="coerce")
        elif rule[0] == "date":
            parsed = pd.to_datetime(frame[column], errors="coerce", format="mixed")
        else:
            continue
        bad += int((frame[column].notna() & parsed.isna()).sum())
        frame[column] = parsed
    columns = {column: _column(rule) for column, rule in RULES[title].items()}
    columns[KEYS[title]] = pa.Column(unique=True, nullable=True)
    try:
        pa.DataFrameSchema(columns).validate(frame, lazy=True)
    except pandera.errors.SchemaErrors as errors:
        failures = errors.failure_cases
        for column, index in zip(failures["column"], failures["index"], strict=True):
            frame.loc[index, column] = None
        bad += len(failures)
    return bad


def _column(rule: Rule) -> "pa.Column":
    import pandera.pandas as pa

    checks: Mapping[str, Any] = {
        "text": lambda: pa.Check(lambda s: s.astype(str).str.len() <= rule[1]),
        "choice": lambda: pa.Check.isin(rule[1:]),
        "number": lambda: pa.Check.in_range(*rule[1:]),
        "date": lambda: None,
        "tick": lambda: pa.Check.isin([True, False]),
    }
    check = checks[rule[0]]()
    return pa.Column(checks=[check] if check else [], nullable=True)


def _computed(frames: Mapping[str, "pd.DataFrame"]) -> list[tuple[str, int, str, Any]]:
    """Say which computed cells are to change: tab, row, column, value."""
    import pandas as pd

    changes: list[tuple[str, int, str, Any]] = []

    def want(title: str, index: Any, row: "pd.Series[Any]", column: str, value: Any) -> None:
        if not (pd.isna(value) and pd.isna(row[column])) and row[column] != value:
            changes.append((title, int(index), column, value))

    leads = {row["Lead ID"]: row for _, row in frames["Research"].iterrows()}
    criteria = [(row["Criterion"], row["Weight"]) for _, row in frames["Scorecard"].iterrows()]
    total = sum(weight for _, weight in criteria)
    decisions = {}
    index: Any
    for index, row in frames["Qualification"].iterrows():
        lead = leads.get(row["Lead ID"])
        if lead is None:
            continue
        decisions[row["Lead ID"]] = row
        if not lead[list(HANDOFF)].isna().any():
            for column in HANDOFF:
                want("Qualification", index, row, column, lead[column])
        points, lines = 0.0, []
        for name, weight in criteria:
            rating = row[f"Fit: {name}"]
            earned = weight * POINTS.get(rating, 0.0)
            points += earned
            lines.append(f"{name}: {rating}, {earned:g} of {weight:g}")
        want("Qualification", index, row, "Score", float(round(100 * points / total)))
        if not str(row["Score explained"]).startswith("\n".join(lines)):
            changes.append(("Qualification", int(index), "Score explained", "\n".join(lines)))
    for index, row in frames["Outreach"].iterrows():
        decision = decisions.get(row["Lead ID"])
        if decision is None or decision["Decision"] != "pursue":
            continue
        if decision[["Decided by", "Reason", *_PASSED]].isna().any():
            continue
        lead = leads[row["Lead ID"]]
        for column, value in (("Company", lead["Company"]), ("Contact", lead["Contact"])):
            want("Outreach", index, row, column, value)
        want("Outreach", index, row, "Buyer role", lead["Role"])
        for column in _PASSED:
            want("Outreach", index, row, column, decision[column])
    for title in ("Follow-up", "CRM"):
        for index, row in frames[title].iterrows():
            lead = leads.get(row["Lead ID"])
            if lead is not None:
                for column in HANDOFF[:2]:
                    want(title, index, row, column, lead[column])
    return changes
