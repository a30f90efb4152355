"""CellData that a client writes, under a field mask.

Facts: discovery document, CellData (runs go when a new value comes), TextFormat.link (a link
brings its colour and its line, unless the same request sets them; a link in a run takes the
cell's own link away), ChipRun and CellData.chipRuns (a chip stands for an "@" of the text).
"""

from collections.abc import Mapping, Sequence
from typing import Any

from tests.sheets_server import cells, fields, formats
from tests.sheets_server.fields import Mask
from tests.sheets_server.model import Cell, Value
from tests.sheets_server.refusals import Refusal, not_built

_WRITABLE = {
    "userEnteredValue", "userEnteredFormat", "note", "dataValidation", "textFormatRuns",
    "chipRuns", "pivotTable",
}  # fmt: skip
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
    if "dataSourceTable" in mask:
        raise not_built("writing dataSourceTable")
    return {name: rest for name, rest in mask.items() if name not in _COMPUTED}


def written(old: Cell, json: Mapping[str, Any], mask: Mask) -> Cell:
    """A cell after a write of CellData under a mask; what is named and not given is cleared.

    Raises:
        Refusal: A value or a run that is not possible; 501 for what is not kept here.
    """
    if json.get("dataSourceTable"):
        raise not_built("writing dataSourceTable")
    value, note, validation = old.value, old.note, old.validation
    runs, chips, pivot = old.runs, old.chips, old.pivot
    format_: Mapping[str, Any] | None = old.format
    if "userEnteredValue" in mask:
        value = cells.entered(json.get("userEnteredValue"))
        runs, chips = (), ()
    if "userEnteredFormat" in mask:
        below = _with_twins(mask["userEnteredFormat"])
        new = formats.twinned(json.get("userEnteredFormat") or {})
        format_ = fields.merged(old.format or {}, _linked(new, below), below) or None
    if "note" in mask:
        note = str(json.get("note") or "")
    if "dataValidation" in mask:
        validation = tidy_rule(json.get("dataValidation"))
    if "textFormatRuns" in mask:
        runs = _runs(json.get("textFormatRuns") or ())
        if any("link" in (run.get("format") or {}) for run in runs):
            format_ = _unlinked(format_)
    if "chipRuns" in mask:
        chips = _chips(value, json.get("chipRuns") or ())
    if "pivotTable" in mask:
        pivot = json.get("pivotTable") or None
    return Cell(value, format_, note, validation, runs, chips, pivot)


def tidy_rule(given: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    """A validation rule as it is kept: what is false or empty is left out."""
    return {key: one for key, one in (given or {}).items() if one} or None


def _linked(format_: Mapping[str, Any], mask: Mask) -> Mapping[str, Any]:
    """A format whose link brings its looks, and a mask that lets them through."""
    text = format_.get("textFormat") or {}
    if "link" not in text:
        return format_
    looks = {key: one for key, one in formats.LINK.items() if key not in text}
    below = mask.get("textFormat")
    if below and "*" not in below:
        if "link" not in below:
            return format_
        looks = {key: one for key, one in formats.LINK.items() if key not in below}
        below.update({key: {} for key in looks})
    return {**format_, "textFormat": {**text, **looks}}


def _unlinked(format_: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    text = (format_ or {}).get("textFormat") or {}
    if format_ is None or "link" not in text:
        return format_
    kept = {key: one for key, one in text.items() if key != "link"}
    rest = {key: one for key, one in format_.items() if key != "textFormat"}
    return (rest | ({"textFormat": kept} if kept else {})) or None


def _runs(given: Sequence[Mapping[str, Any]]) -> tuple[Mapping[str, Any], ...]:
    """Runs in order; a start of 0 is left out as it is everywhere."""
    kept = [
        {key: one for key, one in formats.twinned(run).items() if key != "startIndex" or one}
        for run in given
    ]
    return tuple(sorted(kept, key=lambda run: int(run.get("startIndex", 0))))


def _chips(value: Value, given: Sequence[Mapping[str, Any]]) -> tuple[Mapping[str, Any], ...]:
    """Chips by their places, which are counted in UTF-16 units.

    Raises:
        Refusal: A chip without its person or link, or one that stands for no ``@``.
    """
    units = str(value or "").encode("utf-16-le")
    for run in given:
        at = 2 * run.get("startIndex", 0)
        if not isinstance(value, str) or units[at : at + 2].decode("utf-16-le", "replace") != "@":
            raise Refusal("A chip must stand for an '@' of the cell's text.")
        chip = run.get("chip") or {}
        person, link = chip.get("personProperties") or {}, chip.get("richLinkProperties") or {}
        if not person.get("email") and not link.get("uri"):
            raise Refusal("A chip must have an email address or a uri.")
    return tuple(dict(run) for run in given)


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
