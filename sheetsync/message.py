"""One message on its way out: the text that counts, what the gate says, whose word stands for it.

An approval and a vouching belong to one text and its evidence. When either
changes they lapse, and the same person has to give them again (R74).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from sheetsync import state
from sheetsync.settle import wrote
from sheetsync.work import Work

if TYPE_CHECKING:
    from sheetsync.evidence.verdict import Verdict

Consent = str
"""``given``, ``lapsed`` or ``""`` for nobody's."""


@dataclass(frozen=True, slots=True)
class Message:
    """A message as it stands.

    Attributes:
        text: The text that would go out; ``""`` while there is none.
        check: The line in ``Draft check``.
        passed: Does the gate pass it, or does a person vouch for it?
        approval: Has it been approved, as it is?
        vouched: Who vouches for it, ``""`` for nobody.
        changed: Evidence cells that have changed since it was approved.
        reasons: Everything that the gate has against it.
    """

    text: str
    check: str
    passed: bool
    approval: Consent
    vouched: str
    changed: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()

    @property
    def in_full(self) -> str:
        """The line of ``Draft check`` with every reason, as a sentence for the row's flag."""
        more = f" (and {len(self.reasons) - 1} more)"
        return self.check.replace(more, "; ".join(("", *self.reasons[1:]))) + "."


@dataclass(frozen=True, slots=True)
class Wording:
    """The text that would go out, and the text that stood in the book before this run.

    A name typed into Approved by is for what the person could read: a draft that is
    only written in this run cannot have been meant.
    """

    text: str
    seen: str


def weigh(
    work: Work, index: int, wording: Wording, cells: Mapping[str, str], exempt: Sequence[str]
) -> Message:
    """Put a message through the evidence gate and look at its approvals.

    What has been sent is not judged again: it stays as it went out.

    Args:
        work: The tab of the message; its Sync state keeps the tokens.
        index: The row.
        wording: The message.
        cells: The lead's cells by column: evidence, names, ``Our claims``.
        exempt: Sentences that need no evidence: the opt-out sentence, the sender's lines.
    """
    if work.table.cells["Sent on"][index] is not None and work.states[index].get("sent"):
        kept, line = work.raw("Sent message")[index], work.raw("Draft check")[index]
        return Message(str(kept or ""), str(line or ""), passed=True, approval="given", vouched="")
    by: str = work.table.cells["Vouched by"][index]
    approved: str = work.table.cells["Approved by"][index]
    basis = _Basis(wording.text, cells)
    seen = basis if wording.seen == wording.text else _Basis(wording.seen, cells)
    consent, _ = _consent(work, index, ("vouch", by), basis, seen)
    approval, changed = _consent(work, index, ("approval", approved), basis, seen)
    if not wording.text:
        work.remember(index, "gate", None)
        return Message("", "", passed=False, approval="", vouched="")
    line, reasons = _judged(work, index, basis.mark, without(wording.text, exempt), cells)
    vouched = by if consent == "given" else ""
    passed = line.startswith("ok") or bool(vouched)
    if vouched and not line.startswith("ok"):
        line = f"ok: vouched for by {vouched} ({line})"
    elif by and consent == "lapsed":
        line = f"{line} · {by}'s word was for another text or other evidence"
    if changed:
        names = " and ".join(changed)
        line, passed = f"STALE: {names} changed after this draft was approved", False
    return Message(wording.text, line, passed, approval, vouched, changed, reasons)


class _Basis:
    """What a person's word is given for: a text, and the cells that it rests on."""

    def __init__(self, text: str, cells: Mapping[str, str]) -> None:
        self.text, self.cells = text, cells

    @cached_property
    def mark(self) -> str:
        """The gate's token of text and evidence, shortened."""
        from sheetsync.evidence.seal import token
        from sheetsync.evidence.verdict import Draft

        return token(Draft(self.text), self.cells)[:16]

    @property
    def parts(self) -> dict[str, str]:
        """A mark of each cell, to name the one that changes later."""
        return {title: state.digest([text])[:6] for title, text in self.cells.items()}


