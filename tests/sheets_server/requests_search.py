"""Requests that look through cells: find and replace, white space, duplicates, shuffling.

Regular expressions are Python's here and RE2's at Google; both agree on the usual ones.
"""

import re
from dataclasses import replace

from tests.sheets_server import a1, cells, values
from tests.sheets_server.a1 import Area
from tests.sheets_server.call import Call
from tests.sheets_server.model import BLANK, Formula, Json
from tests.sheets_server.refusals import Refusal


def _scope(call: Call, body: Json) -> list[Area]:
    given = [name for name in ("range", "sheetId", "allSheets") if name in body]
    if len(given) != 1:
        raise Refusal("Exactly one of range, sheetId and allSheets must be set.")
    if "range" in body:
        return [a1.from_grid_range(call.book, body["range"])]
    chosen = call.book.sheets if "allSheets" in body else [call.sheet(body["sheetId"])]
    return [Area(sheet, 0, 0, len(sheet.rows), len(sheet.columns)) for sheet in chosen]


def find_replace(call: Call, body: Json) -> Json:
    """findReplace."""
    if not body.get("find"):
        raise Refusal("The text to find must not be empty.")
    pattern = body["find"] if body.get("searchByRegex") else re.escape(body["find"])
    try:
        shape = re.compile(pattern, 0 if body.get("matchCase") else re.IGNORECASE)
        groups = [int(one) for one in re.findall(r"\$(\d)", body.get("replacement", ""))]
        if body.get("searchByRegex") and max(groups, default=0) > shape.groups:
            raise Refusal("The replacement names a group that the expression does not have.")
    except re.error as problem:
        raise Refusal(f"Invalid regular expression: {problem}") from problem
    replacement = body.get("replacement", "")
    if body.get("searchByRegex"):
        replacement = re.sub(r"\$(\d)", r"\\\1", replacement)
    else:
        replacement = replacement.replace("\\", "\\\\")
    calculator, counts = call.calculator(), dict.fromkeys(_COUNTS, 0)
    rows: set[tuple[int, int]] = set()
    for area in _scope(call, body):
        for r, c, cell in list(area.sheet.filled()):
            if not (area.top <= r < area.bottom and area.left <= c < area.right):
                continue
            formula = isinstance(cell.value, Formula)
            if formula and not body.get("includeFormulas"):
                continue
            old = (
                cell.value.text
                if isinstance(cell.value, Formula)
                else cells.shown(cell, calculator.value(area.sheet, r, c), call.locale)
            )
            if body.get("matchEntireCell"):
                found = shape.fullmatch(old)
                new, count = (found.expand(replacement), 1) if found else (old, 0)
            else:
                new, count = shape.subn(replacement, old)
            if not count:
                continue
            call.guard(area.sheet, r, c, r + 1, c + 1)
            values.put(call, area.sheet, r, c, new, "USER_ENTERED")
            counts["occurrencesChanged"] += count
            counts["formulasChanged" if formula else "valuesChanged"] += 1
            rows.add((area.sheet.id, r))
    counts["rowsChanged"] = len(rows)
    counts["sheetsChanged"] = len({sheet for sheet, _ in rows})
    return {name: count for name, count in counts.items() if count}


_COUNTS = ("valuesChanged", "formulasChanged", "rowsChanged", "sheetsChanged", "occurrencesChanged")


def trim_whitespace(call: Call, body: Json) -> Json:
    """trimWhitespace: none at the ends, one space inside."""
    area = a1.from_grid_range(call.book, body.get("range") or {})
    call.guard(area.sheet, area.top, area.left, area.bottom, area.right)
    changed = 0
    for r, c, cell in list(area.sheet.filled()):
        if not (area.top <= r < area.bottom and area.left <= c < area.right):
            continue
        if isinstance(cell.value, str):
            text = re.sub(r"\s+", " ", cell.value).strip()
            if text != cell.value:
                area.sheet.put(r, c, replace(cell, value=text or None))
                changed += 1
    return {"cellsChangedCount": changed} if changed else {}


def delete_duplicates(call: Call, body: Json) -> Json:
    """deleteDuplicates: the first of each stays, the rest of the range closes up."""
    area = a1.from_grid_range(call.book, body.get("range") or {})
    call.guard(area.sheet, area.top, area.left, area.bottom, area.right)
    compared: set[int] = set()
    for one in body.get("comparisonColumns") or []:
        if one.get("dimension") != "COLUMNS":
            raise Refusal("The comparisonColumns must be columns.")
        compared |= set(range(one.get("startIndex", 0), one.get("endIndex", area.right)))
    if compared - set(range(area.left, area.right)):
        raise Refusal(f"The comparisonColumns must be inside of the range {area.a1()}.")
    columns = sorted(compared) or list(range(area.left, area.right))
    calculator = call.calculator()
    seen: set[str] = set()
    keep = []
    for r in range(area.top, area.bottom):
        key = repr([_folded(calculator.value(area.sheet, r, c)) for c in columns])
        if key not in seen:
            keep.append(r)
        seen.add(key)
    removed = area.height - len(keep)
    held = [[area.sheet.cell(r, c) for c in range(area.left, area.right)] for r in keep]
    for place, r in enumerate(range(area.top, area.bottom)):
        for index, c in enumerate(range(area.left, area.right)):
            area.sheet.put(r, c, held[place][index] if place < len(held) else BLANK)
    return {"duplicatesRemovedCount": removed} if removed else {}


def _folded(value: object) -> object:
    return value.casefold() if isinstance(value, str) else value


HANDLERS = {
    "findReplace": find_replace,
    "trimWhitespace": trim_whitespace,
    "deleteDuplicates": delete_duplicates,
}
