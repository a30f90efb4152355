"""Cells as the API's CellData and ExtendedValue, both ways."""

import re
from collections.abc import Mapping
from typing import Any

from tests.sheets_server import fields, formats, render
from tests.sheets_server.calculate import Calculator
from tests.sheets_server.fields import Mask
from tests.sheets_server.locales import Locale
from tests.sheets_server.model import BLANK, Cell, Formula, Json, Problem, Sheet, Value
from tests.sheets_server.parse import checked
from tests.sheets_server.refusals import Refusal, not_built

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
    if isinstance(cell.value, Formula):
        match = _LINK.match(cell.value.text)
        return match[1].replace('""', '"') if match else ""
    found = ((cell.format or {}).get("textFormat") or {}).get("link") or {}
    return str(found.get("uri", ""))


def shown(cell: Cell, value: Value, locale: Locale) -> str:
    """What the cell shows."""
    number_format = (cell.format or {}).get("numberFormat")
    if number_format is None and isinstance(cell.value, Formula):
        number_format = natural_format(cell.value.text)
    return render.formatted(value, number_format, locale)


def natural_format(formula: str) -> Json | None:
    """The format that a formula gives to a cell without one: dates for what yields dates."""
    head = re.match(r"=\s*([A-Z]+)\(", formula, re.IGNORECASE)
    kinds = {"TODAY": "DATE", "DATE": "DATE", "NOW": "DATE_TIME"}
    kind = kinds.get(head[1].upper()) if head and formula.rstrip().endswith(")") else None
    return {"type": kind} if kind else None


def data(sheet: Sheet, row: int, column: int, calculator: Calculator, locale: Locale) -> Json:
    """A cell as CellData; an empty one is an empty object."""
    cell = sheet.cell(row, column)
    if cell is BLANK:
        return {}
    value = calculator.value(sheet, row, column)
    result: Json = {}
    if cell.value is not None:
        result["userEnteredValue"] = extended(cell.value)
        result["effectiveValue"] = extended(value)
        result["formattedValue"] = shown(cell, value, locale)
    if cell.format:
        result["userEnteredFormat"] = dict(cell.format)
    if cell.format or cell.value is not None:
        result["effectiveFormat"] = formats.effective(cell.format, value)
    if address := link(cell):
        result["hyperlink"] = address
    if cell.note:
        result["note"] = cell.note
    if cell.runs:
        result["textFormatRuns"] = [dict(run) for run in cell.runs]
    if cell.validation:
        result["dataValidation"] = dict(cell.validation)
    return result


_WRITABLE = {"userEnteredValue", "userEnteredFormat", "note", "dataValidation", "textFormatRuns"}
_COMPUTED = {
    "effectiveValue",
    "formattedValue",
    "effectiveFormat",
    "hyperlink",
    "dataSourceFormula",
}


def writable(mask: Mask) -> Mask:
    """The part of an update mask that this server can write.

    Raises:
        Refusal: An unknown field; 501 for a field that is not kept here.
    """
    fields.known(mask, "CellData")
    if "*" in mask:
        return {name: {} for name in _WRITABLE}
    for name in mask:
        if name in {"pivotTable", "chipRuns", "dataSourceTable"}:
            raise not_built(f"writing {name}")
    return {name: rest for name, rest in mask.items() if name not in _COMPUTED}


def written(old: Cell, json: Mapping[str, Any], mask: Mask) -> Cell:
    """A cell after a write of CellData under a mask; what is named and not given is cleared."""
    for name in ("pivotTable", "chipRuns", "dataSourceTable"):
        if json.get(name):
            raise not_built(f"writing {name}")
    value, note, validation, runs = old.value, old.note, old.validation, old.runs
    format_: Mapping[str, Any] | None = old.format
    if "userEnteredValue" in mask:
        value = entered(json.get("userEnteredValue"))
        runs = runs if "textFormatRuns" in mask else ()
    if "userEnteredFormat" in mask:
        below = _with_twins(mask["userEnteredFormat"])
        new = formats.twinned(json.get("userEnteredFormat") or {})
        format_ = fields.merged(old.format or {}, new, below) or None
    if "note" in mask:
        note = str(json.get("note") or "")
    if "dataValidation" in mask:
        validation = json.get("dataValidation") or None
    if "textFormatRuns" in mask:
        runs = tuple(formats.twinned(list(json.get("textFormatRuns") or ())))
    return Cell(value, format_, note, validation, runs)


def _with_twins(mask: Mask) -> Mask:
    """A mask that names a colour names its twin as well."""
    result: Mask = {}
    for name, rest in mask.items():
        result[name] = _with_twins(rest)
        if name.lower().endswith("color"):
            result[f"{name}Style"] = {}
        elif name.lower().endswith("colorstyle"):
            result[name[: -len("Style")]] = {}
    return result
