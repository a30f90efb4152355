"""The digest's measures: movement over the weeks, leads by block and by state, answers by variant.

A number of today links to its leads; one of an earlier week to the line of the Log that
has put it on record, for nobody keeps who it was then.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from html import escape

from sheetsync.review.digest_charts import SIGNS, Bar, funnel, replies, weeks
from sheetsync.review.digest_lists import capped, each
from sheetsync.review.digest_view import View
from sheetsync.review.digest_words import SHOWN, link, place, said, section, table
from sheetsync.review.items import overdue, variants
from sheetsync.rules.followup import FOLLOWUP
from sheetsync.rules.research import RESEARCH

_WEEKS = 5
"""Most earlier weeks that are shown; the Log has them all."""

_MEASURES: Mapping[str, str] = {
    "moved": "Records moved",
    "decisions": "Decisions made",
    "leads": "Leads in the workbook",
    "sent": "Messages sent",
    "positive": "Positive answers",
    "negative": "Negative answers",
    "overdue": "Overdue records",
    "replies waiting": "Replies waiting",
}
"""What the table calls the saved numbers that it shows."""

_REACHED = 10
"""Rows of the lists of all that a block holds: the tab is that list."""

_DRAWN = 12
"""Most variants in the picture; the table below it has more."""


def movement(view: View) -> str:
    """How the team's numbers moved over the saved weeks (R92)."""
    history = view.written.history
    earlier = sorted(week for week in history if week < view.week)[-_WEEKS:]
    now = _now(view)
    names = [
        *(history[week].numbers for week in earlier),
        {name: n for name, (n, _) in now.items()},
    ]
    labels = [*(week[5:] for week in earlier), "Now"]
    bars = [
        Bar(label, own.get("moved", 0), own.get("decisions", 0))
        for label, own in zip(labels, names, strict=True)
    ]
    rows = [
        (
            _MEASURES[name],
            *(_saved(week, history[week].numbers.get(name)) for week in earlier),
            shown,
        )
        for name, (_, shown) in now.items()
    ]
    foot = [
        f'<span id="saved-{week}" tabindex="-1">{place("Log", view.record.saved.get(week))}</span>'
        for week in earlier
    ]
    rows.append(("On record in", *foot, "these lists"))
    caption = "The team's numbers week by week, as each week's review put them on record"
    told = "Pale: records moved. Dark: decisions made."
    inner = _figure("movement-table", weeks(bars), told) + table(
        caption, ("Measure", *labels), rows, anchor="movement-table", kind="figures"
    )
    return section("movement", "Week by week", inner)


def _now(view: View) -> dict[str, tuple[int, str]]:
    """Each measure of today: the number, and the number with its link."""
    facts, lists = view.facts, view.lists
    moves, decisions = view.moves(), view.decisions()
    since = f"since {view.since.isoformat()}" if view.since else "so far"
    sent, messages = view.sent()
    late = overdue(facts)
    waiting = each((lead for lead, own in facts.positions.items() if own.undecided), view.why)
    reached = view.reached()
    found = {
        "moved": (len(moves), lists.logged(f"Records moved {since}", moves)),
        "decisions": (
            len(decisions),
            lists.logged(f"Decisions made {since}", decisions),
        ),
        "leads": (
            len(facts.leads),
            lists.leads(f"Reached {RESEARCH}", reached[RESEARCH], tab=RESEARCH, shown=_REACHED),
        ),
        "sent": (messages, lists.leads("Messages sent", sent, number=messages)),
    }
    for kind in ("positive", "negative"):
        answered, number = view.answers(kind)
        shown = lists.leads(f"Answers read as {kind}", answered, tab=FOLLOWUP, number=number)
        found[kind] = (number, shown)
    found["overdue"] = (len(late), link("overdue", f"{len(late):,}") if late else "0")
    found["replies waiting"] = (len(waiting), lists.leads("Replies waiting", waiting))
    return found


def _saved(week: str, number: int | None) -> str:
    return "not kept" if number is None else link(f"saved-{week}", f"{number:,}")


