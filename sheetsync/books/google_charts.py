"""The three native charts of the tab Charts in a Google Sheet, and the lines above them.

They show the same numbers in the same places and colours as those of a file. A sync
changes the numbers, never the charts.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sheetsync import look
from sheetsync.books import google_paint
from sheetsync.books.google_cells import (
    Json,
    area,
    cell,
    colour,
    column_pixels,
    paint,
    pixels,
    sized,
    write,
)
from sheetsync.books.new_content import NewTab
from sheetsync.review import chart_columns as charts

_TEAL, _GOLD = "0F4C5C", "E0A100"

_TITLE = "How the chain is doing"
_TOLD = "The numbers behind the charts stand right below them and are renewed by each sync."
_ABOVE = 2
"""Rows of text above the charts."""

_BEHIND = 34.0
"""Height in points of the rows behind the charts."""


@dataclass(frozen=True, slots=True)
class _Chart:
    """One chart.

    Attributes:
        title: What it is called.
        kind: Bars that lie, or columns that stand.
        names: Column of what stands beside the bars.
        series: Columns of numbers, each with its colour.
        rows: Rows of numbers.
        until: Before which column, from zero, it ends; it begins where the last one ended.
        stacked: Do the numbers of a row make one bar?
    """

    title: str
    kind: Literal["BAR", "COLUMN"]
    names: str
    series: Mapping[str, str]
    rows: int
    until: int
    stacked: bool = False


_CHARTS = (
    _Chart(
        "How far leads come",
        "BAR",
        charts.BLOCK,
        {charts.REACHED: _TEAL},
        rows=charts.BLOCKS,
        until=4,
    ),
    _Chart(
        "What moves each week",
        "COLUMN",
        charts.WEEK,
        {charts.MOVED: _TEAL, charts.DECIDED: _GOLD},
        rows=charts.ROWS,
        until=6,
    ),
    _Chart(
        "How buyers answer each angle and variant",
        "BAR",
        charts.VARIANT,
        {
            "Positive": "2E7D4F",
            "Question": "2F6DA8",
            "Neutral": "A9B4BC",
            "Negative": "C2410C",
            "Opt-out": "7A1F14",
            charts.NO_ANSWER: "E3E7EA",
        },
        rows=charts.ROWS,
        until=14,
        stacked=True,
    ),
)


def chart_requests(sheet_id: int, tab: NewTab) -> list[Json]:
    """Write the lines above the header, and place the charts side by side between the two."""
    head, width = tab.head, len(tab.columns)
    lines = [
        [
            cell(
                _TITLE,
                userEnteredFormat={**google_paint.clear(), "textFormat": google_paint.title()},
            )
        ],
        [cell(_TOLD, userEnteredFormat=google_paint.clear())],
    ]
    found = [
        paint(area(sheet_id, rows=(0, head), columns=(0, width)), google_paint.clear()),
        write(sheet_id, (0, 0), lines, fields="userEnteredValue,userEnteredFormat"),
        sized(sheet_id, "ROWS", 0, 1, pixels(look.height_of(2))),
        sized(sheet_id, "ROWS", 1, _ABOVE, pixels(look.height_of(1))),
        sized(sheet_id, "ROWS", _ABOVE, head, pixels(_BEHIND)),
    ]
    first = 0
    for chart in _CHARTS:
        placed = {"overlayPosition": _position(sheet_id, tab, first, chart.until)}
        described = {"spec": _spec(sheet_id, tab, chart), "position": placed}
        found.append({"addChart": {"chart": described}})
        first = chart.until
    return found


def _position(sheet_id: int, tab: NewTab, first: int, until: int) -> Json:
    """Where a chart stands: over whole columns, down to the row above the header.

    Columns behind the last one count as wide as a new tab's: 100 pixels (recorded answers
    for new spreadsheets).
    """
    widths = [column_pixels(column.spec.width) for column in tab.columns[first:until]]
    beyond = until - max(first, len(tab.columns))
    return {
        "anchorCell": {"sheetId": sheet_id, "rowIndex": _ABOVE, "columnIndex": first},
        "widthPixels": sum(widths) + 100 * max(0, beyond),
        "heightPixels": pixels(_BEHIND) * (tab.head - 1 - _ABOVE),
    }


def _spec(sheet_id: int, tab: NewTab, chart: _Chart) -> Json:
    """A ChartSpec; the header's row is part of each range and names the series."""

    def numbers(title: str) -> Json:
        place, head = tab.place(title), tab.head
        span = area(sheet_id, rows=(head, head + 1 + chart.rows), columns=(place, place + 1))
        return {"sourceRange": {"sources": [span]}}

    lies, alone = chart.kind == "BAR", len(chart.series) == 1
    # Of bars that lie the numbers run along the bottom (discovery document, axis position).
    axis = "BOTTOM_AXIS" if lies else "LEFT_AXIS"
    told = {"dataLabel": {"type": "DATA"}} if alone else {}
    basic: Json = {
        "chartType": chart.kind,
        "legendPosition": "NO_LEGEND" if alone else "BOTTOM_LEGEND",
        "headerCount": 1,
        "domains": [{"domain": numbers(chart.names)}],
        "series": [
            {
                "series": numbers(title),
                "targetAxis": axis,
                "colorStyle": colour(rgb),
                **told,
            }
            for title, rgb in chart.series.items()
        ],
    }
    if chart.stacked:
        basic["stackedType"] = "STACKED"
    return {
        "title": chart.title,
        "altText": chart.title,
        "titleTextFormat": google_paint.text(bold=True, rgb=look.TITLE.text, size=12),
        "fontName": look.FONT,
        # Whoever hides the columns of numbers still sees the charts.
        "hiddenDimensionStrategy": "SHOW_ALL",
        "basicChart": basic,
    }
