"""How a tab looks: colours, checks on entry, what is frozen, in which order columns stand.

Everything is derived from the contract and said in the plain vocabulary of both
Excel and Google Sheets (RRGGBB colours, A1 formulas, number formats), so that a
file and a Sheet look alike. Writes nothing and knows no spreadsheet library.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Literal, assert_never

from sheetsync.contract import ColumnSpec, Owner, TabContract, family_prefix

LAST_ROW = 50_000
"""Dropdowns, checks and colours reach down to this row, counted from one."""


@dataclass(frozen=True, slots=True)
class Paint:
    """A text colour on a fill, both as RRGGBB."""

    text: str
    fill: str


HEADER: Mapping[Owner, Paint] = {
    "person": Paint("FFFFFF", "0F4C5C"),
    "engine": Paint("3C4043", "DADDE1"),
    "ai": Paint("FFFFFF", "6A4C9C"),
    "row": Paint("FFFFFF", "1F7A7F"),
}
"""Header colours: people dark teal, computed grey, AI violet, owned row by row teal."""

BODY: Mapping[Owner, str | None] = {
    "person": None,
    "engine": "F5F6F7",
    "ai": "F6F2FB",
    "row": None,
}
"""Fill of the cells below the header; ``None`` stays white: that is where people write."""

OWNER_LINE: Mapping[Owner, str] = {
    "person": "You fill this in.",
    "engine": "Computed by the sync. Nothing needs to be typed here.",
    "ai": "Suggested by AI. What you type here is kept; empty the cell to get a new suggestion.",
    "row": "Each row belongs to whoever added it.",
}
"""The line about its owner that closes each header note."""

FONT, FONT_SIZE = "Arial", 10
"""A font that Excel, Google Sheets and LibreOffice all have, or one of the same widths."""

LINE_HEIGHT = 13.0
"""Height of a line of text in points, at that size."""

CHARACTERS = 1.15
"""Characters of running text that fit on one unit of a column's width, on the safe side.

The unit is a digit of 7 pixels; running text in this font takes some 5.7 a character.
"""

BANNER = Paint("0F4C5C", "D7E8EA")
TITLE = Paint("0F4C5C", "FFFFFF")
LINK = "1B5E8C"
GRID = "DDE0E4"

TAB_COLOUR: Mapping[str, str] = {
    "map": "E0A100",
    "settings": "8A9097",
    "list": "1F7A7F",
    "leads": "0F4C5C",
    "touches": "0F4C5C",
    "engine": "C2410C",
    "append": "6B7280",
    "charts": "C2410C",
}
"""Colour of a tab's handle by what its rows are."""


_ROW_LINES: Mapping[str, int] = {"leads": 4, "touches": 4, "map": 3, "append": 3, "charts": 1}
_MESSAGE_FROM, _MESSAGE_LINES = 5_000, 9

_LINES_OF: Mapping[str, int] = {"Review": 4}
"""Lines a row of single tabs by title, where what they are needs others."""

_ABOVE: Mapping[str, int] = {"Start here": 3, "Review": 1, "Charts": 11}
"""Rows above the header of tabs that are no block, by title."""


def number_format(column: ColumnSpec) -> str:
    """The number format of a column's cells.

    Where a person may type text the format is text (``@``): 007, +49 40 123 and
    a line that begins with ``-`` stay what was typed.
    """
    match column.type:
        case "date":
            return "yyyy-mm-dd"
        case "datetime":
            return "yyyy-mm-dd hh:mm"
        case "number":
            big = column.in_range is not None and column.in_range.max_value >= 1e6
            return "#,##0" if big else "General"
        case "text" | "choice":
            is_id = column.title.endswith(" ID")
            return "@" if column.owner != "engine" or is_id else "General"
        case "tick":
            return "General"
        case _:
            assert_never(column.type)


@dataclass(frozen=True, slots=True)
class LaidColumn:
    """One column as it is laid out; a spare has no title yet and is hidden."""

    title: str
    spec: ColumnSpec
    hidden: bool


def laid_columns(tab: TabContract, families: Mapping[str, Sequence[str]]) -> tuple[LaidColumn, ...]:
    """Say which columns a tab gets, families and their spares written out.

    Args:
        tab: The tab's contract.
        families: The values behind each ``each``, such as the criteria under
            ``Scorecard.Criterion``, in order.
    """
    found: list[LaidColumn] = []
    for spec in tab.columns:
        if spec.each is None:
            found.append(LaidColumn(spec.title, spec, spec.hidden))
            continue
        prefix = family_prefix(spec)
        values = families.get(spec.each, ())
        found += [LaidColumn(prefix + value, spec, spec.hidden) for value in values]
        found += [LaidColumn("", spec, hidden=True)] * spec.spares
    return tuple(found)


def header_row(tab: TabContract) -> int:
    """The header's row counted from zero: below the banner, the five steps or the charts."""
    return 1 if tab.has_banner else _ABOVE.get(tab.tab, 0)


def frozen(tab: TabContract) -> tuple[int, int]:
    """How many rows and columns stay in view: the header, and what names the row.

    Of the charts' tab nothing does: the charts would take up the window.
    """
    if tab.rows == "charts":
        return 0, 0
    first = [column.title for column in tab.columns[:4]]
    for names_the_row in ("Company", "Item"):
        if names_the_row in first:
            return header_row(tab) + 1, first.index(names_the_row) + 1
    return header_row(tab) + 1, 1 if tab.key is not None else 0


def row_height(tab: TabContract) -> float:
    """The height of a tab's rows in points.

    All rows are equally high, so that a long note does not push the next lead out
    of sight; where messages are read and approved there is room for a whole one.
    """
    longest = max((c.str_length.max_value for c in tab.columns if c.str_length), default=0)
    usual = _LINES_OF.get(tab.tab, _ROW_LINES.get(tab.rows, 2))
    lines = _MESSAGE_LINES if longest >= _MESSAGE_FROM else usual
    return height_of(lines)


def height_of(lines: int) -> float:
    """The height in points of a row with this many lines of text."""
    return lines * LINE_HEIGHT + 5


def lines_needed(text: str, characters: float) -> int:
    """How many lines a text takes where this many characters fit on one."""
    return sum(max(1, len(wrap(line, int(characters)))) for line in text.split("\n"))


def side(column: ColumnSpec) -> Literal["left", "center", "right"]:
    """At which side of its cell a column's content stands."""
    if column.type == "tick":
        return "center"
    return "right" if column.type == "number" else "left"


def banner(tab: TabContract) -> str:
    """The line above a block's header: what it decides, what it hands on, to whom (R2)."""
    if tab.block is None:
        return ""
    block = tab.block
    output = block.output[0].lower() + block.output[1:]
    return (
        f"Block {block.number} of 5 · {tab.tab} decides: {block.decides}"
        f"   →   It hands on to {block.to}: {output}."
    )


def header_note(column: ColumnSpec) -> str:
    """The note on a column's header, closed by the line that says who fills the column in."""
    return f"{column.note}\n\n{OWNER_LINE[column.owner]}".strip()


def contrast(paint: Paint) -> float:
    """The contrast of text on its fill, 1 to 21, by the WCAG 2.1 definition.

    Level AA asks for 4.5 in text of normal size (success criterion 1.4.3).
    """
    light, dark = sorted((_luminance(paint.text), _luminance(paint.fill)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance of an RRGGBB colour in sRGB, as WCAG 2.1 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
