"""Formulas as text: tokens, references, and how references follow what they point at.

Nothing here calculates; see calculate.py.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from tests.sheets_server.a1 import column_of, letters, quoted

Kind = Literal["ref", "name", "call", "text", "number", "error", "op", "space", "other"]

_TOKEN = re.compile(
    r"""(?P<text>"(?:[^"]|"")*")
    |(?P<error>\#(?:NULL!|DIV/0!|VALUE!|REF!|NAME\?|NUM!|N/A|ERROR!))
    |(?P<ref>(?:(?:'(?:[^']|'')+'|[A-Za-z_][\w.]*)!)?
        (?:\$?[A-Za-z]{1,3}\$?[0-9]+(?::\$?[A-Za-z]{1,3}(?:\$?[0-9]+)?)?
          |\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}(?![\w(])
          |\$?[0-9]+:\$?[0-9]+)(?![\w(]))
    |(?P<call>[A-Za-z_][\w.]*(?=\())
    |(?P<number>\d+\.?\d*(?:[eE][-+]?\d+)?|\.\d+)
    |(?P<name>[A-Za-z_][\w.]*)
    |(?P<op><>|>=|<=|[-+*/^&=<>%(),;{}:])
    |(?P<space>\s+)
    |(?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)
_CORNER = re.compile(r"(\$?)([A-Za-z]{0,3})(\$?)([0-9]*)")


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a formula."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Corner:
    """One end of a reference; ``None`` where the reference is open on that side."""

    row: int | None
    column: int | None
    row_fixed: bool = False
    column_fixed: bool = False

    def text(self) -> str:
        """The corner as a formula writes it."""
        column = "" if self.column is None else "$" * self.column_fixed + letters(self.column)
        return column + ("" if self.row is None else "$" * self.row_fixed + str(self.row + 1))


@dataclass(frozen=True, slots=True)
class Reference:
    """A cell, or a range between two corners, maybe on another tab."""

    title: str | None
    first: Corner
    last: Corner | None

    def text(self) -> str:
        """The reference as a formula writes it."""
        head = "" if self.title is None else quoted(self.title) + "!"
        return head + self.first.text() + ("" if self.last is None else ":" + self.last.text())


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[Token, ...]:
    """Cut a formula, without its equals sign, into tokens."""
    found = []
    for match in _TOKEN.finditer(text):
        kind: Kind = match.lastgroup or "other"  # type: ignore[assignment] # the groups are the kinds
        found.append(Token(kind, match[0]))
    return tuple(found)


@lru_cache(maxsize=4096)
def reference(text: str) -> Reference:
    """Read a reference token."""
    title: str | None = None
    if "!" in text:
        title, text = text.rsplit("!", 1)
        if title.startswith("'"):
            title = title[1:-1].replace("''", "'")
    first, _, last = text.partition(":")
    return Reference(title, _corner(first), _corner(last) if last else None)


def _corner(text: str) -> Corner:
    match = _CORNER.fullmatch(text)
    assert match, text
    dollar, column, second, row = match.groups()
    if not column:
        second = second or dollar
    return Corner(
        int(row) - 1 if row else None,
        column_of(column) if column else None,
        bool(second),
        bool(dollar and column),
    )


def rewritten(formula: str, change: Callable[[Reference], Reference | None]) -> str:
    """A formula with each reference changed; one that has nothing left to mean is #REF!."""
    parts = ["="]
    for token in tokens(formula[1:]):
        if token.kind == "ref":
            new = change(reference(token.text))
            parts.append("#REF!" if new is None else new.text())
        else:
            parts.append(token.text)
    return "".join(parts)


def shifted(formula: str, rows: int, columns: int) -> str:
    """A formula after it was copied: its relative references move by the same way."""

    def move(corner: Corner) -> Corner | None:
        row, column = corner.row, corner.column
        if row is not None and not corner.row_fixed:
            row += rows
        if column is not None and not corner.column_fixed:
            column += columns
        if min(row or 0, column or 0) < 0:
            return None
        return Corner(row, column, corner.row_fixed, corner.column_fixed)

    def change(one: Reference) -> Reference | None:
        first, last = move(one.first), move(one.last) if one.last else None
        if first is None or (one.last is not None and last is None):
            return None
        return Reference(one.title, first, last)

    return rewritten(formula, change)


def canonical(formula: str, title: Callable[[str], str]) -> str:
    """A formula as it is kept: references tidied, everything else as it was typed.

    Tabs are spelt as they are called, letters are capitals, the top left corner comes first,
    and a range of one cell is that cell (seen by other projects in what Google gives back).

    Args:
        formula: With its equals sign.
        title: The true spelling of a tab's title.
    """

    def tidy(one: Reference) -> Reference:
        named = None if one.title is None else title(one.title)
        ends = (one.first, one.last or one.first)
        if one.last is None or any(end.row is None or end.column is None for end in ends):
            return replace(one, title=named)
        rows = sorted((end.row or 0, end.row_fixed) for end in ends)
        columns = sorted((end.column or 0, end.column_fixed) for end in ends)
        first, last = (
            Corner(row, column, row_fixed, column_fixed)
            for (row, row_fixed), (column, column_fixed) in zip(rows, columns, strict=True)
        )
        return Reference(named, first, None if first == last else last)

    return rewritten(formula, tidy)
