"""Walk back from the first matched word of a statement over what need not be claimed.

A title before a name, a date in front, "the careers page lists": a claim may
begin behind them as behind nothing.
"""

from collections.abc import Sequence

from sheetsync.evidence import lexicon
from sheetsync.evidence.cast import COMPANY
from sheetsync.evidence.checks import is_soft, is_time
from sheetsync.evidence.grammar import REPORTING_KEYS
from sheetsync.evidence.referents import may_be_name
from sheetsync.evidence.sentences import NEVER_LAST
from sheetsync.evidence.statements import Statement
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind, analyse

_OPENERS = frozenset("\"'[-*•]")
_LONGEST_TITLE = 3
_IN_ALL = frozenset({"total", "altogether", "combined"})
_LATEST_TOTAL = 5
_FOREMOST = frozenset({"main", "best", "only", "sole", "top", "first", "most"})
_ITS = frozenset({"its", "their"})
_HAVE_NOW = frozenset({"has", "have", "'ve"})


def led_alike(preposition: Token, skipped: Sequence[Token]) -> bool:
    """Say whether the statement has the claim's preposition in front of the same word."""
    known = next((t for t in reversed(skipped) if t.kind is not Kind.ARTICLE), None)
    return known is not None and _same_word(preposition.low, known.low)


def half_of_subject(tokens: Sequence[Token], near: int, at: int) -> bool:
    """Find "[Hull and] Leeds have 40 vans", a count that two names share."""
    if near < 1 or tokens[near].low not in {"and", "&"}:
        return False
    names = tokens[near - 1].capital and tokens[at].capital
    counted = any(t.quantity is not None and not is_time(t) for t in tokens[at:])
    return names and (counted or any(_foremost(t) for t in tokens[at:]))


def _foremost(token: Token) -> bool:
    """Find "largest" and "main", which two may be together and one alone is not."""
    return token.low in _FOREMOST or (len(token.low) > 5 and token.low.endswith("est"))


def clause_start(lead: Sequence[Token], statement: Statement, at: int, token: Token) -> int:
    """Walk back over what need not be claimed: articles, the same small words, a title."""
    tokens = statement.tokens
    said = [t.key for t in lead if t.kind is not Kind.ARTICLE]
    near = at - 1
    while near >= 0:
        known = tokens[near]
        if said and is_soft(known) and _same_word(said[-1], known.key):
            said.pop()
        elif not (
            known.kind is Kind.ARTICLE
            or initials(known, token)
            or (known.low in _OPENERS and not _dash(tokens, near))
            or (known.key in lexicon.ROLE_KEYS and token.capital)
            or (known.low == "-" and near + 1 < at)
            or (known.low in lexicon.FREE_ADJECTIVES and near == 0 and not token.capital)
            or (near <= _LONGEST_TITLE and tokens[at].capital and _titles(tokens[near:at]))
            or (known.kind is Kind.WORD and not known.capital and _titled(tokens[near:at], token))
            or _called(tokens, near, at)
        ):
            break
        near -= 1
    if near >= 0 and (own_source(tokens[: near + 1]) or _dated(tokens[: near + 1])):
        return -1
    return near


def _dash(tokens: Sequence[Token], at: int) -> bool:
    """Tell the dash of "not here - Jo runs it" from the hyphen of a compound and from a bullet."""
    return tokens[at].low == "-" and bool(at) and tokens[at].start > tokens[at - 1].end


def initials(known: Token, name: Token) -> bool:
    """Find the "J." and "Prof." in front of a name."""
    short = len(known.text) == 1 or known.low in NEVER_LAST
    return short and known.capital and known.kind is Kind.WORD and name.capital


def _same_word(said: str, known: str) -> bool:
    pair = {said, known}
    if len(pair) == 1 or lexicon.PLACE.issuperset(pair):
        return True
    return any(pair <= words for words in (lexicon.BE_NOW, lexicon.BE_PAST, _HAVE_NOW))


def _titles(words: Sequence[Token]) -> bool:
    """Find "Plant manager" or "Lee's brother" in front of a name."""
    if words[-1].key not in lexicon.ROLE_KEYS and words[-1].low not in lexicon.APPOSED:
        return False
    return all(t.kind in {Kind.WORD, Kind.PERSON, Kind.CLITIC} or t.low == "-" for t in words)


def _titled(words: Sequence[Token], name: Token) -> bool:
    """Find "finance director" in front of a name inside a sentence."""
    plain = all(t.kind is Kind.WORD and not t.capital for t in words)
    return plain and name.capital and len(words) <= _LONGEST_TITLE and _titles(words)


