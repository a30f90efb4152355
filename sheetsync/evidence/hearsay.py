"""Find who is said to have said it: what others say of the lead is no fact.

"Kolb said vans and trucks are late" bears out what Kolb said, not that trucks are
late. What the lead's own people and pages say may be told as it stands.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from sheetsync.evidence import lexicon
from sheetsync.evidence.checks import is_soft
from sheetsync.evidence.grammar import REPORTING_KEYS
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind, analyse

_WORDS = frozenset("words view opinion eyes account telling estimate reckoning judgement".split())
_MARKS = frozenset(
    {*REPORTING_KEYS, analyse("according").key, '"', *(analyse(w).key for w in _WORDS)}
)
_SENTENCE_ENDS = frozenset(".!?;\n")
_SPOKESPEOPLE = frozenset({"spokesperson", "spokesman", "spokeswoman", "owner"})
_HEADS = frozenset(
    "rector dean principal headteacher headmaster headmistress provost chancellor proprietor "
    "proprietress abbot abbess harbourmaster conductor".split()
)
"""Those who lead a school, a university and the like; "the rector" is the lead's own."""
_PRESS = frozenset({"reported", "reports"})
"""What a paper does; that a firm plans something, it may be believed."""
_THEY_SAY = frozenset({"say", "claim", "think", "believe"})
_BEFORE_SAID = frozenset({",", "-", "(", '"', "as", "or", "so"})
_LATEST_SAID = 8
_LATEST_VIEW = 7


def reports(keys: Iterable[str]) -> bool:
    """Say whether a statement with these keys tells what anybody says."""
    return not _MARKS.isdisjoint(keys)


def said_by_others(lead: Sequence[Token]) -> bool:
    """Say whether the words in front of a claim make it what somebody else says.

    Args:
        lead: All of a sentence before the claim.
    """
    start = max((n + 1 for n, t in enumerate(lead) if t.low in _SENTENCE_ENDS), default=0)
    lead = lead[start:]
    if len(lead) > 2 and lead[0].low == "according":
        return not _own(lead[2:])
    if _in_words_of_others(lead):
        return True
    said = next((n for n, t in enumerate(lead) if n and (_says(t) or _they_say(lead, n))), 0)
    if said and lead[said - 1].kind is Kind.BE:
        return True
    if said and lead[said].low in _PRESS and lead[-1].low == "that":
        return False
    marks = [n for n, t in enumerate(lead) if t.low == '"']
    if not said:
        quoted = len(marks) % 2 == 1 and lead[marks[-1] - 1].low == ":"
        return quoted and _names(lead[: marks[-1] - 1]) and not _own(lead[: marks[-1]])
    behind = [t for t in lead[said:] if t.low == '"']
    if behind and len(behind) % 2 == 0:
        return False
    return not _own(lead[:said])


def said_behind(rest: Sequence[Token]) -> bool:
    """Say whether the words behind a claim make it what somebody else says: ", said Kolb".

    Args:
        rest: All of a sentence behind the claim, from its comma or dash on.
    """
    words = [t for t in rest if t.low not in _BEFORE_SAID]
    if rest[0].kind is not Kind.POINT or not words:
        return False
    if words[0].low == "according":
        return not _own(words[2:])
    if words[0].low == "per" or _in_words_of_others(words):
        return not _own(words[1:])
    near = words[:_LATEST_SAID]
    said = next((n for n, t in enumerate(near) if _says(t) or _they_say(words, n)), None)
    if said is None:
        return False
    behind = words[said + 1] if said + 1 < len(words) else None
    ended = behind is None or behind.kind is Kind.POINT
    if said and words[said - 1].kind is Kind.BE:
        return ended
    if words[said].low in _THEY_SAY:
        return ended and not _own(words[:said])
    if not said:
        named = behind is not None and (behind.capital or behind.low == "the")
        named = named and behind is not None and behind.quantity is None
        return named and not _own(words[1:])
    last = behind is None or behind.kind in {Kind.POINT, Kind.PREPOSITION, Kind.ARTICLE}
    who = words[:said]
    return (last or words[said].low == "told") and _names(who) and not _own(who)


def _in_words_of_others(words: Sequence[Token]) -> bool:
    """Find "In Kolb's words" and "in the view of Kolb"."""
    at = next((n for n, t in enumerate(words[:_LATEST_VIEW]) if t.low in _WORDS), 0)
    if not at or words[0].low not in {"in", "by", "to"}:
        return False
    of = words[at + 1 :]
    comma = next((n for n, t in enumerate(words) if t.low == ","), len(words))
    who = words[at + 2 : comma] if of and of[0].low == "of" else words[1:at]
    return bool(who) and not _own(who)


def _says(token: Token) -> bool:
    finite = token.form is Form.PAST or token.low.endswith("s")
    return token.key in REPORTING_KEYS and finite


def _they_say(words: Sequence[Token], at: int) -> bool:
    """Find "critics say" and "some believe"."""
    if not at or words[at].low not in _THEY_SAY:
        return False
    who = words[at - 1]
    return who.low in {"some", "many", "others"} or (
        who.kind is Kind.WORD and who.low.endswith("s") and who.form is Form.BASE
    )


def _names(who: Sequence[Token]) -> bool:
    """Say whether these words may be the name of somebody, or "the union"."""
    words = [t for t in who if t.low != "." and t.kind is not Kind.CLITIC]
    return bool(words) and (
        words[0].low in {"the", "a", "an"}
        or all(t.kind is Kind.WORD and (t.capital or t.key in lexicon.ROLE_KEYS) for t in words)
    )


def _own(who: Sequence[Token]) -> bool:
    """Say whether the one who speaks is the lead, one of its officers or a page of its own."""
    named = False
    for token in who:
        if token.kind is Kind.PERSON or token.low in lexicon.COMPANY_PRONOUNS:
            return True
        if token.low in lexicon.ANY_COMPANY:
            return not named
        if token.low in lexicon.OWN_SOURCES:
            return not named
        if token.key in lexicon.ROLE_KEYS or token.low in _SPOKESPEOPLE | _HEADS:
            return not named and not _of_another(who)
        named = named or (token.capital and token.kind is Kind.WORD)
    return all(is_soft(t) for t in who)


def _of_another(who: Sequence[Token]) -> bool:
    """Find "of Kolb" behind "the rector"."""
    return any(
        one.low in {"of", "at", "from"} and other.capital and other.kind is not Kind.PERSON
        for one, other in pairwise(t for t in who if t.kind is not Kind.ARTICLE)
    )
