"""Say whether a statement tells how something came to be, so that it may be called new.

"Your new depot" is a fair name for a depot that was opened, and not for one that is
run, planned or sold, nor for a report that was only commissioned.
"""

from collections.abc import Sequence
from itertools import pairwise

from sheetsync.evidence import lexicon
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind, analyse

BEGIN = frozenset(
    analyse(word).key
    for word in (
        "open launch build hire appoint introduce unveil install inaugurate sign win "
        "name announce buy acquire"
    ).split()
)


def begun(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Say whether a statement tells that a thing was opened, built, hired or the like.

    Args:
        tokens: The statement.
        first: Position of the first word of the thing.
        last: Position of its last one.
    """
    verbs = [n for n, t in enumerate(tokens) if t.key in BEGIN and t.form is Form.PAST]
    if len(verbs) != 1 or any(t.key in ENDED or t.kind is Kind.MARKED for t in tokens):
        return False
    verb, thing = verbs[0], tokens[first : last + 1]
    if for_another(tokens[first:]) or not may_be_new(tokens[verb], thing):
        return False
    if tokens[verb].key not in OF_TWO and shared_with(tokens[last + 1 :]):
        return False
    between = (*tokens[verb + 1 : first], *tokens[last + 1 : verb])
    return all(t.kind not in _FAR for t in between)


def may_be_new(verb: Token, thing: Sequence[Token]) -> bool:
    """Say whether a deed brings in a thing of this sort: who signs a report has not made it."""
    if verb.key in OF_PEOPLE:
        return _person(thing)
    return verb.key not in OF_TWO or any(t.key in _AGREED or _human(t) for t in _head(thing))


def shared_with(rest: Sequence[Token]) -> bool:
    """Find "with Kolb" behind a thing, which then is only half the lead's."""
    words = [t for t in rest if t.kind is not Kind.ARTICLE]
    return any(one.low in _BESIDE and _buys(other) for one, other in pairwise(words))


def for_another(rest: Sequence[Token]) -> bool:
    """Find "for Kolb" behind a thing, which then is no thing of the lead's."""
    words = [t for t in rest if t.kind is not Kind.ARTICLE]
    return any(
        one.low == "behalf" or (one.low in _FOR_OTHERS and other.kind is Kind.WORD and _buys(other))
        for one, other in pairwise(words)
    )


def _buys(token: Token) -> bool:
    return token.capital or token.low in lexicon.APPOSED | lexicon.ORGANISATIONS


_BESIDE = frozenset({"with", "alongside"})
OF_TWO = frozenset(analyse(word).key for word in ("sign", "win"))
"""What takes two, and brings in agreements, and buyers and partners by them."""

_AGREED = frozenset(
    analyse(word).key
    for word in (
        "contract deal agreement lease tenancy licence license order partnership sponsorship "
        "tender charter franchise loan mortgage grant award prize subscription business account "
        "framework mandate commission concession memorandum pact"
    ).split()
)
_WORKERS = frozenset(
    analyse(word).key
    for word in (
        "driver planner dispatcher engineer developer programmer accountant bookkeeper chef cook "
        "nurse carer teacher trainer technician mechanic electrician plumber welder fitter joiner "
        "carpenter roofer baker brewer butcher gardener apprentice graduate intern trainee clerk "
        "receptionist assistant consultant coordinator officer supervisor foreman salesperson rep "
        "recruiter buyer merchandiser marketer lawyer solicitor paralegal surveyor lecturer "
        "therapist vet optician pharmacist hygienist dentist doctor employee worker people staff "
        "estimator machinist operative picker packer porter waiter barista bartender housekeeper "
        "cleaner guard fundraiser archivist curator ranger instructor skipper pilot steward"
    ).split()
)
"""Those who are hired by their trade; vans and halls are hired too, and stay another's."""

_FOR_OTHERS = frozenset({"for", "by", "to"})
OF_PEOPLE = frozenset(analyse(word).key for word in ("hire", "name"))
"""What makes somebody new, and no thing: hired vans are not the hirer's."""


def _person(thing: Sequence[Token]) -> bool:
    """Say whether a thing is somebody by name or by role, as far as the closed lists tell."""
    return any(_human(t) for t in _head(thing))


def _head(thing: Sequence[Token]) -> Sequence[Token]:
    """Return a thing without what is said of it behind its noun."""
    stop = next((n for n, t in enumerate(thing) if t.kind in _FAR), len(thing))
    return thing[:stop]


def _human(token: Token) -> bool:
    known = token.key in lexicon.ROLE_KEYS or token.low in lexicon.APPOSED
    return known or token.key in _WORKERS


_FAR = frozenset({Kind.PREPOSITION, Kind.POINT, Kind.LINK})


ENDED = frozenset(analyse(word).key for word in ("close", "sell", "reopen", "leave", "move"))
