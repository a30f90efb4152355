"""Say whether it is the lead that does what a thing named inside a sentence tells.

"Congratulations on opening a depot" has no subject, so the statement's must be the lead: not
"one of its coaches", not "a customer of" the lead and nobody who is only told of beside it.
"""

from collections.abc import Sequence

from sheetsync.evidence import lexicon
from sheetsync.evidence.checks import is_time
from sheetsync.evidence.denials import CLAUSE_ENDS
from sheetsync.evidence.gains import gone_or_sought
from sheetsync.evidence.starts import of_others
from sheetsync.evidence.subjects import OWN, POSSESSIVES
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind, analyse

_HELPERS = frozenset({Kind.BE, Kind.HAVE, Kind.DO, Kind.ARTICLE})
_GERUNDS = frozenset({"being", "having", "been"})
_RELATIVE = frozenset({"who", "which", "that", "whose", "where"})
_LEADING = frozenset({Kind.WORD, Kind.ARTICLE, Kind.NUMBER})
_BRINGS = frozenset(
    analyse(word).key
    for word in "open build launch win buy acquire start found raise get add receive close".split()
)
"""What one does to have a thing; others approve, give and name."""

_OUTSIDERS = lexicon.TRADERS | frozenset(
    "competitor rival vendor partner customer client dealer contractor landlord tenant investor "
    "backer neighbour neighbor mayor minister council owner franchisee licensee member".split()
)
_LABELS = frozenset({":", ";", "\n", ".", '"'})


def anothers(
    lead: Sequence[Token], token: Token, tokens: Sequence[Token], at: int, *, thing: bool
) -> bool:
    """Say whether the statement tells of somebody else what the claim tells of the lead.

    Args:
        lead: The claim's tokens before its first matched word.
        token: The claim's first matched word.
        tokens: The statement.
        at: Position of the matched word there.
        thing: The claim names a thing, which may stand inside the statement.
    """
    if (thing or token.form is Form.ING) and _done_by_another(lead, token, tokens, at):
        return True
    owned = token.kind is Kind.PERSON or any(t.kind is Kind.PERSON for t in lead)
    return thing and (
        of_others(tokens, at)
        or _brought_by_another(tokens, at)
        or gone_or_sought(tokens, at, owned=owned)
    )


def _done_by_another(lead: Sequence[Token], token: Token, tokens: Sequence[Token], at: int) -> bool:
    """Say whether somebody else does in the statement what the lead does in the claim."""
    known = tokens[at]
    if any(t.low in _GERUNDS for t in lead):
        return not _lead_does(tokens, at)
    if token.kind is Kind.PERSON and token.low not in POSSESSIVES:
        owner = [t.low for t in tokens[at + 1 : at + 2]] == ["'s"]
        behind = at > 0 and tokens[at - 1].kind is Kind.PREPOSITION
        return behind and _acts(tokens, at + 1 + owner)
    going = known.form is Form.ING and tokens[at - 1].kind is Kind.BE
    done = known.form is Form.PAST or going or _finite(known, token)
    told = token.form is Form.ING or any(t.kind is Kind.PERSON for t in lead)
    return done and told and not _lead_does(tokens, at)


def _brought_by_another(tokens: Sequence[Token], at: int) -> bool:
    """Find "A customer of Ostwind opened" and "Kolb, which opened" in front of a depot."""
    past = (
        n
        for n in range(at - 1, 0, -1)
        if tokens[n].form is Form.PAST and tokens[n].kind is Kind.WORD
    )
    verb = next(past, 0)
    if not verb or tokens[verb].key not in _BRINGS:
        return False
    if any(t.kind not in _LEADING for t in tokens[verb + 1 : at]):
        return False
    place = _back(tokens, verb - 1)
    if place > 0 and tokens[place].low in _RELATIVE:
        place -= 1 + (tokens[place - 1].low == ",")
        return tokens[place].capital and tokens[place].kind is Kind.WORD
    start = place
    while start > 0 and tokens[start - 1].low not in CLAUSE_ENDS:
        start -= 1
    return any(t.low.removesuffix("s") in _OUTSIDERS for t in tokens[start:verb])


def _finite(known: Token, token: Token) -> bool:
    """Find "opens" behind "opening", which is the verb of its clause."""
    verb = known.kind is Kind.WORD and known.form is Form.BASE and not known.capital
    return verb and token.form is Form.ING and known.low.endswith("s")


def _acts(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a verb stands here, behind its adverbs."""
    while at < len(tokens) and tokens[at].low in lexicon.FREE_ADVERBS:
        at += 1
    verb = tokens[at] if at < len(tokens) else None
    return verb is not None and (verb.form is Form.PAST or verb.kind in _HELPERS - {Kind.ARTICLE})


def _lead_does(tokens: Sequence[Token], at: int) -> bool:
    """Say whether the lead is the subject of the verb at this place, or nobody is named."""
    place = _back(tokens, at - 1)
    if place < 0:
        return True
    if tokens[place].low in _RELATIVE:
        return False
    if tokens[place].low == ",":
        comma = next((n for n in range(place - 1, 0, -1) if tokens[n].low == ","), 0)
        return _is_lead(tokens, comma - 1) if comma else _all_time(tokens[:place])
    if tokens[place].kind is Kind.LINK or tokens[place].low in _LABELS:
        return _one_subject(tokens[:place])
    first = place
    while first and tokens[first].capital and tokens[first].kind is Kind.WORD:
        first -= 1
    if first and tokens[first].kind is Kind.LINK:
        return _is_lead(tokens, first - 1)
    return _is_lead(tokens, place)


def _back(tokens: Sequence[Token], place: int) -> int:
    while place >= 0 and (
        tokens[place].kind in _HELPERS or tokens[place].low in lexicon.FREE_ADVERBS
    ):
        place -= 1
    return place


def _is_lead(tokens: Sequence[Token], at: int) -> bool:
    """Say whether the lead itself stands here, and nothing that is only called after it."""
    token = tokens[at]
    if token.key not in OWN or token.low in POSSESSIVES:
        return False
    return at == 0 or tokens[at - 1].kind is not Kind.PREPOSITION


def _one_subject(tokens: Sequence[Token]) -> bool:
    """Say whether the lead, or nobody, is whom the words before "and" or a colon tell of."""
    said = [n for n, t in enumerate(tokens) if t.kind not in {Kind.POINT, Kind.ARTICLE}]
    if not said or any(t.low in _RELATIVE for t in tokens):
        return not said
    first = tokens[said[0]]
    owned = said[0] + 1 < len(tokens) and tokens[said[0] + 1].low == "'s"
    return (first.key in OWN and first.low not in POSSESSIVES and not owned) or (
        first.form is Form.PAST or not first.capital
    )


def _all_time(tokens: Sequence[Token]) -> bool:
    """Find "In May 2025," in front of a verb that leaves out who."""
    return all(t.kind in {Kind.PREPOSITION, Kind.ARTICLE} or is_time(t) for t in tokens)
