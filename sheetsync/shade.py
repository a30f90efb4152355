"""One conditional colour: what it asks of a row, and how a spreadsheet's formula says that.

The formulas use what Excel, LibreOffice and Google Sheets all know. Which cells of
which tab are painted is decided in :mod:`sheetsync.shades`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import assert_never

from sheetsync.look import LAST_ROW, Paint

RED = Paint("8A1C12", "FBE0DC")
ORANGE = Paint("7A3A00", "FCE6D2")
AMBER = Paint("6B4A00", "FDF1CC")
GREEN = Paint("1E5631", "DFF2E3")
BLUE = Paint("1B4B7A", "E0ECF8")
QUIET = Paint("5F6368", "ECEEF0")
REPEATED = Paint("6B7075", "F5F6F7")
"""What stands in the cell above too."""
AWAITED = Paint("3C4043", "FFFAD9")
"""A blank cell that a person fills in next."""

LAST_TEXT = '"zz"'
"""What LOOKUP looks for to find the last text of a column: it sorts behind every week."""


@dataclass(frozen=True, slots=True)
class Filled:
    """Any text at all."""


@dataclass(frozen=True, slots=True)
class Blank:
    """Nothing but spaces."""


@dataclass(frozen=True, slots=True)
class NotTicked:
    """Anything but TRUE."""


@dataclass(frozen=True, slots=True)
class Begins:
    """Text that begins with one of the words, upper or lower case."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AtMost:
    """A number up to and including this one."""

    number: float


@dataclass(frozen=True, slots=True)
class AsAbove:
    """The same text as in the row above."""


@dataclass(frozen=True, slots=True)
class OpenGroup:
    """The last group of rows with one text, while no row of it says that it is over.

    Attributes:
        over_in: The column in which a row of the group would say so.
        over: How that text begins.
    """

    over_in: str
    over: str


Test = Filled | Blank | NotTicked | Begins | AtMost | AsAbove | OpenGroup


@dataclass(frozen=True, slots=True)
class Shade:
    """Paint a cell of ``column`` while each named cell of its row meets its test."""

    column: str
    paint: Paint
    when: tuple[tuple[str, Test], ...]


def formula(shade: Shade, cells: Mapping[str, str]) -> str:
    """Say a shade's conditions as a formula, without the leading ``=``.

    Args:
        shade: The shade.
        cells: The first row's cell of each column by title, such as ``$W3``.
    """
    parts = [_condition(test, cells[title], cells) for title, test in shade.when]
    return parts[0] if len(parts) == 1 else f"AND({','.join(parts)})"


def _condition(test: Test, cell: str, cells: Mapping[str, str]) -> str:
    match test:
        case Filled():
            return f"LEN(TRIM({cell}))>0"
        case Blank():
            return f"LEN(TRIM({cell}))=0"
        case NotTicked():
            return f"NOT({cell}=TRUE)"
        case Begins(words):
            each = [f'LEFT({cell},{len(word)})="{word}"' for word in words]
            return each[0] if len(each) == 1 else f"OR({','.join(each)})"
        case AtMost(number):
            return f"AND(ISNUMBER({cell}),{cell}<={number:g})"
        case AsAbove():
            letters, row = _parts(cell)
            return f"{cell}=${letters}{row - 1}"
        case OpenGroup(over_in, over):
            own, other = _down(cell), _down(cells[over_in])
            last = f"{cell}=LOOKUP({LAST_TEXT},{own})"
            return f'AND({last},COUNTIFS({own},{cell},{other},"{over}*")=0)'
        case _:
            assert_never(test)


def _parts(cell: str) -> tuple[str, int]:
    found = re.fullmatch(r"\$([A-Z]+)(\d+)", cell)
    assert found is not None, cell
    return found[1], int(found[2])


def _down(cell: str) -> str:
    """The column from a cell on, as far as colours reach."""
    letters, row = _parts(cell)
    return f"${letters}${row}:${letters}${LAST_ROW}"
