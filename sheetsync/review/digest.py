"""The week's review as one HTML page that needs nothing else: for a mail, a screen, a printer.

Pure: what the review came to goes in, the page comes out, the same bytes each time. It has
no script and asks no host for anything, and says so to the browser, which then refuses both.
"""

from datetime import date, timedelta
from html import escape

from sheetsync.review.digest_areas import areas, change
from sheetsync.review.digest_now import headline, late, next_step, waiting
from sheetsync.review.digest_record import Record
from sheetsync.review.digest_style import STYLE
from sheetsync.review.digest_view import View, view_of
from sheetsync.review.digest_weeks import answers, blocks, movement
from sheetsync.review.digest_words import link, on, plain, said, section
from sheetsync.review.tab import Written
from sheetsync.review.weeks import monday

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""A browser that reads this neither runs a script nor sends a request (CSP level 3)."""

_NO_LINKS = "telephone=no, date=no, address=no, email=no, url=no"
"""Asks mail programs not to make links of what only looks like an address."""

_BODY = "line-height:1.6;font-family:system-ui,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"
"""What stays where a mail program drops the style sheet; its own colours are then right,
by day and by night, for none of the page's stands in the way."""

_CONTENTS = (
    ("overdue", "Overdue"),
    ("waiting", "Waiting"),
    ("areas", "The five areas"),
    ("change", "The one change"),
    ("movement", "Week by week"),
    ("blocks", "Where leads stop"),
    ("answers", "Replies"),
    ("lists", "Behind the numbers"),
)


def digest(written: Written, *, book: str, today: date, record: Record | None = None) -> str:
    """Make the page of the open week, or else of the last week that the tab holds.

    Args:
        written: What becomes of the Review tab.
        book: How the page calls the workbook.
        today: The date in the team's time zone.
        record: Where rows stand and what the Log says; without it no movement is shown.

    Returns:
        A whole HTML document, ending in a line feed.
    """
    view = view_of(written, record or Record(), today)
    parts = [
        next_step(view),
        headline(view),
        _contents(),
        late(view),
        waiting(view),
        areas(view),
        change(view),
        movement(view),
        blocks(view),
        answers(view),
    ]
    # Last, for by now every number has asked for its list.
    lists = view.lists.as_html() or "<p>There is no number yet.</p>\n"
    parts.append(section("lists", "Behind the numbers", f'<div class="dense">\n{lists}</div>\n'))
    return _page(view, book, "".join(parts))


def _page(view: View, book: str, main: str) -> str:
    return (
        '<!DOCTYPE html>\n<html lang="en" dir="ltr">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        '<meta name="supported-color-schemes" content="light dark">\n'
        f'<meta name="format-detection" content="{_NO_LINKS}">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>Sales week {escape(view.week)}: {plain(book, 80)}</title>\n"
        f"<style>{STYLE}</style>\n</head>\n"
        f'<body style="{_BODY}">\n<div class="page" style="max-width:62rem;margin:0 auto">\n{_header(view, book)}'
        f"<main>\n{main}</main>\n{_footer(view, book)}</div>\n</body>\n</html>\n"
    )


def _header(view: View, book: str) -> str:
    first = monday(view.week)
    days = f"{on(first)} to {on(first + timedelta(days=6))}"
    if not view.held:
        state = "no review yet"
    elif view.written.week:
        state = "the review is open"
    else:
        state = f"the review is {said(view.closed or 'not closed')}"
    return (
        f"<header>\n<h1>Sales week {escape(view.week)}</h1>\n"
        f'<p class="lead">{said(book, 80)} · {days} · as of {on(view.today)} · {state}</p>\n'
        "</header>\n"
    )


def _contents() -> str:
    items = "".join(f"<li>{link(anchor, escape(title))}</li>\n" for anchor, title in _CONTENTS)
    return f'<nav aria-label="Contents">\n<ul>\n{items}</ul>\n</nav>\n'


def _footer(view: View, book: str) -> str:
    pending = (
        " Some rows are not in the workbook yet; the next sync writes them there."
        if view.record.pending
        else ""
    )
    return (
        f"<footer>\n<p>Made by sheetsync from {said(book, 80)}. Every number links to its rows; "
        f"decisions are made in the tab Review.{pending}</p>\n</footer>\n"
    )
