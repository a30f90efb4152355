"""Dropdowns, checks on entry, conditional colours and protection of a Google Sheet's tab.

The checks warn and never refuse, as in a file: ``strict`` is never set. Where Sheets
can do less or other than a file:

- **Suggestions** (a list that other values may stand beside) carry Sheets' red corner on
  such a value; the API has no dropdown without it.
- **Ticks** are the same TRUE/FALSE dropdown as in a file. A checkbox (``BOOLEAN``) would
  show a box in each of a thousand empty rows, and whoever touches one twice leaves a FALSE
  in a row that holds nothing else.
- **What a row allows** (Review's Decision) cannot be a list of its own in each row:
  ``ONE_OF_RANGE`` takes a range in A1 notation and ``ONE_OF_LIST`` no formulas (discovery
  document, ConditionType), and cells to look them up would need formulas. The dropdown offers the
  decisions of all areas; the column beside it says which of them the row allows, and the
  next sync flags any other.
"""

import re
from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import assert_never

from sheetsync import entry, guide, look, shade, shades
from sheetsync.books.google_cells import Json, area, colour, runs
from sheetsync.books.new_content import NewTab
from sheetsync.cells import column_letters
from sheetsync.contract import ColumnSpec

EARLIEST = "2000-01-01"
"""Nothing in a sales workbook is older; in this form every locale reads it as a date."""

HEADER_TOLD = (
    "sheetsync finds its columns by these headers. Where one is missing, the tab is not written."
)
COLUMNS_TOLD = (
    "sheetsync fills these columns in. What you type here is flagged until you clear it again."
)
TAB_TOLD = "sheetsync fills this whole tab in. There is nothing to type here."

_COMMA = re.compile(r'"[^"]*"|,')


def checks(sheet_id: int, tab: NewTab, sources: Mapping[str, str]) -> list[Json]:
    """The dropdowns and checks of a tab, one request for neighbours that are checked alike.

    Args:
        sheet_id: The tab's id.
        tab: The tab.
        sources: As :func:`sources_of` gives them; a dropdown that follows any other column
            is left out, for Sheets would refuse the whole batch.
    """
    rules = [_rule(column.spec, sources) for column in tab.columns]
    first = tab.head + 1
    return [
        check_on(area(sheet_id, rows=(first, None), columns=(start, end)), rule)
        for start, end, rule in runs(rules)
        if rule is not None
    ]


def sources_of(tabs: Mapping[str, NewTab], known: Iterable[str]) -> Mapping[str, str]:
    """Where the values stand that dropdowns follow, in tabs that stand as they are laid out.

    Args:
        tabs: All tabs.
        known: Titles of those that are there or are laid out in the same batch.

    Returns:
        By ``Tab.Column`` the cells below the header, in A1 notation.
    """
    found: dict[str, str] = {}
    for title in tabs.keys() & set(known):
        first = tabs[title].head + 2
        for place, column in enumerate(tabs[title].columns):
            letters = column_letters(place)
            found[f"{title}.{column.title}"] = f"'{title}'!${letters}${first}:${letters}"
    return found


def check_on(over: Json, rule: Json) -> Json:
    """Check the cells of a GridRange by a DataValidationRule."""
    return {"setDataValidation": {"range": over, "rule": rule}}


def rule_of(column: ColumnSpec) -> Json | None:
    """A column's check, as far as it needs no other tab."""
    return _rule(column, {})


def _rule(column: ColumnSpec, sources: Mapping[str, str]) -> Json | None:
    check = entry.entry_check(column)
    if check is None:
        return None
    condition = _condition(check, sources)
    if condition is None:
        return None
    told = entry.warning(check)
    shown = {"showCustomUi": True} if condition["type"].startswith("ONE_OF") else {}
    return {"condition": condition, **shown} | ({"inputMessage": told} if told else {})


def _condition(check: entry.EntryCheck, sources: Mapping[str, str]) -> Json | None:
    match check:
        case entry.OneOf(values):
            return _when("ONE_OF_LIST", *values)
        case entry.TakenFrom(title, wanted):
            cells = sources.get(f"{title}.{wanted}")
            return None if cells is None else _when("ONE_OF_RANGE", f"={cells}")
        case entry.OfferedBy():
            every = (value for _, values in guide.offered() for value in values)
            return _when("ONE_OF_LIST", *dict.fromkeys(every))
        case entry.RealDate():
            return _when("DATE_ON_OR_AFTER", EARLIEST)
        case entry.Between(smallest, largest):
            return _when("NUMBER_BETWEEN", f"{smallest:.0f}", f"{largest:.0f}")
        case _:
            assert_never(check)


def _when(kind: str, *values: str) -> Json:
    return {"type": kind, "values": [{"userEnteredValue": value} for value in values]}


def colours(sheet_id: int, tab: NewTab) -> list[Json]:
    """The conditional colours of a tab, in order: of two that apply the first one counts.

    The formulas are those of a file. Their arguments are parted by semicolons, which Sheets
    takes in every locale, while it refuses commas where they are the decimal sign (seen by
    users: github.com/mricon/ingress-fieldplan, issue 5).
    """
    first = tab.head + 1
    places = {column.title: place for place, column in enumerate(tab.columns)}
    cells = {title: f"${column_letters(place)}{first + 1}" for title, place in places.items()}
    said = [(shade.formula(each, cells), each.paint, each) for each in shades.shades(tab.contract)]
    found: list[Json] = []
    for (formula, paint), group in groupby(said, key=lambda one: one[:2]):
        columns = sorted(places[each.column] for *_, each in group)
        spans = [(place, place + 1) for place in columns]
        ranges = [area(sheet_id, rows=(first, None), columns=span) for span in spans]
        rule = {"ranges": ranges, "booleanRule": _coloured(formula, paint)}
        found.append({"addConditionalFormatRule": {"rule": rule, "index": len(found)}})
    return found


def _coloured(formula: str, paint: look.Paint) -> Json:
    anywhere = _COMMA.sub(lambda found: ";" if found[0] == "," else found[0], formula)
    return {
        "condition": _when("CUSTOM_FORMULA", f"={anywhere}"),
        "format": {
            "backgroundColorStyle": colour(paint.fill),
            "textFormat": {"foregroundColorStyle": colour(paint.text)},
        },
    }


def protections(sheet_id: int, tab: NewTab) -> list[Json]:
    """Warn whoever edits a header or a computed column; nobody is ever kept from it."""
    engine = [column.spec.owner == "engine" for column in tab.columns]
    if all(engine):
        return [protect(area(sheet_id), TAB_TOLD)]
    head = tab.head
    computed = [
        protect(area(sheet_id, rows=(head + 1, None), columns=(start, end)), COLUMNS_TOLD)
        for start, end, is_computed in runs(engine)
        if is_computed
    ]
    # Columns that a team adds at the end are its own: no warning there.
    headers = area(sheet_id, rows=(0, head + 1), columns=(0, len(engine)))
    return [protect(headers, HEADER_TOLD), *computed]


def protect(over: Json, told: str) -> Json:
    """Let Sheets ask before it takes an edit in a GridRange."""
    given = {"range": over, "description": told, "warningOnly": True}
    return {"addProtectedRange": {"protectedRange": given}}
