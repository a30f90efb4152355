"""Lays out the columns of a Google Sheet's tab: headers, notes, colours, widths, formats.

Neighbours that look alike are painted together, so that a batch stays small.
"""

from collections.abc import Sequence

from sheetsync import look
from sheetsync.books import google_paint
from sheetsync.books.google_cells import (
    Json,
    area,
    cell,
    column_pixels,
    paint,
    pixels,
    runs,
    sized,
    sized_and_shown,
    write,
)
from sheetsync.books.new_content import NewTab


def column_requests(sheet_id: int, tab: NewTab, *, rows: int) -> list[Json]:
    """Lay out a new tab's headers with their notes, and the looks and sizes of what is below.

    Args:
        sheet_id: The tab's id.
        tab: The tab.
        rows: How many rows its grid has.
    """
    head, columns = tab.head, tab.columns
    headers = [
        cell(one.title, note=look.header_note(one.spec)) if one.title else {} for one in columns
    ]
    lines = max(look.lines_needed(one.title, one.spec.width - 2) for one in columns)
    return [
        *looks(sheet_id, head, 0, columns),
        write(sheet_id, (head, 0), [headers], fields="userEnteredValue,note"),
        sized(sheet_id, "ROWS", head, head + 1, pixels(look.height_of(lines))),
        sized(sheet_id, "ROWS", head + 1, rows, pixels(look.row_height(tab.contract))),
    ]


def looks(sheet_id: int, head: int, first: int, columns: Sequence[look.LaidColumn]) -> list[Json]:
    """Paint headers and whole columns and set widths, neighbours that look alike together."""
    bodies = [google_paint.body(one) for one in columns]
    owners = [one.spec.owner for one in columns]
    widths = [(column_pixels(one.spec.width), one.hidden) for one in columns]

    def at(start: int, end: int) -> tuple[int, int]:
        return first + start, first + end

    return [
        *(
            paint(area(sheet_id, rows=(head + 1, None), columns=at(start, end)), body)
            for start, end, body in runs(bodies)
        ),
        *(
            paint(
                area(sheet_id, rows=(head, head + 1), columns=at(start, end)),
                google_paint.header(look.HEADER[owner]),
            )
            for start, end, owner in runs(owners)
        ),
        *(
            sized_and_shown(sheet_id, *at(start, end), width, hidden=hidden)
            for start, end, (width, hidden) in runs(widths)
        ),
    ]
