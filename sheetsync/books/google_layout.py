"""Lays out our tabs in a Google Sheet: what one ``spreadsheets.batchUpdate`` has to carry.

Pure: the contract goes in, requests come out, and everything about a column comes from the
contract by way of :mod:`sheetsync.look`, as in a file. It adds tabs, and headers to tabs that
are there; it never touches a cell that holds something. Conditional colours and protection
also cover the rows that a tab gets later; heights, formats and dropdowns reach to the end of
the grid as it is laid out, :data:`ROWS` rows.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from sheetsync import guide, look
from sheetsync.book import Position
from sheetsync.books.google_cells import Json, area, cell, colour, pixels, runs, sized, write
from sheetsync.books.google_charts import chart_requests
from sheetsync.books.google_columns import column_requests, looks
from sheetsync.books.google_guide import (
    banner_requests,
    guide_requests,
    link_blocks,
    opening_requests,
    way_down_requests,
)
from sheetsync.books.google_offers import (
    COLUMNS_TOLD,
    HEADER_TOLD,
    check_on,
    checks,
    colours,
    protect,
    protections,
    rule_of,
    sources_of,
)
from sheetsync.books.new_content import NO_ROWS, NewTab, Rows, new_tabs
from sheetsync.cells import Scalar, normal_header
from sheetsync.contract import Contract, TabContract
from sheetsync.guide import GUIDE
from sheetsync.review.agenda import REVIEW

ROWS = 1_000
"""Rows of a new tab: as many as Sheets gives one itself (recorded answers for new tabs)."""


NO_SOURCES: Mapping[str, str] = MappingProxyType({})


def layout_requests(
    contract: Contract,
    *,
    tabs: Sequence[str],
    sheet_ids: Mapping[str, int],
    lists: Rows = NO_ROWS,
    sources: Mapping[str, str] = NO_SOURCES,
    first_index: int,
) -> list[Json]:
    """Say how the named tabs are laid out, for one batch that is carried out whole or not at all.

    Args:
        contract: All tabs.
        tabs: Titles of the tabs to add, the Guide's among them or not, in any order.
        sheet_ids: The id of each tab by its title in the contract: new ids for the tabs that
            are added, and those of tabs that are there, for the links and dropdowns that lead
            to them. What would lead to a tab without an id is left out.
        lists: Rows that stand in place of a tab's default rows, such as the team's own
            Scorecard where that tab is there already.
        sources: Where the values stand that dropdowns follow, by ``Tab.Column`` as A1 cells
            (``'Our segments'!$C$3:$C``), for tabs that people have renamed or rearranged; any
            other tab counts as standing as it is laid out.
        first_index: The place of the first added tab among all tabs, from zero.

    Returns:
        The requests: first all new tabs in the contract's order with the Guide second, then
        what stands in each.

    Raises:
        ContractError: The guide's texts cannot be used.
        KeyError: A tab to add has no id.
    """
    new, guide_rows = new_tabs(contract, lists), guide.rows(contract)
    added = [title for title in new if title in tabs]
    if GUIDE in tabs:
        added.insert(1, GUIDE)
    found = [
        _sheet(sheet_ids[title], title, new.get(title), index, len(guide_rows))
        for index, title in enumerate(added, start=first_index)
    ]
    followed = {**sources_of(new, sheet_ids), **sources}
    for title in added:
        sheet_id, tab = sheet_ids[title], new.get(title)
        if tab is None:
            found += guide_requests(sheet_id, guide_rows, sheet_ids)
            continue
        found += column_requests(sheet_id, tab, rows=_rows(tab))
        found += _above(sheet_id, tab, contract, sheet_ids)
        found += _content(sheet_id, tab)
        if tab.contract.rows == "map":
            found += link_blocks(sheet_id, tab, guide_rows, sheet_ids)
        found += checks(sheet_id, tab, followed)
        found += colours(sheet_id, tab)
        found += protections(sheet_id, tab)
    return found


def _sheet(sheet_id: int, title: str, tab: NewTab | None, index: int, guide_rows: int) -> Json:
    """Add an empty tab; without a contract it is the Guide."""
    grid: Json = {"rowCount": guide_rows, "columnCount": 2, "hideGridlines": True}
    rows_are = "map"
    if tab is not None:
        rows, columns = look.frozen(tab.contract)
        grid = {
            "rowCount": _rows(tab),
            "columnCount": len(tab.columns),
            "frozenRowCount": rows,
            "frozenColumnCount": columns,
        }
        rows_are = tab.contract.rows
    properties = {
        "sheetId": sheet_id,
        "title": title,
        "index": index,
        "tabColorStyle": colour(look.TAB_COLOUR[rows_are]),
        "gridProperties": grid,
    }
    return {"addSheet": {"properties": properties}}


def _rows(tab: NewTab) -> int:
    """How many rows a new tab gets: never fewer than its first rows need, and one more."""
    return max(ROWS, tab.head + 2 + len(tab.rows))


def _above(
    sheet_id: int, tab: NewTab, contract: Contract, sheet_ids: Mapping[str, int]
) -> list[Json]:
    """What stands above the header, where something does."""
    if tab.contract.has_banner:
        return banner_requests(sheet_id, tab)
    if tab.contract.rows == "map":
        return opening_requests(sheet_id, tab, guide.opening(contract), sheet_ids)
    if tab.contract.rows == "charts":
        return chart_requests(sheet_id, tab)
    return way_down_requests(sheet_id, tab) if tab.contract.tab == REVIEW else []


def _content(sheet_id: int, tab: NewTab) -> list[Json]:
    """Write a new tab's first rows."""
    if not tab.rows:
        return []
    first = tab.head + 1
    titles = [column.title for column in tab.columns]
    lines = [[cell(row.get(title) if title else None) for title in titles] for row in tab.rows]
    found = [write(sheet_id, (first, 0), lines, fields="userEnteredValue")]
    return found + _settings(sheet_id, tab) if tab.contract.rows == "settings" else found


