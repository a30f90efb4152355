"""Deeds of ours in the notes of a talk, which name nobody: "Called on 4 May", "Sent a list".

Who keeps such notes leaves out "I" as well as "they"; what sellers do all day is not told as
the buyer's.
"""

from collections.abc import Sequence

from sheetsync.evidence.columns import Voice, is_talk, plain_name
from sheetsync.evidence.statements import Statement
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Kind

_WORK = frozenset(
    "called emailed mailed phoned rang texted messaged sent pitched demoed demonstrated followed "
    "chased nudged reminded invited contacted reached quoted connected".split()
)
"""What a seller does, without a thing that would tell whose deed it is."""

_THINGS = {
    "offered": frozenset("trial demo discount call pilot meeting quote slot workshop".split()),
    "left": frozenset("voicemail message note card".split()),
    "showed": frozenset("planner tool product demo slides deck platform app software it".split()),
    "proposed": frozenset("call demo meeting pilot trial slot".split()),
    "suggested": frozenset("call demo meeting pilot trial slot".split()),
    "shared": frozenset("deck slides brochure link prices pricelist".split()),
}
_GONE_TO = frozenset({"visited", "met", "reached"})
_THEIRS = frozenset({"us", "me", "interest"})
_ELSEWHERE = frozenset({"off", "out", "back"})
"""They make another verb of it: "called off"."""

_NEAR = 4


def our_deed(core: Sequence[Token], statement: Statement, first: int) -> bool:
    """Say whether a claim tells of the buyer what a note without a subject tells of us.

    Args:
        core: The claim without its frame.
        statement: The note.
        first: Position of the first matched word there.
    """
    column = statement.passage.column
    if statement.voice is not Voice.NOTES or not (is_talk(column) or plain_name(column) == "note"):
        return False
    tokens = statement.tokens
    begun = not first or tokens[first - 1].kind is Kind.POINT
    named = core[0].kind is not Kind.PERSON or any(t.kind is Kind.PERSON for t in tokens[:first])
    behind = [t.low for t in tokens[first + 1 : first + 1 + _NEAR]]
    return begun and not named and _ours(tokens[first], behind)


def _ours(verb: Token, behind: Sequence[str]) -> bool:
    if not _THEIRS.isdisjoint(behind) or not _ELSEWHERE.isdisjoint(behind[:1]):
        return False
    if verb.low in _GONE_TO:
        return "our" not in behind
    return verb.low in _WORK or not _THINGS.get(verb.low, frozenset()).isdisjoint(behind)
