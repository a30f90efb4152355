"""Where one lead's sequence stands, computed from its touches, replies and decisions.

Whatever the buyer wrote holds everything until a person has decided; an opt-out
or a bounce stops without waiting. Of two readings the one that sends less counts.
"""

from collections.abc import Sequence as Steps
from dataclasses import dataclass
from datetime import date
from typing import Literal

Standing = Literal["waiting", "running", "held", "paused", "stopped", "live", "done"]

STOPS_AT_ONCE = ("opt-out", "bounce")
"""Reply kinds that stop without a person's decision (R41, R42)."""


DECIDE = "Decide what the reply means"
"""The next step while a reply waits (R68)."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What the program reads a reply as.

    Attributes:
        kind: Opt-out, bounce, out-of-office, question, positive, negative or neutral.
        resume_on: The day on which the buyer is back or wants to hear again, as far as
            the reply names one: a suggestion for the person's ``Resume on``.
        changed: Is there another reply than the one that was decided on? Then the
            decision has to be made again (R74); a stop holds all the same.
        seen_on: The day on which a sync first saw it; counts while nobody has entered
            the day on which it came.
    """

    kind: str
    resume_on: date | None = None
    changed: bool = False
    seen_on: date | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One touch as the sheet has it: the first message (1) or a follow-up row.

    Attributes:
        number: Place in the sequence, from 1.
        sent_on: When it went out.
        reply: What the buyer wrote, pasted on this row.
        received_on: When it came, as entered.
        seen_on: When a sync first saw it.
        kind: What the program reads the reply as; a suggestion but for opt-out and bounce.
        decision: The person's stop, pause, continue or live, once it counts.
        resume_on: When a pause ends.
        cause: Why a stop.
        unsure: Is something entered about an answer that does not count yet: a cell that
            cannot be read, or a decision that nobody has signed? It holds like an answer.
    """

    number: int
    sent_on: date | None = None
    reply: str = ""
    received_on: date | None = None
    kind: str = ""
    decision: str = ""
    resume_on: date | None = None
    cause: str = ""
    unsure: bool = False
    seen_on: date | None = None

    @property
    def answered(self) -> bool:
        """Has the buyer answered on this row, or may have?"""
        return bool(self.reply) or self.received_on is not None or self.unsure

    @property
    def heard_on(self) -> date | None:
        """The day that counts for the answer."""
        return self.received_on or self.seen_on


@dataclass(frozen=True, slots=True)
class Rules:
    """What the sequence is measured against.

    Attributes:
        today: The date in the team's zone.
        length: Most touches.
        window_ends: Last day on which a touch may go out, once the first is sent.
        suppressed: Why the address may not be written to, ``""`` if it may.
        withdrawn: Why nobody pursues the lead, ``""`` if someone does.
        hold: Why Qualification holds the lead back for now.
        live: Does the CRM have a confirmed live stage or a result?
        ended: Where the weekly review stopped the sequence, ``""`` if it did not.
        paused_until: The end of a pause that the weekly review set.
    """

    today: date
    length: int
    window_ends: date | None
    suppressed: str = ""
    withdrawn: str = ""
    hold: str = ""
    live: bool = False
    ended: str = ""
    paused_until: date | None = None


@dataclass(frozen=True, slots=True)
class Position:
    """Where a sequence stands.

    Attributes:
        standing: In one word.
        why: In plain words, for the row.
        cause: Cause of a stop.
        until: End of a pause.
        undecided: Numbers of the rows whose reply waits for a decision.
        settle: What a person does to end a hold.
    """

    standing: Standing
    why: str
    cause: str = ""
    until: date | None = None
    undecided: tuple[int, ...] = ()
    settle: str = ""

    @property
    def may_send(self) -> bool:
        """May a next touch go out, as far as the sequence is concerned?"""
        return self.standing in ("waiting", "running")

    @property
    def forbids(self) -> bool:
        """Is sending anything a breach, rather than merely the end of the sequence?"""
        return self.standing in ("held", "paused", "stopped", "live")


def position(steps: Steps[Step], rules: Rules) -> Position:
    """Say where a sequence stands.

    Args:
        steps: The touches in order of their number.
        rules: What they are measured against.
    """
    for judge in (_off_limits, _answered, _in_hand, _resting):
        found = judge(steps, rules)
        if found is not None:
            return found
    return Position("running" if any(step.sent_on for step in steps) else "waiting", "")


def _undecided(steps: Steps[Step]) -> tuple[int, ...]:
    return tuple(
        step.number
        for step in steps
        if step.answered and not step.decision and step.kind not in STOPS_AT_ONCE
    )


def _off_limits(steps: Steps[Step], rules: Rules) -> Position | None:
    """Stops that need nobody's decision: the list, an opt-out, a bounce."""
    for kind in STOPS_AT_ONCE:
        if any(step.kind == kind for step in steps):
            return Position("stopped", "opted out" if kind == "opt-out" else "bounced", kind)
    if rules.suppressed:
        why = f"on Do not contact ({rules.suppressed})"
        return Position("stopped", why, "opt-out", undecided=_undecided(steps))
    return None


def _answered(steps: Steps[Step], rules: Rules) -> Position | None:
    """A person's stop, on a reply or in the review, or a reply that waits for one."""
    stops = [step for step in steps if step.decision == "stop"]
    undecided = _undecided(steps)
    if stops:
        cause = stops[-1].cause
        why = f"stopped: {cause or 'no cause given'}"
        return Position("stopped", why, cause or "other", undecided=undecided)
    if rules.ended:
        return Position("stopped", f"stopped in {rules.ended}", "other", undecided=undecided)
    if undecided:
        why = "a reply waits for a decision"
        return Position("held", why, undecided=undecided, settle=DECIDE)
    return None


def _in_hand(steps: Steps[Step], rules: Rules) -> Position | None:
    """A live opportunity, or a lead that nobody pursues any more."""
    decided = [step.decision for step in steps if step.decision]
    if rules.live or "live" in decided:  # no later row takes a lead out of a person's hands
        return Position("live", "a live opportunity, in a person's hands")
    if rules.withdrawn:
        return Position("stopped", rules.withdrawn, "fit")
    if not rules.hold:
        return None
    settle = "Settle what holds it in Qualification"
    return Position("held", f"on hold in Qualification: {rules.hold}", settle=settle)


def _resting(steps: Steps[Step], rules: Rules) -> Position | None:
    """A pause, or the end of the sequence by its length or its window."""
    if rules.paused_until is not None and rules.today < rules.paused_until:
        why = f"paused until {rules.paused_until.isoformat()}"
        return Position("paused", why, until=rules.paused_until)
    last = next((step for step in reversed(steps) if step.decision), None)
    if last is not None and last.decision == "pause":
        if last.resume_on is None:
            settle = "Fill in Resume on in Follow-up"
            return Position("held", "a pause without a resume date", settle=settle)
        if rules.today < last.resume_on:
            why = f"paused until {last.resume_on.isoformat()}"
            return Position("paused", why, until=last.resume_on)
    if any(step.sent_on is not None and step.number >= rules.length for step in steps):
        return Position("done", f"all {rules.length} touches are sent")
    if rules.window_ends is not None and rules.today > rules.window_ends:
        return Position("done", f"the window ended on {rules.window_ends.isoformat()}")
    return None
