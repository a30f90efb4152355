"""What the digest says first: the next step, what moved, what is late, what waits for a person."""

from collections.abc import Sequence
from html import escape

from sheetsync.review.agenda import AREAS, CHANGE, CLOSE, OVERDUE, REVIEW, Area
from sheetsync.review.digest_lists import capped
from sheetsync.review.digest_view import View
from sheetsync.review.digest_words import counted, link, on, place, said, section, table
from sheetsync.review.items import overdue
from sheetsync.review.leaks import weakest
from sheetsync.rules.followup import FOLLOWUP
from sheetsync.rules.outreach import OUTREACH
from sheetsync.rules.qualification import QUALIFICATION

_CALLOUT = "border-left:6px solid;padding:16px 24px"


def next_step(view: View) -> str:
    """What the team does now, each step with its place in the workbook or on the page."""
    steps = _steps(view)
    rows = "".join(f"<li>{step}</li>\n" for step in steps)
    inner = f"<ol>\n{rows}</ol>\n" if len(steps) > 1 else f"<p>{steps[0]}</p>\n"
    title = "Next step" if len(steps) == 1 else "Next steps"
    return f'<div class="next" style="{_CALLOUT}">\n{section("next", title, inner)}</div>\n'


def _steps(view: View) -> list[str]:
    written = view.written
    if not view.held:
        opens = f"The first sync from {on(written.opens_on)} on" if written.opens_on else "A sync"
        return [f"No review has been held yet. {opens} opens this week's."]
    if not written.week:
        opens = f" The next one opens on {on(written.opens_on)}." if written.opens_on else ""
        where = "".join(f" ({place(REVIEW, line.row)})" for line in view.of(CLOSE)[:1])
        return [f"Nothing is left: this review is {said(view.closed or 'over')}{where}.{opens}"]
    steps = []
    late = _undecided(view, OVERDUE)
    if late:
        number = link("overdue", counted(late, "overdue record"))
        steps.append(f"<strong>Decide on {number}:</strong> {escape(OVERDUE.allowed)}.")
    open_ = [
        f"{link(f'area-{place_}', f'{open_here:,}')} in {area.title}"
        for place_, area in enumerate(AREAS, start=1)
        if area is not OVERDUE and (open_here := _undecided(view, area))
    ]
    if open_:
        steps.append(f"<strong>Go through what is open:</strong> {', '.join(open_)}.")
    if any(not line["Decision"] for line in view.of(CHANGE)):
        steps.append(f"<strong>Choose {link('change', 'the one change')}</strong> of this week.")
    end = "".join(place(REVIEW, line.row) for line in view.of(CLOSE)[:1])
    steps.append(f"<strong>Close the review:</strong> choose “close” in {end or 'the tab Review'}.")
    return steps


def _undecided(view: View, area: Area) -> int:
    return sum(line["Status"] == "open" and bool(line["Leads"]) for line in view.of(area))


def headline(view: View) -> str:
    """Records moved and decisions made, overdue and waiting, each beside the week before (R91)."""
    moves, decisions = view.moves(), view.decisions()
    late, waiting = _overdue_rows(view), _waiting_rows(view)
    since = f"since {view.since.isoformat()}" if view.since else "so far"
    tiles = (
        (
            view.lists.logged(f"Records moved {since}", moves),
            "records moved",
            _beside(view, len(moves), "moved"),
        ),
        (
            view.lists.logged(f"Decisions made {since}", decisions),
            "decisions made",
            _beside(view, len(decisions), "decisions"),
        ),
        (
            link("overdue", f"{len(late):,}") if late else "0",
            "overdue",
            _beside(view, len(late), "overdue"),
        ),
        (
            link("waiting", f"{len(waiting):,}") if waiting else "0",
            "decisions waiting",
            "",
        ),
    )
    shown = "".join(
        f'<li><strong class="big" style="font-size:1.9em">{number}</strong> '
        f'<span class="what">{what}</span> <span class="quiet">{beside}</span></li>\n'
        for number, what, beside in tiles
    )
    return section("headline", "What moved", f'<ul class="tiles">\n{shown}</ul>\n{_weak(view)}')


