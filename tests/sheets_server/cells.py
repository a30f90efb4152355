"""Cells as the API's CellData and ExtendedValue, both ways."""

import re
from collections.abc import Mapping
from typing import Any

from tests.sheets_server import render
from tests.sheets_server.locales import Locale
from tests.sheets_server.model import Cell, Formula, Json, Problem, Value
from tests.sheets_server.parse import checked
from tests.sheets_server.refusals import Refusal

_LINK = re.compile(r'^=HYPERLINK\(\s*"((?:[^"]|"")*)"', re.IGNORECASE)


def extended(value: Value) -> Json | None:
    """A value as ExtendedValue, or ``None`` for an empty cell."""
    match value:
        case None:
            return None
        case bool():
            return {"boolValue": value}
        case str():
            return {"stringValue": value}
        case Formula():
            return {"formulaValue": value.text}
        case Problem():
            shown = {"type": value.kind}
            return {"errorValue": shown | ({"message": value.message} if value.message else {})}
        case _:
            return {"numberValue": render.number_json(float(value))}


def entered(json: Mapping[str, Any] | None) -> Value:
    """The value that a client sent as ExtendedValue.

    Raises:
        Refusal: Several kinds at once, an error value, or a formula without ``=``.
    """
    if not json:
        return None
    if len(json) > 1:
        raise Refusal("Only one kind of value may be set in a userEnteredValue.")
    if "errorValue" in json:
        raise Refusal("errorValue is read-only.")
    if "formulaValue" in json:
        formula = checked(json["formulaValue"])
        if not formula.startswith("="):
            raise Refusal("A formulaValue must begin with '='.")
        return Formula(formula)
    if "numberValue" in json:
        return float(json["numberValue"])
    if "boolValue" in json:
        return bool(json["boolValue"])
    return checked(json["stringValue"]) or None


def link(cell: Cell) -> str:
    """The address of a cell that is a link as a whole."""
    if isinstance(cell.value, Formula) and (match := _LINK.match(cell.value.text)):
        return match[1].replace('""', '"')
    found = ((cell.format or {}).get("textFormat") or {}).get("link") or {}
    if not cell.runs:
        return str(found.get("uri", ""))
    uris = {((run.get("format") or {}).get("link") or {}).get("uri", "") for run in cell.runs}
    if not found and len(uris) == 1:
        return str(uris.pop())
    return str(found.get("uri", ""))


def number_format(cell: Cell) -> Mapping[str, Any] | None:
    """The number format of a cell: its own, or that of what its formula yields."""
    own: Mapping[str, Any] | None = (cell.format or {}).get("numberFormat")
    if own is None and isinstance(cell.value, Formula):
        return natural_format(cell.value.text)
    return own


def shown(cell: Cell, value: Value, locale: Locale) -> str:
    """What the cell shows; a chip shows whom or what it stands for."""
    if cell.chips and isinstance(value, str):
        return "".join(part for part, _ in chip_parts(cell))
    return render.formatted(value, number_format(cell), locale)


def chip_parts(cell: Cell) -> list[tuple[str, Mapping[str, Any]]]:
    """The text of a cell in pieces, each with its chip or with none."""
    units, at = str(cell.value or "").encode("utf-16-le"), 0
    parts: list[tuple[str, Mapping[str, Any]]] = []
    for run in sorted(cell.chips, key=lambda one: int(one.get("startIndex", 0))):
        start = 2 * int(run.get("startIndex", 0))
        parts.append((units[at:start].decode("utf-16-le"), {}))
        chip = run["chip"]
        named = chip.get("personProperties", {}).get("email")
        parts.append((named or chip["richLinkProperties"]["uri"], chip))
        at = start + 2
    parts.append((units[at:].decode("utf-16-le"), {}))
    return [part for part in parts if part[0]]


def natural_format(formula: str) -> Json | None:
    """The format that a formula gives to a cell without one: dates for what yields dates."""
    head = re.match(r"=\s*([A-Z]+)\(", formula, re.IGNORECASE)
    kinds = {
        "TODAY": "DATE",
        "DATE": "DATE",
        "EDATE": "DATE",
        "EOMONTH": "DATE",
        "NOW": "DATE_TIME",
    }
    kind = kinds.get(head[1].upper()) if head and formula.rstrip().endswith(")") else None
    return {"type": kind} if kind else None
