"""What becomes of each lead in one pass, in plain words, so that two passes can be compared."""

import re
from collections.abc import Iterator
from datetime import date

from sheetsync import logbook
from sheetsync.ai.jobs import Job, Model, for_tab
from sheetsync.cells import Scalar, to_text
from sheetsync.rules.catalogue import CATALOGUE
from sheetsync.rules.crm import CRM
from sheetsync.rules.followup import FOLLOWUP
from sheetsync.rules.outreach import OUTREACH
from sheetsync.rules.qualification import QUALIFICATION
from sheetsync.rules.research import RESEARCH
from sheetsync.rules.scorecard import read_scorecard
from sheetsync.what_if_pass import Pass, rows_of
from sheetsync.what_if_past import Sent, first_decisions, refusals
from sheetsync.work import READY, STATUS, Work

ADVICE = ("score", "must haves not met", "suggested decision")
"""What only advises the person who decides: it moves no lead by itself."""

Fact = tuple[str, str, str]
"""Lead ID, what is asked, and the answer."""

_CODES = re.compile(r"(?:see )?\b([A-Z]{2}\d{3})\b")
_STATE = " · state: "
_OPEN = ("Planned", "Ready to send")
_STATUSES = ((QUALIFICATION, "decision"), (CRM, "next step"), (RESEARCH, "research"))


def fates(own: Pass, drafter: Model | None = None) -> dict[str, dict[str, str]]:
    """What becomes of each lead: by Lead ID, what is asked and the answer in plain words.

    Args:
        own: The pass.
        drafter: Who is asked what it would suggest by the scorecard; ``None`` for nobody.

    Returns:
        Every lead that is not frozen; what matters most to a reader comes first.
    """
    found: dict[str, dict[str, str]] = {lead_id: {} for lead_id in own.worked.leads}
    for facts in (_states(own), _messages(own), _statuses(own), _decided(own)):
        for lead_id, what, text in facts:
            if lead_id in found:
                found[lead_id].setdefault(what, text)
    for lead_id, what, text in _advice(own, drafter):
        found[lead_id][what] = text
    return found


def _states(own: Pass) -> Iterator[Fact]:
    for work in own.worked.works:
        for lead_id, index in rows_of(work):
            yield lead_id, "state", to_text(work.cells[STATUS][index]).partition(_STATE)[2]


def _statuses(own: Pass) -> Iterator[Fact]:
    for title, what in _STATUSES:
        work = own.work(title)
        if work is not None:
            for lead_id, index in rows_of(work):
                yield lead_id, what, _said(work.cells[STATUS][index])


def _said(status: Scalar) -> str:
    """A Status without the state."""
    return _plainly(to_text(status).partition(_STATE)[0])


def _plainly(text: str) -> str:
    """Put the meaning of each code in its place."""
    return _CODES.sub(_meaning, text)


def _meaning(found: re.Match[str]) -> str:
    code = CATALOGUE.get(found[1])
    if code is None:
        return found[0]
    text = code.meaning.rstrip(".")
    return text[0].lower() + text[1:]


def _messages(own: Pass) -> Iterator[Fact]:
    """Each message: may it go out, or would it have gone out?"""
    sent: list[Sent] = []
    for title in (OUTREACH, FOLLOWUP):
        work = own.work(title)
        if work is None:
            continue
        days, due = work.table.cells["Sent on"], work.cells.get("Due on")
        for lead_id, index in rows_of(work):
            number = work.identity.ids[index].partition("/")[2] or "1"
            on = due[index] if due is not None else None
            if days[index] is None:
                yield lead_id, _message(number), _waiting(work, index, on)
            elif number.isdecimal():
                planned = on if isinstance(on, date) else None
                sent.append(Sent(lead_id, int(number), days[index], planned))
    for one, why in refusals(sent, own.context.project).items():
        text = f"not sent on {one.day}: {', '.join(why)}" if why else f"sent on {one.day}"
        yield one.lead_id, _message(str(one.number)), text


def _message(number: str) -> str:
    return "first message" if number == "1" else f"touch {number}"


def _waiting(work: Work, index: int, due: Scalar) -> str:
    """What is said of a message that has not gone out."""
    status = _said(work.cells[STATUS][index])
    if work.title == FOLLOWUP and not status.startswith(_OPEN):
        return status
    answer, _, why = to_text(work.cells[READY][index]).partition(": ")
    if answer == "yes":
        return "ready to send"
    text = f"not ready: {_plainly(why)}"
    return text if due is None or "due on" in text else f"planned for {to_text(due)}; {text}"


def _decided(own: Pass) -> Iterator[Fact]:
    """Was each lead's first decision in time (R18)?"""
    limit, first = own.context.project.route_within, first_decisions(own.tables.get(logbook.LOG))
    for lead_id, lead in own.worked.leads.items():
        if lead.handed is not None and lead_id in first:
            days = (first[lead_id] - lead.handed).days
            late = limit is not None and days > limit
            took = f"after {days} day{'' if days == 1 else 's'}"
            yield lead_id, "decided", f"{took}, {'too late' if late else 'in time'}"


def _advice(own: Pass, drafter: Model | None) -> Iterator[Fact]:
    """What the scorecard says of each lead in Qualification."""
    work = own.work(QUALIFICATION)
    if work is None:
        return
    rows = {lead_id: index for lead_id, index in rows_of(work) if lead_id in own.worked.leads}
    for lead_id, index in rows.items():
        last = to_text(work.cells["Score explained"][index]).rpartition("\n")[2]
        yield lead_id, "score", to_text(work.cells["Score"][index]) or "none yet"
        yield lead_id, "must haves not met", last.partition("not met: ")[2] or "none"
    if drafter is not None:
        jobs = [job for job in (_rating(own, lead_id) for lead_id in rows) if job.runs]
        for job, answer in zip(jobs, drafter.answer(jobs), strict=True):
            yield job.lead_id, "suggested decision", answer.cells["AI suggested decision"]


def _rating(own: Pass, lead_id: str) -> Job:
    """Job c, classify against the scorecard, for one lead."""
    spec = next(s for s in for_tab(own.context.contract[QUALIFICATION]) if s.job == "c")
    lead, criteria = own.worked.leads[lead_id], read_scorecard(own.tables.get("Scorecard"))
    cells = {
        "Company": lead.company,
        "Contact": lead.contact,
        "Role": lead.role,
        "Source notes": lead.notes,
        "Relevance signal": lead.signal,
        "Probable problem": lead.problem,
        "Scorecard": "\n".join(criterion.line for criterion in criteria),
    }
    return Job(spec, lead_id, {name: cells[name] for name in spec.inputs if cells.get(name)})