def _called(tokens: Sequence[Token], near: int, at: int) -> bool:
    """Find "publisher" and "Haulage firm" in front of a name that is the subject of a verb.

    They must begin the sentence or a clause, or they could be anything.
    """
    start, stop = at, at
    if start and tokens[start - 1].low == '"':
        start -= 1
    while start and at - start < _LONGEST_TITLE and _plain(tokens[start - 1]):
        start -= 1
    words = [t for t in tokens[start:at] if t.kind is Kind.WORD]
    led = tokens[start - 1] if start else None
    owned = led is not None and led.low in _ITS
    if (
        start - owned > near
        or not words
        or (words[-1].capital and not _full_name(tokens, at))
        or any(t.capital for t in words[1 if start == 0 else 0 :])
    ):
        return False
    if led is not None and led.kind not in {Kind.POINT, Kind.ARTICLE} and not owned:
        return False
    while stop < len(tokens) and tokens[stop].capital and tokens[stop].kind is Kind.WORD:
        stop += 1
    stop += stop < len(tokens) and tokens[stop].low == '"'
    if stop == at or stop >= len(tokens):
        return False
    verb = tokens[stop]
    agrees = verb.kind is Kind.WORD and verb.low.endswith("s")
    return agrees or verb.form is Form.PAST or verb.kind in {Kind.BE, Kind.HAVE}


def _full_name(tokens: Sequence[Token], at: int) -> bool:
    """Say whether two words of a name stand here, so that one before them is no first name."""
    return all(t.capital and t.kind is Kind.WORD for t in tokens[at : at + 2])


def _plain(token: Token) -> bool:
    """Say whether a word may be part of a title: no verb, no plural."""
    noun = token.kind is Kind.WORD and token.form is Form.BASE and token.quantity is None
    return noun and not token.low.endswith("s") and token.key not in REPORTING_KEYS


def _dated(lead: Sequence[Token]) -> bool:
    """Find "On 3 March" or "In a post of 3 March" in front of a sentence, without a comma."""
    if lead[0].kind is not Kind.PREPOSITION or not is_time(lead[-1]):
        return False
    ours = lexicon.COMPANY_PRONOUNS
    return all(is_soft(t) or t.form is Form.BASE or t.low in ours for t in lead)


def own_source(lead: Sequence[Token]) -> bool:
    """Say whether all that is left out names where, and when, the lead itself says it."""
    items = [t for t in lead if not is_soft(t) and t.kind is not Kind.PERSON]
    items = [t for t in items if not is_time(t) and t.low != "dated"]
    named = any(t.low in lexicon.OWN_SOURCES for t in items)
    return named and all(t.low in lexicon.OWN_SOURCES | lexicon.SOURCE_KINDS for t in items)


def of_others(tokens: Sequence[Token], at: int) -> bool:
    """Find "Kolb opened" in front of a depot, which then is no depot of the lead's.

    What the lead's own page or people are the subject of has an owner in the lead.
    """
    if any(_the_leads(tokens, place) for place in range(at)):
        return False
    return any(
        (verb.kind in {Kind.HAVE, Kind.BE} or (verb.kind is Kind.WORD and verb.form is Form.PAST))
        and verb.key not in REPORTING_KEYS
        and _acts(tokens, place)
        for place, verb in enumerate(tokens[1:at])
    )


def _the_leads(tokens: Sequence[Token], at: int) -> bool:
    """Find the lead, or "its" where that does not only tell who somebody is: ", its coach,"."""
    told = at > 0 and tokens[at - 1].low == "," and tokens[at].low in _ITS
    pronoun = tokens[at].low in lexicon.COMPANY_PRONOUNS
    return tokens[at].kind is Kind.PERSON or (pronoun and not told)


def _acts(tokens: Sequence[Token], last: int) -> bool:
    """Say whether a name that ends here is the subject of the verb behind it."""
    if tokens[last].low == ",":
        comma = next((n for n in range(last - 1, 0, -1) if tokens[n].low == ","), 0)
        last = comma - 1 if comma and not _officer(tokens[comma:last]) else last
    start = last
    while start >= 0 and tokens[start].capital and tokens[start].kind is Kind.WORD:
        start -= 1
    if start == last or tokens[start + 1].form is Form.PAST:
        return False
    if start < 0:
        return may_be_name(tokens[0].text)
    return tokens[start].kind is not Kind.PREPOSITION and tokens[last].quantity is None


def _officer(inner: Sequence[Token]) -> bool:
    """Say whether the words between two commas make somebody an officer of the lead."""
    return any(t.key in lexicon.ROLE_KEYS for t in inner)


_RUNS = frozenset(analyse(word).key for word in ("run", "operate", "own"))
_SITES_WITH = 4
"""Words of "Quill runs 12 homes with" but one, in front of what the homes have."""


def described(lead: Sequence[Token], rest: Sequence[Token]) -> bool:
    """Find "Quill is a print shop in Bath with" in front of a count: Quill has so many."""
    if rest[0].kind is not Kind.NUMBER or lead[-1].low != "with" or lead[0].key != COMPANY:
        return False
    if any(t.low in _IN_ALL for t in rest[:_LATEST_TOTAL]):
        return lead[1].kind is Kind.WORD
    if lead[1].key in _RUNS and len(lead) > _SITES_WITH and lead[2].kind is Kind.NUMBER:
        return all(t.kind is Kind.WORD and t.form is Form.BASE for t in lead[3:-1])
    described = lead[1].low in lexicon.BE_NOW or lead[1].low == ","
    inner = lead[2:-1]
    if not described or not inner or inner[0].kind is not Kind.ARTICLE:
        return False
    return all(t.kind is Kind.WORD or t.low in {"in", "-"} for t in inner[1:])
