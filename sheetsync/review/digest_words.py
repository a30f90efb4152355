"""The pieces that the digest is put together from: text, dates, links, tables.

All text of a cell passes through :func:`said` or :func:`plain`. It stays text: no tag,
no link, no style, no control character, and its direction ends where it ends.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date
from html import escape

SHOWN = 30
"""Most rows of a list behind a number; the tab has them all."""

_SAID = 220
"""Most characters of one cell's text."""

_ID = 12
"""Characters of a usual Lead ID, with room to grow."""

_MARKS = 3
"""Most combining marks on one letter; more would be drawn over the lines around it."""

_JOINERS = "\u200c\u200d"
"""Of the invisible characters those that words and emoji are spelt with."""

_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()

_BREAKS = re.compile(r"(?<=[.@/:_\\])(?=\w)|(?<=[a-zA-Z0-9]{10})(?=[a-zA-Z0-9]{6})")
"""Where a line may break besides its spaces: within addresses, within very long words."""


def plain(text: str, limit: int = _SAID) -> str:
    """A cell's text on one line, cut at ``limit`` characters and escaped; also for attributes."""
    return escape(_line(text, limit))


def _line(text: str, limit: int) -> str:
    letters: list[str] = []
    marks = 0
    for letter in text[: limit * 4]:
        kind = unicodedata.category(letter)
        marks = marks + 1 if kind in ("Mn", "Me") else 0
        if kind in ("Cc", "Zl", "Zp"):
            letters.append(" ")
        elif (kind[0] != "C" or letter in _JOINERS) and marks <= _MARKS:
            letters.append(letter)
    line = " ".join("".join(letters).split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def said(text: str, limit: int = _SAID) -> str:
    """A cell's text as it stands in the page.

    A long word may break anywhere, an address at its dots, which also keeps mail
    programs from turning it into a link of their own.
    """
    line = _line(text, limit)
    return f"<bdi>{'<wbr>'.join(map(escape, _BREAKS.split(line)))}</bdi>" if line else ""


def ident(text: str) -> str:
    """A Lead ID; one of the usual length is never broken into two lines."""
    kind = "id" if len(text) <= _ID else "quiet"
    return f'<span class="{kind}">{said(text, _ID * 3)}</span>' if text else ""


def on(day: date | None) -> str:
    """A day as people write it, such as 18 Nov 2026; ``""`` for none."""
    if day is None:
        return ""
    told = f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
    return f'<time datetime="{day.isoformat()}">{told}</time>'


def link(anchor: str, inner: str) -> str:
    """A link within the page."""
    return f'<a href="#{anchor}">{inner}</a>'


def place(tab: str, row: int | None) -> str:
    """Where something stands in the workbook; rows are counted from zero, shown from one."""
    if row is None:
        return f"{escape(tab)}, no row yet"
    return f"{escape(tab)} row&nbsp;{row + 1}"


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: 1 lead, 2 leads."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def table(
    caption: str,
    heads: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    anchor: str = "",
    kind: str = "list",
    more: str = "",
) -> str:
    """A data table; the first cell of a row is its header.

    Args:
        caption: What it shows, as HTML.
        heads: Column headers, as HTML.
        rows: Cells, as HTML.
        anchor: What links to it call it.
        kind: Its style: ``list``, or ``figures`` for columns of numbers.
        more: What a last row across all columns says, as HTML.
    """
    name = f' id="{anchor}" tabindex="-1"' if anchor else ""
    top = "".join(f'<th scope="col" align="left">{head}</th>' for head in heads)
    body = "".join(
        f'<tr><th scope="row" align="left">{cells[0]}</th>'
        + "".join(f"<td>{cell}</td>" for cell in cells[1:])
        + "</tr>\n"
        for cells in rows
    )
    last = f'<tr><td colspan="{len(heads)}">{more}</td></tr>\n' if more else ""
    return (
        f'<table class="{kind}"{name} width="100%" cellpadding="4" cellspacing="0">\n'
        f"<caption>{caption}</caption>\n<thead><tr>{top}</tr></thead>\n"
        f"<tbody>\n{body}{last}</tbody></table>\n"
    )


def section(anchor: str, title: str, inner: str, *, level: int = 2) -> str:
    """A part of the page under its heading."""
    head = f"h{level}"
    return (
        f'<section aria-labelledby="{anchor}">\n'
        f'<{head} id="{anchor}" tabindex="-1">{title}</{head}>\n{inner}</section>\n'
    )
