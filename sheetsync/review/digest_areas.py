"""The five areas as the digest shows them, with every row and decision, and the one change."""

from collections.abc import Sequence
from html import escape

from sheetsync.review.agenda import AREAS, CHANGE, LAST_CHANGE, MISSED, REVIEW, Area
from sheetsync.review.digest_lists import capped
from sheetsync.review.digest_view import View
from sheetsync.review.digest_words import place, said, section, table
from sheetsync.review.tab import Line
from sheetsync.work import STATUS

_HEADS = ("Item", "Decision", "Where")


def areas(view: View) -> str:
    """The five areas in order, each with its question, its rows and its decisions (R82)."""
    parts = [_area(view, area, f"area-{number}") for number, area in enumerate(AREAS, start=1)]
    missed = "".join(f"<p>{said(line['Item'])}</p>\n" for line in view.of(MISSED))
    return section("areas", "The five areas", missed + "".join(parts))


def _area(view: View, area: Area, anchor: str) -> str:
    lines = view.of(area)
    asked = f'<p class="quiet">{escape(area.question)} Choose {escape(area.allowed)}.</p>\n'
    if not any(line["Leads"] for line in lines):
        inner = f"{asked}<p>{escape(area.nothing)}</p>\n"
    else:
        rows, more = capped(map(_row, lines), "the tab Review")
        inner = asked + table(
            f"{area.title} in the tab Review", _HEADS, rows, kind="items", more=more
        )
    return section(anchor, area.title, inner, level=3)


def _row(line: Line) -> Sequence[str]:
    leads, (company, colon, text) = line["Leads"], line["Item"].partition(": ")
    about = [said(leads, 80), said(line["Numbers"])]
    small = " · ".join(text for text in about if text)
    named = bool(colon) and bool(leads) and "," not in leads
    told = f"<strong>{said(company)}</strong>: {said(text)}" if named else said(line["Item"])
    item = f'{told or "An item without text"}<br><span class="quiet">{small}</span>'
    return (item, _decided(line), place(REVIEW, line.row))


def _decided(line: Line) -> str:
    """What was decided, by whom and why; else what the Status says."""
    status = said(line[STATUS])
    if not line["Decision"]:
        return status or "nothing to decide"
    by = f", {said(line['Decided by'])}" if line["Decided by"] else ""
    why = f"<br>{said(line['Comment'])}" if line["Comment"] else ""
    counts = f'<br><span class="quiet">{status}</span>' if status else ""
    return f"<strong>{said(line['Decision'])}</strong>{by}{why}{counts}"


def change(view: View) -> str:
    """The one change of the week, and what the last one did (R88 to R90)."""
    own = view.of(CHANGE)
    inner = ""
    if not any(line["Decision"] for line in own):
        inner += (
            "<p>No change is chosen yet. Choose exactly one of "
            f"{escape(CHANGE.allowed)}.</p>\n"
        )  # fmt: skip
    if own:
        inner += table("The change of this week", _HEADS, map(_row, own), kind="items")
    last = view.of(LAST_CHANGE)
    if last:
        rows = [(said(line["Item"]), _done(line), place(REVIEW, line.row)) for line in last]
        inner += table(
            "What the last change did", ("Change", "Before and now", "Where"), rows, kind="items"
        )
    else:
        inner += "<p>No earlier week has made a change.</p>\n"
    return section("change", "The one change", inner)


def _done(line: Line) -> str:
    small = f'<br><span class="quiet">{said(line[STATUS])}</span>' if line[STATUS] else ""
    return f"{said(line['Numbers'])}{small}"
