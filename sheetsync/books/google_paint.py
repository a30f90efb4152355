"""The looks of a Google Sheet's cells, as CellFormat: headers, columns, banners, links.

The same colours, sides and number formats as in a file; all of them come from
:mod:`sheetsync.look`.
"""

from collections.abc import Mapping

from sheetsync import look
from sheetsync.books.google_cells import Json, colour

_PADDING: Json = {"top": 2, "right": 6, "bottom": 2, "left": 6}
"""In pixels: text stands one step in from the edge, so that columns stay apart."""

_TYPES: Mapping[str, str] = {
    "@": "TEXT",
    "yyyy-mm-dd": "DATE",
    "yyyy-mm-dd hh:mm": "DATE_TIME",
    "#,##0": "NUMBER",
}
"""The kind that the API wants beside each pattern; ``General`` is no format at all."""

_SIDES: Mapping[str, str] = {"left": "LEFT", "center": "CENTER", "right": "RIGHT"}


def header(paint: look.Paint) -> Json:
    """A header cell in its owner's colours."""
    edge = {"style": "SOLID", "colorStyle": colour("FFFFFF")}
    return {
        "backgroundColorStyle": colour(paint.fill),
        "textFormat": text(bold=True, rgb=paint.text),
        "horizontalAlignment": "LEFT",
        "verticalAlignment": "MIDDLE",
        "wrapStrategy": "WRAP",
        "padding": _PADDING,
        "borders": {"left": edge, "right": edge},
    }


def body(column: look.LaidColumn) -> Json:
    """The cells below a header, also those of rows that are still to come.

    A fill hides the grid lines of its cells; thin borders bring them back. White cells show
    Sheets' own.
    """
    spec = column.spec
    wraps = spec.type in ("text", "choice")
    found: Json = {
        "horizontalAlignment": _SIDES[look.side(spec)],
        "verticalAlignment": "TOP",
        "wrapStrategy": "WRAP" if wraps else "OVERFLOW_CELL",
        "padding": _PADDING,
    }
    pattern, fill = look.number_format(spec), look.BODY[spec.owner]
    if pattern in _TYPES:
        found["numberFormat"] = {"type": _TYPES[pattern], "pattern": pattern}
    if fill is not None:
        edge = {"style": "SOLID", "colorStyle": colour(look.GRID)}
        found["backgroundColorStyle"] = colour(fill)
        found["borders"] = dict.fromkeys(("top", "bottom", "left", "right"), edge)
    return found


def banner(*, bold: bool = True) -> Json:
    """A row above a header; its text flows over the empty cells beside it."""
    letters = text(bold=True, rgb=look.BANNER.text, size=11) if bold else {}
    return {**_plain(look.BANNER.fill), "textFormat": letters}


def clear() -> Json:
    """White, without lines, whatever stands below; text flows on."""
    return _plain(look.TITLE.fill)


def _plain(fill: str) -> Json:
    return {
        "backgroundColorStyle": colour(fill),
        "verticalAlignment": "MIDDLE",
        "padding": _PADDING,
    }


def title() -> Json:
    """The letters of a heading."""
    return text(bold=True, rgb=look.TITLE.text, size=14)


def lines(*, upright: str, wraps: bool, letters: Json) -> Json:
    """A cell of running text.

    Args:
        upright: ``TOP``, ``MIDDLE`` or ``BOTTOM``.
        wraps: Does a long text go on in the next line?
        letters: A TextFormat.
    """
    return {
        "verticalAlignment": upright,
        "wrapStrategy": "WRAP" if wraps else "OVERFLOW_CELL",
        "padding": _PADDING,
        "textFormat": letters,
    }


def text(*, bold: bool = False, rgb: str | None = None, size: int | None = None) -> Json:
    """A TextFormat; what is not named stays as in the rest of the spreadsheet."""
    found: Json = {"bold": True} if bold else {}
    if rgb is not None:
        found["foregroundColorStyle"] = colour(rgb)
    if size is not None:
        found["fontSize"] = size
    return found


def linked(tab_ids: Mapping[str, int], tab: str, row: int = 0) -> Json | None:
    """The TextFormat of a cell that leads to a tab, or to a row of it counted from zero.

    A link of the cell and no formula, so that its text stays text. The address is the one
    that the browser shows for a tab and a cell of it.

    Returns:
        ``None`` where the tab's id is not known.
    """
    if tab not in tab_ids:
        return None
    at = f"&range=A{row + 1}" if row else ""
    return {
        **text(bold=True, rgb=look.LINK),
        "underline": True,
        "link": {"uri": f"#gid={tab_ids[tab]}{at}"},
    }
