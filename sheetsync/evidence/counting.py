"""Ways of counting and measuring that say the same as plainer ones.

Unlike :mod:`sheetsync.evidence.rewrites` they add or drop words of their own, and
need no look at the evidence.
"""

from collections.abc import Sequence

from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Kind

Tokens = tuple[Token, ...]


def as_count(claim: Sequence[Token]) -> Tokens:
    """Read "Only 31 of your 140 staff are engineers" as "140 staff, 31 engineers".

    Returns:
        Nothing when it is no such share, or when "only" is not borne out: the
        part must then be less than half of the whole.
    """
    body = tuple(claim[1:] if claim and claim[0].low == "only" else claim)
    if len(body) < 6 or body[0].quantity is None or body[1].low != "of":
        return ()
    whole = next((n for n in range(2, 5) if body[n].quantity is not None), 0)
    link = next((n for n, t in enumerate(body) if t.low in {"are", "is"}), 0)
    if not whole or link <= whole + 1:
        return ()
    part_of, all_of = body[0].quantity, body[whole].quantity
    if all_of is None or part_of.value is None or all_of.value is None:
        return ()
    if len(body) < len(claim) and part_of.value * 2 >= all_of.value:
        return ()
    comma = body[1]._replace(text=",", low=",", key=",", kind=Kind.POINT)
    return (*body[whole:link], comma, body[0], *body[link + 1 :])


def measured(claim: Sequence[Token]) -> Tokens:
    """Read "the page takes 6 s to load" as "the page load 6 s"; nothing when it is not that."""
    at = next((n for n, t in enumerate(claim) if t.key in {"take", "tak"}), 0)
    to = next((n for n, t in enumerate(claim) if n > at and t.low == "to"), 0)
    if at and to and to + 1 < len(claim) and claim[at + 1].kind is Kind.NUMBER:
        return (*claim[:at], claim[to + 1], *claim[at + 1 : to], *claim[to + 2 :])
    return ()


def counted(claim: Sequence[Token]) -> Tokens:
    """Read "14 vans, 5 of them electric" as "14 vans, 5 electric"."""
    for at in range(len(claim) - 2):
        if (
            claim[at].kind is Kind.NUMBER
            and claim[at + 1].low == "of"
            and claim[at + 2].low == "them"
        ):
            return (*claim[: at + 1], *claim[at + 3 :])
    return ()