def _judged(
    work: Work, index: int, mark: str, text: str, cells: Mapping[str, str]
) -> tuple[str, tuple[str, ...]]:
    """The gate's line and reasons; the last ones while neither text nor evidence has changed."""
    known = work.states[index].get("gate")
    if isinstance(known, list) and len(known) > 1 and known[0] == mark:
        return str(known[1]), tuple(map(str, known[2:]))
    verdict = _judge(text, cells)
    reasons = verdict.reasons if len(verdict.reasons) > 1 else ()
    work.remember(index, "gate", [mark, verdict.cell_line, *reasons])
    return verdict.cell_line, reasons


def _judge(text: str, cells: Mapping[str, str]) -> "Verdict":
    from sheetsync.evidence.gate import judge
    from sheetsync.evidence.verdict import Draft

    return judge(Draft(text), cells)


def without(text: str, exempt: Sequence[str]) -> str:
    """A message without the sentences that need no evidence."""
    for sentence in exempt:
        if sentence:
            text = text.replace(sentence, "")
    return text.strip()


def _consent(
    work: Work, index: int, name: tuple[str, str], basis: _Basis, seen: _Basis
) -> tuple[Consent, tuple[str, ...]]:
    """Tie a name to the text and the evidence that it was given for.

    Args:
        work: The tab.
        index: The row.
        name: Where in Sync state it is kept, and the name itself.
        basis: The text as it would go out, and its evidence.
        seen: The text that the person could read.

    Returns:
        Whether the consent stands, and for a lapsed one which cells have changed
        under an unchanged text.
    """
    key, who = name[0], state.digest([name[1]])[:8]
    if not name[1]:
        work.remember(index, key, None)
        return "", ()
    given: dict[str, Any] = work.states[index].get(key) or {}
    if given.get("who") != who:
        text = state.digest([seen.text])[:8]
        given = {"who": who, "mark": seen.mark, "text": text, "cells": seen.parts}
        work.remember(index, key, given)
    if given.get("mark") == basis.mark:
        return "given", ()
    if given.get("text") != state.digest([basis.text])[:8]:
        return "lapsed", ()
    before, now = given.get("cells", {}), basis.parts
    return "lapsed", tuple(t for t in {**before, **now} if before.get(t) != now.get(t))


@dataclass(frozen=True, slots=True)
class Sent:
    """What is kept of a message that went out.

    Attributes:
        new: Is it seen as sent for the first time in this run?
        text: The frozen text.
    """

    new: bool
    text: str


def keep_sent(
    work: Work, index: int, message: Message, *, troubles: Sequence[str], stopped: str
) -> Sent | None:
    """Freeze what a person has marked as sent, and flag what should not have gone out (R33).

    Whether it was in order is judged once, when the mark is first seen, by what the
    row said then: ``Ready to send`` of the run before, or the message as it stands.

    Args:
        work: The tab.
        index: The row.
        message: The message as it stands.
        troubles: What is wrong with it.
        stopped: Why nothing should have been sent to this lead at all, ``""`` for nothing.

    Returns:
        ``None`` while nothing is marked as sent.
    """
    sent_on = work.table.cells["Sent on"][index]
    kept = str(work.raw("Sent message")[index] or "")
    if sent_on is None:
        if kept and work.states[index].get("sent"):
            work.flag(index, "SY002", "Sent on is gone, but the message is on record.", "Sent on")
            return Sent(new=False, text=kept)
        return None
    record: dict[str, Any] = work.states[index].get("sent") or {}
    new = not record
    if new:
        said = work.raw("Ready to send")[index]
        ours = said == "yes" and wrote(work, index, "Ready to send", said)
        was_ready = ours and message.approval == "given"
        in_order = was_ready or not (troubles or stopped)
        record = {
            "approved": was_ready or message.approval == "given",
            "why": "" if in_order else "; ".join([*filter(None, [stopped]), *troubles]),
            "stopped": "" if was_ready else stopped,
            "text": state.digest([kept or message.text]),
        }
        work.remember(index, "sent", record)
    text = kept or message.text
    if kept and state.digest([kept]) != record["text"]:
        work.flag(index, "SY004", "The frozen Sent message has been changed.", "Sent message")
    if not record["approved"]:
        work.flag(index, "OU005", "Sent without an approval.", "Approved by")
    if record.get("stopped"):
        work.flag(index, "FU002", f"Sent although: {record['why']}.", "Sent on")
    elif record["why"]:
        work.flag(index, "OU007", f"Sent while not ready: {record['why']}.", "Sent on")
    return Sent(new, text)
