"""What may be left out between two matched words of a quote.

Whole units only (a parenthesis, a phrase with its preposition, the first half of
"A and B"), and never a word that changes what a sentence says about the world: a
negation, a hedge, a condition, a quantifier.
"""

from collections.abc import Sequence

from sheetsync.evidence import lexicon
from sheetsync.evidence.checks import Check, Ends, Slip, is_soft, is_time, same_words
from sheetsync.evidence.grammar import REPORTING_KEYS, grammar
from sheetsync.evidence.names import LEGAL_FORMS
from sheetsync.evidence.shorter import (
    REACHED,
    READINGS,
    could_have,
    standing,
    without_again,
    without_brackets,
    without_collective,
    without_contact,
    without_holding,
    without_kind,
    without_owner,
    without_stamp,
)
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind, analyse

_CUT_PREPOSITIONS = frozenset(
    "in on at with for during across within throughout via between".split()
)
_STAMPS = frozenset({"dated", "published", "issued"})
_FINITE = frozenset({Kind.BE, Kind.HAVE, Kind.DO})
_OWNERS = frozenset({"its", "their", "your"})
_LED = frozenset({Kind.ARTICLE, Kind.BE, Kind.HAVE})
_RECIPROCAL = frozenset(
    analyse(word).key
    for word in "merge combine compare connect link swap exchange replace blend mix join".split()
)
_UNSHARED = frozenset({"between", "from", "to", "both"})
_RATES = frozenset({"percent", "pp", "times"})


def between(added: Sequence[Token], left_out: Sequence[Token], ends: Ends) -> Slip | None:
    """Compare what stands between two pairs of matched tokens.

    Args:
        added: The claim's tokens in between.
        left_out: The quote's tokens in between.
        ends: The matched words around the gap.
    """
    if same_words(added, left_out):
        return None
    if ends.said.form is Form.ING and any(t.low in {"which", "who"} for t in left_out):
        return Slip(Check.BINDING, ends.said.text)
    if left_out and left_out[0].low == "'s" and _owns(ends):
        return Slip(Check.BINDING, ends.said.text)
    left_out = without_again(left_out)
    if len(left_out) > 1 and left_out[-1].low == "(" and left_out[-2].low in lexicon.APPOSED:
        left_out = left_out[:-1]
    for token in left_out:
        if token.kind is Kind.MARKED:
            return Slip(Check.POLARITY, token.text)
    joined = any(t.low in {"and", "&"} for t in added)
    left_out = standing(added, without_collective(left_out, ends), ends)
    left_out = without_owner(added, without_holding(added, left_out, ends))
    left_out = without_stamp(without_contact(left_out, ends), ends)
    kept = _without_units(left_out, ends, joined=joined)
    if kept is None:
        return Slip(Check.BINDING, ends.known.text)
    return grammar(added, kept, ends)


def _owns(ends: Ends) -> bool:
    """Find "Mira's" for "you"; "she's" is no owner."""
    return ends.said_before.low == "you" and ends.known_before.low not in {"she", "he"}


def _without_units(gap: Sequence[Token], ends: Ends, *, joined: bool) -> list[Token] | None:
    """Drop the whole units that may be left out; ``None`` when a part of one is left out."""
    rest = list(without_kind(gap, ends))
    if not all(is_soft(token) for token in rest):
        rest = without_brackets(_without_coordination(rest, ends, joined=joined))
    kept: list[Token] = []
    at = 0
    while at < len(rest):
        token = rest[at]
        stop = _unit_end(rest, at) if token.kind is Kind.PREPOSITION else at + 1
        if token.low in _STAMPS and rest[at + 1 :] and is_time(rest[at + 1]):
            at += 2
            continue
        if all(is_soft(t) for t in rest[at:stop]):
            kept.extend(rest[at:stop])
        elif token.kind is Kind.PREPOSITION and stop == len(rest) and _titles_only(rest, at, ends):
            kept.append(token)
        elif token.kind is Kind.PREPOSITION:
            if not _may_go(rest, at, stop, ends):
                return None
        elif not (_droppable(rest, at, ends) or _designates(token, ends)):
            return None
        at = stop
    return kept


def _titles_only(gap: Sequence[Token], at: int, ends: Ends) -> bool:
    """Find "by founder" in front of the name, where only the title may go."""
    titles = gap[at + 1 :]
    known = all(t.key in lexicon.ROLE_KEYS or t.low in lexicon.APPOSED for t in titles)
    return known and ends.known.capital


def _may_go(gap: Sequence[Token], at: int, stop: int, ends: Ends) -> bool:
    """Say whether a phrase with its preposition may be left out.

    It must end where another one begins, and a rate keeps its scope: "grew 12%
    [in Spain] in 2024" is not "grew 12% in 2024".
    """
    timed = all(is_time(t) or is_soft(t) for t in gap[at:stop])
    if ends.known_before.key in _RATES and gap[at].low != "from":
        return False
    if all(t.low in lexicon.OWN_SOURCES or is_soft(t) or t.low in _OWNERS for t in gap[at:stop]):
        return True
    subject = ends.known_before
    if subject.kind is Kind.PERSON and gap[at].low in {"of", "in"} and stop == len(gap):
        return all(t.capital and t.kind is Kind.WORD for t in gap[at + 1 : stop])
    named = subject.kind is Kind.PERSON or (subject.capital and subject.start > 0)
    if stop < len(gap) and gap[stop].kind in _FINITE and not named:
        return timed
    if stop == len(gap) and ends.known.low == "worth":
        return timed
    if stop == len(gap):
        return gap[at].low in _CUT_PREPOSITIONS and ends.known.low in {"last", "this", "next"}
    if could_have(gap[at:stop], gap[stop]):
        return False
    if gap[at].low == "by":
        return any(t.quantity is not None and _counts(t) for t in gap[at + 1 : stop])
    onward = gap[at].low == "from" and gap[stop].low == "to"
    dated = gap[stop].low in {"in", "on"} and is_time(
        gap[stop + 1] if stop + 1 < len(gap) else ends.known
    )
    if gap[at].low == "from" and dated:
        return all(t.quantity is None for t in gap[at:stop])
    return onward or gap[at].low in _CUT_PREPOSITIONS