def _settings(sheet_id: int, tab: NewTab) -> list[Json]:
    """Let numbers be numbers, and give each row the height that its own text needs."""
    first, place = tab.head + 1, tab.place("Value")
    numbers = [isinstance(row.get("Value"), int | float) for row in tab.rows]
    heights = [
        max(
            look.lines_needed(str(row.get(one.title, "")), one.spec.width * look.CHARACTERS)
            for one in tab.columns
        )
        for row in tab.rows
    ]
    # A text format would turn the number that a person types next into text.
    plain = [
        {
            "repeatCell": {
                "range": area(
                    sheet_id, rows=(first + start, first + end), columns=(place, place + 1)
                ),
                "cell": {},
                "fields": "userEnteredFormat.numberFormat",
            }
        }
        for start, end, is_number in runs(numbers)
        if is_number
    ]
    return plain + [
        sized(sheet_id, "ROWS", first + start, first + end, pixels(look.height_of(lines)))
        for start, end, lines in runs(heights)
    ]


def header_requests(
    sheet_id: int, added: Mapping[Position, Scalar], tab: TabContract, *, width: int
) -> list[Json]:
    """Say how missing columns get their headers in a tab that is there already.

    Each gets what a new tab's column has: header, note, colours, width, number format,
    dropdown and protection. Dropdowns that follow another tab are left to people: where that
    tab's column stands is not known here. Nothing outside of the added columns is touched.

    Args:
        sheet_id: The tab's id.
        added: Header texts by free cell, all of them in the header's row.
        tab: The tab's contract.
        width: How many columns the tab's grid has; more are added where they are needed.
    """
    found: list[Json] = []
    beyond = max((column for _, column in added), default=-1) + 1 - width
    if beyond > 0:
        found.append(
            {"appendDimension": {"sheetId": sheet_id, "dimension": "COLUMNS", "length": beyond}}
        )
    specs = {normal_header(column.title): column for column in tab.columns}
    for (row, place), title in sorted(added.items()):
        spec = specs[normal_header(title)]
        column = look.LaidColumn(spec.title, spec, spec.hidden)
        header = cell(spec.title, note=look.header_note(spec))
        body = area(sheet_id, rows=(row + 1, None), columns=(place, place + 1))
        found += looks(sheet_id, row, place, [column])
        found.append(write(sheet_id, (row, place), [[header]], fields="userEnteredValue,note"))
        rule = rule_of(spec)
        if rule is not None:
            found.append(check_on(body, rule))
        top = area(sheet_id, rows=(row, row + 1), columns=(place, place + 1))
        found.append(protect(top, HEADER_TOLD))
        if spec.owner == "engine":
            found.append(protect(body, COLUMNS_TOLD))
    return found
