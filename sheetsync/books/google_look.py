"""The look at a spreadsheet just before a write: what people have changed since it was read. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sheetsync.book import Grid
from sheetsync.books.google_errors import unsettled
from sheetsync.books.google_reading import SheetReading, columns_of, with_values
from sheetsync.cells import Scalar


def looked_at(
    reading: SheetReading, answer: Mapping[str, Any], ids: Mapping[int, str], name: str
) -> SheetReading:
    """Bring a reading up to date with the values that the look has found.

    Args:
        reading: What was read before.
        answer: Google's answer to a read of whole tabs by their ids.
        ids: Each tab's title by its id.
        name: How messages call the spreadsheet.

    Returns:
        ``reading`` itself if nothing has changed.

    Raises:
        StaleBook: A tab has another title.
    """
    grids = {grid.title: grid for grid in reading.grids}
    changed: dict[str, Grid] = {}
    for matched in answer.get("valueRanges", ()):
        found = matched["dataFilters"][0]["gridRange"].get("sheetId", 0)
        title = ids[found]
        given = matched.get("valueRange", {})
        if _title_in(given.get("range", "")) != title:
            raise unsettled(name, f"the tab “{title}” was renamed")
        columns, height = columns_of(given.get("values", ()))
        grid = grids[title]
        if height != grid.height or not _equal(columns, grid.columns):
            changed[title] = replace(grid, columns=columns, height=height)
    return with_values(reading, changed) if changed else reading


def _equal(one: Sequence[Sequence[Scalar]], other: Sequence[Sequence[Scalar]]) -> bool:
    """Do the cells hold the same? A tick is no 1, though Python takes them for equal."""
    if list(map(list, one)) != list(map(list, other)):
        return False
    pairs = ((a, b) for x, y in zip(one, other, strict=True) for a, b in zip(x, y, strict=True))
    return all((a.__class__ is bool) == (b.__class__ is bool) for a, b in pairs)


def _title_in(written: str) -> str:
    """Read the tab's title from a range such as ``'To do'!A1:Z9``."""
    title, _, _ = written.rpartition("!")
    title = title or written
    if title.startswith("'") and title.endswith("'") and len(title) > 1:
        return title[1:-1].replace("''", "'")
    return title