def _counts(token: Token) -> bool:
    quantity = token.quantity
    return quantity is not None and quantity.sort == "card" and quantity.year is None


def _unit_end(tokens: Sequence[Token], at: int) -> int:
    """Return the end of the prepositional phrase that begins at ``at``."""
    stop = at + 1
    while stop < len(tokens):
        token = tokens[stop]
        if token.kind in {Kind.PREPOSITION, Kind.LINK, Kind.BE, Kind.HAVE} or (
            token.kind is Kind.POINT and token.low not in {"-", "'", '"'}
        ):
            break
        stop += 1
    return stop


def _droppable(gap: Sequence[Token], at: int, ends: Ends) -> bool:
    """A plain adjective or adverb may go, but not one before a superlative or a hyphen."""
    token = gap[at]
    following = gap[at + 1] if at + 1 < len(gap) else ends.known
    if following.low in {"-", "'s", "most"} or following.low.endswith("est"):
        return False
    if token.capital and token.kind is Kind.WORD and ends.known_before.key in lexicon.ROLE_KEYS:
        return all(t.capital for t in gap[:at]) and ends.known.kind is Kind.WORD
    titled = following.key in lexicon.ROLE_KEYS and not token.capital and at + 1 < len(gap)
    if titled or token.key in lexicon.ROLE_KEYS or token.low in lexicon.APPOSED:
        return ends.known.capital
    if token.low in {"our", "its", "their"} and following.low in lexicon.APPOSED:
        return True
    if at == 0 and token.low in LEGAL_FORMS | {"region", "area"}:
        return ends.known_before.capital
    if token.low == "time" and ends.known_before.low == "load":
        return ends.known.kind is Kind.NUMBER
    if token.low in READINGS - REACHED:
        return ends.known.kind is Kind.NUMBER
    return token.low in lexicon.FREE_ADVERBS or token.low in lexicon.FREE_ADJECTIVES


def _designates(token: Token, ends: Ends) -> bool:
    """Let "the round" stand for "Series A"."""
    named = ends.known_before.low == "series" and ends.said_before.low == "round"
    return named and len(token.text) == 1


def _without_coordination(gap: list[Token], ends: Ends, *, joined: bool) -> list[Token]:
    """Leave out "A and" of "A and B": what is said of both is said of B.

    Only where "A" begins right there: behind the lead as subject, with a preposition,
    or as one of two predicates of one subject. Not behind a word that reports or compares, where "B" would change
    hands.
    """
    if _one_of_a_list(gap):
        return gap[-1:]
    if joined:
        return gap
    heads = (
        n for n, t in enumerate(gap) if t.kind not in _LED and t.low not in lexicon.FREE_ADVERBS
    )
    last = max(heads, default=0)
    if not last or gap[last].low not in {"and", "&"}:
        return gap
    inner, before = gap[:last], ends.known_before
    opens = before.kind is Kind.PERSON or inner[0].kind is Kind.PREPOSITION
    if _objects(inner, ends):
        return gap[last:]
    has = any(t.kind in {Kind.BE, Kind.HAVE} for t in gap[last + 1 :])
    opens = opens or _predicates(inner, ends.known) or (has and inner[0].form is Form.PAST)
    if not opens or all(is_soft(token) for token in inner):
        return gap
    if any(token.key in REPORTING_KEYS or token.low in _UNSHARED for token in inner):
        return gap
    if any(t.kind in {Kind.BE, Kind.HAVE} for t in gap[last:]):
        return gap[last:]
    return [t for t in inner[:1] if t.kind in {Kind.BE, Kind.HAVE, Kind.PREPOSITION}] + gap[last:]


def _predicates(inner: Sequence[Token], after: Token) -> bool:
    """Say whether both halves of "A and B" say something of one subject."""
    finite = after.low.endswith("s") and not after.capital and after.kind is Kind.WORD
    if inner[0].kind in {Kind.BE, Kind.HAVE}:
        return finite or after.form is Form.PAST
    return inner[0].form is Form.PAST and after.form in {Form.PAST, Form.OPEN}


def _objects(inner: Sequence[Token], ends: Ends) -> bool:
    """Say whether both halves are what one verb does: "supplies A to B and C to D".

    They must be built alike, or "C" could belong to something inside "A".
    """
    verb, following = ends.known_before, ends.known_next
    if verb.kind is not Kind.WORD or verb.key in _RECIPROCAL or (verb.capital and verb.start):
        return False
    if verb.form not in {Form.PAST, Form.ING} and not verb.low.endswith("s"):
        return False
    if any(t.kind in {Kind.POINT, Kind.LINK, Kind.BE, Kind.HAVE} for t in inner):
        return False
    if any(t.key in REPORTING_KEYS or t.low in {"between", "from", "both"} for t in inner):
        return False
    links = [t.low for t in inner if t.kind is Kind.PREPOSITION]
    return not links or (following is not None and links == [following.low])


def _one_of_a_list(gap: Sequence[Token]) -> bool:
    """Find ", Leeds and" of "Hull, Leeds and York"."""
    if len(gap) < 3 or gap[0].low != "," or gap[-1].low not in {"and", "&"}:
        return False
    return all(t.kind is Kind.WORD and t.capital for t in gap[1:-1] if t.low != ",")
