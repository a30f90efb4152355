"""The Guide of a Google Sheet, the five steps above the Map, and the links between the two.

What they say comes from :mod:`sheetsync.guide`; nothing of it is ever read back. The
hidden lists that a file's Guide keeps for a dropdown are left out: no dropdown of a Sheet
can use them (:mod:`sheetsync.books.google_offers`).
"""

from collections.abc import Mapping, Sequence

from sheetsync import guide, look
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
    write,
)
from sheetsync.books.new_content import NewTab
from sheetsync.guide import GUIDE

LABELS, WIDTH = 20, 126
"""Widths of the Guide's two columns in characters."""

_STEP_WIDTH = 20
"""Least width of a column that a step's text can stand in."""

_WHOLE = "userEnteredValue,userEnteredFormat"


def guide_requests(
    sheet_id: int, rows: Sequence[guide.GuideRow], tab_ids: Mapping[str, int]
) -> list[Json]:
    """Write the whole Guide."""
    lines = [_guide_line(row, tab_ids) for row in rows]
    heights = [_guide_height(row) for row in rows]
    return [
        write(sheet_id, (0, 0), lines, fields=_WHOLE),
        sized(sheet_id, "COLUMNS", 0, 1, column_pixels(LABELS)),
        sized(sheet_id, "COLUMNS", 1, 2, column_pixels(WIDTH)),
        *(sized(sheet_id, "ROWS", start, end, pixels(high)) for start, end, high in runs(heights)),
    ]


def _guide_line(row: guide.GuideRow, tab_ids: Mapping[str, int]) -> list[Json]:
    upright = "BOTTOM" if row.kind == "heading" else "TOP"
    letters = google_paint.text(bold=row.kind == "heading")
    text = google_paint.lines(upright=upright, wraps=True, letters=letters)
    label = google_paint.lines(upright=upright, wraps=False, letters=letters)
    if row.kind == "title":
        label["textFormat"] = google_paint.title()
    if row.paint is not None:
        label = google_paint.header(row.paint)
    link = google_paint.linked(tab_ids, row.to) if row.to is not None else None
    if link is not None:
        label["textFormat"] = link
    return [cell(row.label, userEnteredFormat=label), cell(row.text, userEnteredFormat=text)]


def _guide_height(row: guide.GuideRow) -> float:
    space = 8 if row.kind in ("title", "heading") else 0
    return look.height_of(look.lines_needed(row.text, WIDTH * look.CHARACTERS)) + space


def opening_requests(
    sheet_id: int, tab: NewTab, opening: guide.Opening, tab_ids: Mapping[str, int]
) -> list[Json]:
    """Write the five steps side by side above the Map, and below them how the chain works.

    Each step stands in one of the wider columns: merged cells would stand in the way of
    people's own edits.
    """
    width, clear = len(tab.columns), google_paint.clear()
    rooms = {place: column.spec.width for place, column in enumerate(tab.columns)}
    wide = [place for place, room in rooms.items() if room >= _STEP_WIDTH]
    steps = dict(zip(wide, opening.steps, strict=False))
    found = [
        paint(area(sheet_id, rows=(0, tab.head), columns=(0, width)), clear),
        paint(area(sheet_id, rows=(2, 3), columns=(0, width)), google_paint.banner(bold=False)),
    ]
    for number, (place, step) in enumerate(steps.items(), start=1):
        link = google_paint.linked(tab_ids, step.tab)
        letters = link or google_paint.text(bold=True, rgb=look.TITLE.text, size=11)
        do = cell(f"{number}  {step.do}", userEnteredFormat={**clear, "textFormat": letters})
        how = {**clear, "verticalAlignment": "TOP", "wrapStrategy": "WRAP"}
        lines = [[do], [cell(step.how, userEnteredFormat=how)]]
        found.append(write(sheet_id, (0, place), lines, fields=_WHOLE))
    chain = f"{opening.chain}:  {opening.blocks}.  {opening.rule}"
    found.append(write(sheet_id, (2, 0), [[cell(chain)]], fields="userEnteredValue"))
    needed = [
        look.lines_needed(step.how, rooms[at] * look.CHARACTERS) for at, step in steps.items()
    ]
    heights = [look.height_of(lines) for lines in (2, max(needed, default=1), 2)]
    return found + [
        sized(sheet_id, "ROWS", row, row + 1, pixels(high)) for row, high in enumerate(heights)
    ]


def banner_requests(sheet_id: int, tab: NewTab) -> list[Json]:
    """Write the banner of a block's tab in its first row; it flows over from the first cell."""
    return _first_row(sheet_id, tab, {0: look.banner(tab.contract)})


def way_down_requests(sheet_id: int, tab: NewTab) -> list[Json]:
    """Write the line above the Review: where the open week is, and what to do there."""
    texts = {0: "▼ The open week is the last one", tab.place("Item"): tab.contract.about}
    return _first_row(sheet_id, tab, texts)


def _first_row(sheet_id: int, tab: NewTab, texts: Mapping[int, str]) -> list[Json]:
    over = area(sheet_id, rows=(0, 1), columns=(0, len(tab.columns)))
    return [
        paint(over, google_paint.banner()),
        sized(sheet_id, "ROWS", 0, 1, pixels(24)),
        *(
            write(sheet_id, (0, place), [[cell(text)]], fields="userEnteredValue")
            for place, text in texts.items()
        ),
    ]


def link_blocks(
    sheet_id: int, tab: NewTab, rows: Sequence[guide.GuideRow], tab_ids: Mapping[str, int]
) -> list[Json]:
    """Link each block of the Map to its guide (R97)."""
    found: list[Json] = []
    for number, row in enumerate(tab.rows, start=tab.head + 1):
        target = guide.place_of(str(row.get("Block")), rows)
        link = google_paint.linked(tab_ids, GUIDE, target) if target is not None else None
        if link is not None:
            letters = cell(None, userEnteredFormat={"textFormat": link})
            at, fields = (number, tab.place("Block")), "userEnteredFormat.textFormat"
            found.append(write(sheet_id, at, [[letters]], fields=fields))
    return found
