"""What this week's review asks about: one item for each lead, or each variant of an angle."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sheetsync.cells import Scalar
from sheetsync.review.agenda import ACTIVE, AREAS, MEETINGS, NEW, OVERDUE, QUALIFIED, Area
from sheetsync.review.facts import Facts
from sheetsync.review.rulings import variant_item, variant_name
from sheetsync.rules.qualification import QUALIFICATION
from sheetsync.rules.research import RESEARCH

LISTED = 40
"""Most leads of one area that are listed one by one; overdue ones all are, for each must be moved."""

_ITEM = 200
"""Most characters of an item."""

_MEETING_DAYS = 7
"""A meeting that was lost or won within this many days is still asked about."""

_ANSWERS = ("positive", "neutral", "negative", "question", "opt-out")


@dataclass(frozen=True, slots=True)
class Item:
    """One row of the review.

    Attributes:
        text: What it is about; fixed once it is written.
        leads: The leads behind it.
        numbers: What is known of it, as ``name: value`` pairs.
        status: What its Status says when there is nothing to decide on it.
    """

    area: Area
    text: str
    leads: tuple[str, ...] = ()
    numbers: str = ""
    status: str = ""


def figures(pairs: Mapping[str, object]) -> str:
    """Numbers as the tab shows them; what is blank is left out."""
    return " · ".join(
        f"{name}: {value}" for name, value in pairs.items() if value not in ("", None)
    )


def items(facts: Facts, today: date) -> list[Item]:
    """Everything that the five areas ask about now, in their order.

    An area with nothing to ask has one item that says so.
    """
    asked: dict[str, Iterable[Item]] = {
        NEW.title: _new(facts),
        QUALIFIED.title: _qualified(facts),
        ACTIVE.title: variants(facts),
        OVERDUE.title: _overdue(facts, today),
        MEETINGS.title: _meetings(facts, today),
    }
    found: list[Item] = []
    for area in AREAS:
        own = list(asked[area.title])
        if area is not OVERDUE and len(own) > LISTED:
            rest = tuple(lead for item in own[LISTED:] for lead in item.leads)
            more = f"{area.title} that are not listed here"
            own = [*own[:LISTED], Item(area, more, rest, figures({"leads": len(rest)}))]
        found += own or [Item(area, area.nothing)]
    return found


def _named(company: str, text: str) -> str:
    line = " ".join(f"{company or 'No company'}: {text}".split())
    return line if len(line) <= _ITEM else line[: _ITEM - 1] + "…"


def _quoted(note: str) -> str:
    return note if note[:1] in '“"„«' else f"“{note}”"


def _new(facts: Facts) -> Iterable[Item]:
    for lead_id, lead in facts.leads.items():
        if lead.handed is not None or lead.skipped:
            continue
        why = facts.why(RESEARCH, lead_id) or "complete, but not handed on"
        flags = len(facts.said.get(RESEARCH, {}).get(lead_id, ()))
        numbers = figures({"flags": flags, "confidence": lead.confidence})
        yield Item(NEW, _named(lead.company, why), (lead_id,), numbers)


def _qualified(facts: Facts) -> Iterable[Item]:
    for lead_id, passage in facts.passages.items():
        position = facts.positions[lead_id]
        waits = position.may_send or position.standing == "held"
        if passage.decision != "pursue" or facts.sent(lead_id) or not waits:
            continue
        lead = facts.leads[lead_id]
        record = passage.record or {}
        note = record.get("Evidence note", "")
        why = facts.why(QUALIFICATION, lead_id) or passage.hold or "no evidence note"
        text = f"evidence {_quoted(note)}" if note else why
        numbers = figures(
            {
                "score": _plain(facts.scores.get(lead_id)),
                "evidence": "quoted" if note else "not in order",
                "state": "waits in Qualification" if passage.hold else "in Outreach",
            }
        )
        yield Item(QUALIFIED, _named(lead.company, text), (lead_id,), numbers)


def variants(facts: Facts) -> list[Item]:
    """Each angle and variant that has gone out, with the answers to it (R35, R85)."""
    names: dict[str, str] = {}
    leads: dict[str, list[str]] = {}
    answers: dict[str, Counter[str]] = {}
    for lead_id, (angle, variant) in facts.messages.items():
        if not facts.sent(lead_id):
            continue
        name = variant_name(angle, variant)
        names.setdefault(name, variant_item(angle, variant))
        leads.setdefault(name, []).append(lead_id)
        kinds = [step.kind or "neutral" for step in facts.steps[lead_id] if step.answered]
        answers.setdefault(name, Counter()).update(kinds[-1:])
    found = []
    for name, own in sorted(leads.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        told = {"sent": len(own)} | {kind: answers[name][kind] for kind in _ANSWERS}
        found.append(Item(ACTIVE, names[name], tuple(own), figures(told)))
    return found


def overdue(facts: Facts) -> dict[str, date | None]:
    """The leads whose next step is overdue, and since when it was due (R53)."""
    found: dict[str, date | None] = {}
    for lead_id, record in facts.records.items():
        if record.get("Due") == "overdue":
            on = record.get("Next step on")
            found[lead_id] = on if isinstance(on, date) else None
    return found


def _overdue(facts: Facts, today: date) -> Iterable[Item]:
    late = overdue(facts)
    for lead_id, on in sorted(late.items(), key=lambda pair: (pair[1] or today, pair[0])):
        record = facts.records[lead_id]
        company = facts.leads[lead_id].company if lead_id in facts.leads else ""
        step = record.get("Next step") or "the next step"
        numbers = figures(
            {
                "days late": (today - on).days if on else None,
                "owner": record.get("Next step owner"),
                "stage": record.get("Stage"),
            }
        )
        yield Item(OVERDUE, _named(company, f"“{step}” was due on {on}"), (lead_id,), numbers)


def _meetings(facts: Facts, today: date) -> Iterable[Item]:
    ends = ("Proposal", "Won", "Lost", "Nurture")
    for lead_id, record in facts.records.items():
        stage, since = str(record.get("Stage") or ""), record.get("Stage since")
        fresh = isinstance(since, date) and since >= today - timedelta(days=_MEETING_DAYS)
        met = any(step.decision == "live" for step in facts.steps.get(lead_id, ()))
        if stage != "Meeting" and not (stage in ends and fresh and met):
            continue
        company = facts.leads[lead_id].company if lead_id in facts.leads else ""
        days = (today - since).days if isinstance(since, date) else None
        numbers = figures({"stage": stage, "days": days, "owner": record.get("Next step owner")})
        yield Item(MEETINGS, _named(company, f"{stage} since {since}"), (lead_id,), numbers)


def _plain(value: Scalar) -> object:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def states(facts: Facts) -> dict[str, int]:
    """How many leads are in each state, in alphabetical order."""
    return dict(sorted(Counter(own.state for own in facts.states.values()).items()))


def one_each(found: Sequence[Item]) -> dict[tuple[str, str], Item]:
    """Items by area and name; of two alike the first counts."""
    by_name: dict[tuple[str, str], Item] = {}
    for item in found:
        single = len(item.leads) == 1 and item.area.decisions and item.area is not ACTIVE
        by_name.setdefault((item.area.title, item.leads[0] if single else item.text), item)
    return by_name
