"""Read what says in passing that the lead wrote or asked for it.

"In your reply you say that …" can only be proven by a reply of theirs, and "here is the
summary you asked for" says that they asked for one.
"""

from collections.abc import Sequence

from sheetsync.evidence.counting import word_like
from sheetsync.evidence.standing import place_of
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Kind

Tokens = tuple[Token, ...]

_WRITTEN = frozenset({"reply", "answer", "response", "email", "mail", "message"})
_WHICH = frozenset({"last", "first", "latest", "recent", "short", "kind"})
_SENT = (("here", "is"), ("here", "'s"), ("here", "are"), ("attached", "is"), ("i", "attach"))
_LEARNED = frozenset({"know", "see", "gather", "understand", "learned", "learnt", "take"})
_WANTED = frozenset({"asked", "requested", "wanted"})


def in_their_reply(tokens: Sequence[Token]) -> Tokens:
    """Return what is behind "In your reply", when "you" is; nothing otherwise.

    "From your reply I know that Kolb is slow" is "you wrote Kolb is slow".
    """
    lows = [t.low for t in tokens[:9]]
    if lows[:1] not in (["in"], ["from"]) or lows[1:2] != ["your"]:
        return ()
    at = 2
    while lows[at:] and lows[at] in _WHICH:
        at += 1
    if not lows[at:] or lows[at] not in _WRITTEN:
        return ()
    at += 1 + (lows[at + 1 : at + 2] == [","])
    if lows[0] == "from":
        learned = lows[at : at + 1] in (["i"], ["we"]) and at + 1 < len(lows)
        if not learned or lows[at + 1] not in _LEARNED:
            return ()
        led, your = tokens[:2]
        wrote = word_like(led, "wrote")
        return (your._replace(text="you", low="you"), wrote, *tokens[at + 2 :])
    return tuple(tokens[at:]) if lows[at : at + 1] == ["you"] else ()


def as_asked_for(tokens: Sequence[Token]) -> Tokens:
    """Read "Here is the summary you asked for" as "You asked for the summary"."""
    if tuple(t.low for t in tokens[:2]) not in _SENT:
        return ()
    end = tuple(tokens[-1:]) if tokens[-1].kind is Kind.POINT else ()
    body = tokens[2 : len(tokens) - len(end)]
    at = place_of(_WANTED, body)
    rest = [t.low for t in body[at + 1 :] if t.low not in {"me", "us"}]
    if not at or body[at - 1].low != "you" or rest != (["for"] if body[at].low == "asked" else []):
        return ()
    asked = word_like(body[at], "asked")
    return (body[at - 1], asked, word_like(asked, "for"), *body[: at - 1], *end)