def _beside(view: View, now: int, name: str) -> str:
    before = view.saved_before.get(name)
    if before is None:
        return "no earlier week on record"
    by = "as before" if now == before else f"{now - before:+,} now".replace("-", "−")
    return link(f"saved-{view.before}", f"{before:,} in {view.before}: {by}")


def _weak(view: View) -> str:
    block = weakest(view.leaks)
    if not block:
        return "<p>No lead is stuck anywhere.</p>\n"
    stops = view.stops()[block]
    number = view.stopping(block)
    what = "lead" if len(stops) == 1 else "leads"
    return (
        f'<p class="weak"><strong>Most leads stop in {escape(block)}: {number}</strong> {what}. '
        f"Read the guide to {escape(block)} in the tab Guide first.</p>\n"
    )


def late(view: View) -> str:
    """Every overdue record: what, whose, since when, where (R86)."""
    rows, more = capped(_overdue_rows(view), "the tab CRM, column Due")
    if not rows:
        return section("overdue", "Overdue", "<p>Nothing is overdue.</p>\n")
    heads = ("Lead", "What was due", "Who", "Where")
    return section("overdue", "Overdue", table("Longest overdue first", heads, rows, more=more))


def _overdue_rows(view: View) -> list[Sequence[str]]:
    found = overdue(view.facts)
    shown = {line["Leads"]: line for line in view.of(OVERDUE)}
    rows: list[Sequence[str]] = []
    for lead_id, day in sorted(found.items(), key=lambda own: (own[1] or view.today, own[0])):
        record = view.facts.records[lead_id]
        days = (view.today - day).days if day else 0
        since = f"{on(day)}, {counted(days, 'day')} late" if day else "no date"
        line = shown.get(lead_id)
        decided = f", decided: {said(line['Decision'])}" if line and line["Decision"] else ""
        where = view.lists.where(lead_id, "CRM") + (f", {place(REVIEW, line.row)}" if line else "")
        step = said(str(record.get("Next step") or "the next step"))
        who = said(str(record.get("Next step owner") or "")) or "nobody yet"
        rows.append((view.lists.who(lead_id), f"{step}<br>{_late(since + decided)}", who, where))
    return rows


def _late(text: str) -> str:
    return f'<span class="late">{text}</span>'


def waiting(view: View) -> str:
    """Every decision that holds a lead: what, whose, since when, where."""
    rows, more = capped(_waiting_rows(view), "the tab To do, kind decision")
    if not rows:
        return section("waiting", "Waiting for a decision", "<p>No lead waits for one.</p>\n")
    heads = ("Lead", "What waits", "Who", "Where")
    inner = table("Replies first, then what is undecided", heads, rows, more=more)
    return section("waiting", "Waiting for a decision", inner)


def _waiting_rows(view: View) -> list[Sequence[str]]:
    facts, rows = view.facts, []
    for lead_id, position in facts.positions.items():
        open_ = [step for step in facts.steps.get(lead_id, ()) if step.number in position.undecided]
        if not position.undecided:
            continue
        kind = open_[-1].kind if open_ else ""
        day = open_[-1].heard_on if open_ else None
        tab = OUTREACH if position.undecided == (1,) else FOLLOWUP
        what = f"What does the reply mean? It reads {said(kind)}." if kind else "A reply waits."
        rows.append((day or view.today, lead_id, tab, what, day))
    for lead_id, passage in facts.passages.items():
        if view.state(lead_id) == "To decide":
            lead = facts.leads.get(lead_id)
            day = passage.revisit if passage.back else lead.handed if lead is not None else None
            what = "Its day has come: decide again." if passage.back else "Pursue, nurture or skip?"
            rows.append((day or view.today, lead_id, QUALIFICATION, what, day))
    rows.sort(key=lambda row: (row[2] == QUALIFICATION, row[0], row[1]))
    return [
        (
            view.lists.who(lead_id),
            what + (f"<br>{_late('since ' + on(day))}" if day else ""),
            said(_who(view, lead_id, tab)) or "nobody yet",
            view.lists.where(lead_id, tab),
        )
        for _, lead_id, tab, what, day in rows
    ]


def _who(view: View, lead_id: str, tab: str) -> str:
    own = view.facts.records.get(lead_id, {}).get("Next step owner")
    return str(own or view.record.owners.get(tab, ""))