def blocks(view: View) -> str:
    """How many leads reached each block and how many stop there, and where leads stand (R95, R96)."""
    reached, stops = view.reached(), view.stops()
    bars = [Bar(block, len(own), len(stops[block])) for block, own in reached.items()]
    rows = [
        (
            escape(block),
            view.lists.leads(f"Reached {block}", own, tab=block, shown=_REACHED),
            view.stopping(block),
        )
        for block, own in reached.items()
    ]
    told = "Pale: leads that reached the block. Dark: leads that stop there."
    inner = _figure("funnel-table", funnel(bars), told)
    inner += table(
        "Leads by block",
        ("Block", "Reached it", "Stop there"),
        rows,
        anchor="funnel-table",
        kind="figures",
    )
    inner += _leaks(view) + _states(view)
    return section("blocks", "Where leads stop", inner)


def _leaks(view: View) -> str:
    rows = []
    for leak in view.leaks:
        why = {lead_id: view.stuck(leak, lead_id) for lead_id in leak.leads}
        number = view.lists.leads(leak.item, why, tab=leak.block)
        rows.append((escape(leak.block), escape(leak.kind), number))
    return table("Every way in which leads stop", ("Block", "What is missing", "Leads"), rows)


def _states(view: View) -> str:
    before, own = view.saved_before, view.facts.states
    then = {
        name.removeprefix("state "): number
        for name, number in before.items()
        if name.startswith("state ")
    }
    rows = []
    for state in sorted({standing.state for standing in own.values()} | then.keys()):
        leads = each((lead for lead, each_ in own.items() if each_.state == state), view.why)
        now = view.lists.leads(f"In the state “{state}”", leads)
        rows.append((said(state), now, _saved(view.before, then.get(state, 0) if before else None)))
    if not rows:
        return ""
    heads = ("State", "Leads now", escape(view.before) or "Week before")
    return table("Where leads stand", heads, rows, kind="figures")


def answers(view: View) -> str:
    """What came back for each angle and variant (R85)."""
    found = [(item.text, item.leads, _kinds(view, item.leads)) for item in variants(view.facts)]
    if not found:
        inner = "<p>No message has gone out yet.</p>\n"
        return section("answers", "Replies by angle and variant", inner)
    drawn = [
        (_short(name), len(leads), Counter(kinds.values())) for name, leads, kinds in found[:_DRAWN]
    ]
    every = {
        lead_id: f"{_short(name)}, last answer: {kinds.get(lead_id, 'none yet')}"
        for name, leads, kinds in found
        for lead_id in leads
    }
    rows, more = capped(
        (_variant(view, *own, every) for own in found), "the tab Review, area Active outreach"
    )
    signs = ", ".join(f"{sign} {kind}" for kind, sign in SIGNS.items())
    inner = _figure("answers-table", replies(drawn), f"Outline: leads written to. {signs}.")
    inner += table(
        "Answers by angle and variant",
        ("Angle and variant", "Written to", "Last answer"),
        rows,
        anchor="answers-table",
        kind="items",
        more=more,
    )
    return section("answers", "Replies by angle and variant", inner)


def _short(name: str) -> str:
    """How a picture calls a variant of an angle: its letter, then the angle."""
    letter, _, angle = name.removeprefix("Variant ").partition(" of the angle ")
    return f"{letter} {angle}"


def _kinds(view: View, leads: Sequence[str]) -> dict[str, str]:
    """How each lead answered last; a lead that has not is left out."""
    found = {}
    for lead_id in leads:
        own = [step.kind or "neutral" for step in view.facts.steps[lead_id] if step.answered]
        if own:
            found[lead_id] = own[-1]
    return found


def _variant(
    view: View, name: str, leads: Sequence[str], kinds: Mapping[str, str], every: Mapping[str, str]
) -> tuple[str, ...]:
    """A variant's row; while all leads fit into one list, each of its numbers links there."""
    title, why = name, {lead_id: every[lead_id] for lead_id in leads}
    if len(every) <= SHOWN:
        title, why = "Written to, by angle and variant", dict(every)
    came = [
        f"{view.lists.leads(title, why, number=number)} {escape(kind)}"
        for kind, number in sorted(Counter(kinds.values()).items())
    ]
    sent = view.lists.leads(title, why, number=len(leads))
    return (said(name), sent, ", ".join(came) or "none yet")


def _figure(anchor: str, drawing: str, told: str) -> str:
    return (
        f"<figure>\n{drawing}<figcaption>{told} "
        f"{link(anchor, 'The same numbers as a table')}, each with its leads.</figcaption>\n"
        "</figure>\n"
    )
