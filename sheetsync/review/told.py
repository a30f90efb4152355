"""A week's review as the command line tells it, in lines or as JSON values."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from sheetsync.review.agenda import BY_TITLE, CHANGE, CLOSE
from sheetsync.review.entries import CLOSED
from sheetsync.review.tab import Line
from sheetsync.work import STATUS

_WIDTH = 110


def of_week(lines: Sequence[Line], week: str) -> list[Line]:
    """The rows of one week, its areas in the order of the agenda."""
    order = {title: place for place, title in enumerate(BY_TITLE)}
    own = [line for line in lines if line["Week"] == week]
    return sorted(own, key=lambda line: order.get(line["Area"], len(order)))


def last_week(lines: Sequence[Line]) -> str:
    """The last week that the tab holds, ``""`` for none."""
    return max((line["Week"] for line in lines), default="")


def closed_by(lines: Sequence[Line], week: str) -> str:
    """When and by whom a week was closed, ``""`` while it is not."""
    ends = [line[STATUS] for line in of_week(lines, week) if line["Area"] == CLOSE.title]
    return next((status for status in ends if CLOSED.fullmatch(status)), "")


def as_text(lines: Sequence[Line], week: str, left: Sequence[str]) -> list[str]:
    """The review as a person reads it in a terminal."""
    closed = closed_by(lines, week)
    told = [f"Review of {week}: {closed or 'open'}"]
    for title, rows in groupby(of_week(lines, week), key=lambda line: line["Area"]):
        area = BY_TITLE.get(title)
        if area is None or area is CLOSE:
            continue
        asks = f" ({area.allowed})" if area.decisions and area is not CHANGE else ""
        told += ["", f"{title}: {area.question}{asks}" if area.question else title]
        told += [_line(row) for row in rows]
    if left:
        told += ["", "Before it can close:", *(f"  - {reason}" for reason in left)]
    elif not closed:
        told += ["", "Nothing is left: choose close in “Close review”, or run it with --close."]
    return told


def _line(line: Line) -> str:
    parts = [line["Item"], line["Numbers"], _decided(line) or line[STATUS]]
    text = " | ".join(part for part in parts if part)
    short = text if len(text) <= _WIDTH * 2 else f"{text[: _WIDTH * 2 - 1]}…"
    return f"  row {line.row + 1}: {short}"


def _decided(line: Line) -> str:
    if not line["Decision"]:
        return ""
    by = f" ({line['Decided by']})" if line["Decided by"] else ""
    return f"{line['Decision']}{by}: {line[STATUS]}"


def as_json(lines: Sequence[Line], week: str, left: Sequence[str]) -> dict[str, Any]:
    """The review as JSON values: the week, whether it is closed, its rows."""
    return {
        "week": week,
        "closed": closed_by(lines, week) or None,
        "left": list(left),
        "rows": [{"row": line.row + 1, **_plain(line.cells)} for line in of_week(lines, week)],
    }


def _plain(cells: Mapping[str, str]) -> dict[str, str | None]:
    return {title.lower().replace(" ", "_"): text or None for title, text in cells.items()}
