"""Say whether a thing named inside a sentence is one that the lead has or got.

"Congratulations on your grant" says that there is one. So does a sentence that tells how it
was won or opened; one that tells how it was lost, sold or only asked for does not.
"""

from collections.abc import Sequence

from sheetsync.evidence.checks import is_time
from sheetsync.evidence.denials import CLAUSE_ENDS
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind, analyse

_NEAR = 5
"""Words of a thing that are looked at."""

_LOST = frozenset(
    analyse(word).key
    for word in (
        "lose loss sell sale close closure shut end leave quit scrap miss forfeit dismiss axe "
        "terminate expire lapse cut wind fold demolish dissolve vacate hand return repay dispose "
        "cancel withdraw postpone delay halt suspend abandon shelve reject decline drop refuse "
        "divest surrender outsource ban revoke forgo waive deny oppose object appeal challenge "
        "threat threaten risk shortage cancellation withdrawal"
    ).split()
)
"""How a thing goes, or is kept from coming."""

_SOUGHT = frozenset(
    analyse(word).key
    for word in (
        "apply application bid tender request ask wait await compete pitch campaign search hunt "
        "petition lobby vie quote negotiate talk dispute need require lack shortlist nominate "
        "nomination finalist candidate contender eligible deadline preparation register"
    ).split()
)
"""How a thing is wished for that is not there yet."""


_FUNDS = frozenset({"series", "round", "deal", "seed", "financing", "funding"})
"""What is had when it is closed."""

_SOLD = frozenset(analyse(word).key for word in ("sell", "sale"))


def gone_or_sought(tokens: Sequence[Token], at: int, *, owned: bool) -> bool:
    """Find "lost its" and "applied for" in front of a thing, in the same clause.

    A round that was closed is there, and so is the price that something was sold for.

    Args:
        tokens: A statement.
        at: Position of the first word of the thing.
        owned: The claim calls the thing the lead's own.
    """
    start = at
    while start and tokens[start - 1].low not in CLAUSE_ENDS - {"-"}:
        start -= 1
    clause, thing = tokens[start:at], tokens[at : at + _NEAR]
    verbs = _SOUGHT if any(t.low in _FUNDS for t in thing) else _LOST | _SOUGHT
    if not owned and any(_price(t) for t in thing):
        verbs -= _SOLD
    if any(_acts(t) and t.key in verbs for t in clause):
        return True
    led = [t for t in clause if t.kind is not Kind.ARTICLE][-2:]
    return len(led) == 2 and led[1].low == "for" and led[0].form in {Form.PAST, Form.ING}


def _price(token: Token) -> bool:
    return token.quantity is not None and token.quantity.sort == "money"


def gone_after(rest: Sequence[Token]) -> bool:
    """Find ", sold in May" and "(closed)" behind a thing.

    Args:
        rest: What the statement has behind the thing.
    """
    words = [t for t in rest if t.kind is not Kind.POINT]
    paused = bool(rest) and rest[0].kind is Kind.POINT and rest[0].low != "." and bool(words)
    told = paused and words[0].form is Form.PAST and words[0].key in _LOST | _SOUGHT
    behind = words[1] if len(words) > 1 else None
    return told and (behind is None or behind.kind is Kind.PREPOSITION or is_time(behind))


def _acts(token: Token) -> bool:
    return token.kind is Kind.WORD and not (token.capital and token.start)
