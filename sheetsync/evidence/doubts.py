"""What stands beside a fact and takes it out of the world: a doubt, a hope, a best case, the past.

"Ostwind runs 40 vans, Mira hopes", "In theory, Ostwind runs 40 vans", "Ostwind runs 40 vans (at
its peak)". Each is an aside of a few words between pauses, or a sentence of its own behind; what
goes on with a fact of its own is none. A condition ("; if approved"), what was before something
("before the fire") and who makes up a count as well ("with Kolb's") take it back too.
"""

from collections.abc import Iterator, Sequence

from sheetsync.evidence.checks import is_time
from sheetsync.evidence.labels_over import OTHERS
from sheetsync.evidence.subjects import OWN
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind, analyse

_PERHAPS = frozenset(
    "maybe perhaps possibly probably likely unlikely apparently reportedly allegedly supposedly "
    "seemingly presumably arguably hopefully theoretically hypothetically ideally potentially "
    "eventually tentatively provisionally nominally rumoured unconfirmed doubtful".split()
)
_OPINIONS = frozenset(
    analyse(word).key
    for word in "hope think guess believe doubt fear wish dream expect reckon suspect imagine "
    "suppose presume assume joke predict estimate bet".split()
)
_SAYS = frozenset(analyse(word).key for word in ("say", "claim", "report", "hear"))
_ANYONE = OTHERS | frozenset("someone somebody they people some others rumour rumor".split())
_SPEAKERS = frozenset({Kind.PERSON, Kind.ARTICLE, Kind.CLITIC, Kind.MARKED})
_SMALL = frozenset("the a an its their our your his her very most or so and but more".split())
_PHRASES = frozenset(
    "in theory|on paper|in principle|at best|at most|at peak|in peak|in part|in name only|in heyday|"
    "in good year|in best year|in good month|in good week|on good day|on good week|on best day|"
    "in best case|in long run|in long term|in plan|in budget|in forecast|in proposal|in past|"
    "in old days|in last downturn|one day|some day|someday|at some point|at some stage|"
    "sooner later|for one day|for one night|for one week|as test|as trial|as pilot|"
    "as experiment|on trial|on test|for season only|for season|no more|used to|give take|"
    "by look of it|not only|not sure|or not|"
    "was claim|was plan|was idea|was hope|was goal|was promise|was story".split("|")
)
"""All of an aside, without articles and the like (:data:`_SMALL`): "give [or] take"."""

_OPENINGS = frozenset(
    "back in|back then|under old|under former|under previous|subject to|or used|per old|at peak in|"
    "peak in|was claim|they say|i hear|is said|is claimed|is thought|is hoped|is believed|"
    "is rumoured|it is said|it is claimed|it is thought|it is hoped|it is believed|"
    "it is rumoured|it seems|it appears|so they|if all|when fully".split("|")
)
_CONDITIONS = frozenset("if unless provided assuming pending once until till".split())
_IFS = frozenset("if unless provided assuming pending".split())
_NO_PAST = frozenset(
    "noon midnight dawn dusk dark lunch breakfast sunrise school that this : call".split()
)
"""Behind "before" they are an hour, or what came before in the same note."""
_WHO = frozenset("i we it they he she who".split())
_OWNERS = frozenset("its their our your his her my 's".split())
_PAUSES = frozenset({",", ";", ":", "(", ")", "-", "–", ".", "\n"})
_LONGEST = 6
_NEAR = 2
_SHORT = 4


def doubted(core: Sequence[Token], tokens: Sequence[Token], first: int, last: int) -> Token | None:
    """Return the word of an aside that takes back what a claim says, and that it leaves out.

    Args:
        core: The claim without its frame.
        tokens: The statement.
        first: Position of the first matched word there.
        last: Position of the last one.
    """
    said = {word for t in core for word in t.text.casefold().split()}
    counted = any(t.quantity is not None and not is_time(t) for t in core)
    deed = any(t.form is Form.PAST and t.kind is Kind.WORD for t in core)
    for words in _beside(tokens, first, last):
        if deed and words[0].low in {"back", "before"}:
            continue
        unsaid = [t for t in words if t.low not in said]
        apart = words[0] is not tokens[min(last + 1, len(tokens) - 1)]
        known = doubts(words) or (counted and _shared_with(words))
        known = known or (apart and (earlier(words) or conditional(words)))
        if unsaid and known:
            return unsaid[0]
    return None


def doubts(words: Sequence[Token]) -> bool:
    """Say whether an aside, or a short sentence of its own, is a doubt and nothing else."""
    plain = [t for t in words if t.low not in _SMALL and t.kind is not Kind.ARTICLE]
    lows = [t.low for t in plain]
    if " ".join(lows) in _PHRASES:
        return True
    counts = any(t.quantity is not None and not is_time(t) for t in words)
    if not plain or counts or len(words) > _LONGEST + 2:
        return False
    if lows[0] in _PERHAPS:
        return all(low in _PERHAPS for low in lows)
    opens = any(" ".join(lows[:size]) in _OPENINGS for size in (2, 3))
    return opens or _opinion(words)


def conditional(words: Sequence[Token]) -> bool:
    """Say whether a sentence of its own is only a condition: "If the bank agrees."."""
    asks = any(t.low in {",", ":", "you", "we", "i"} for t in words)
    short = len(words) < (_LONGEST if words[0].low in _IFS else _SHORT)
    return words[0].low in _CONDITIONS and not asks and short


def earlier(words: Sequence[Token]) -> bool:
    """Find "before the fire" and "pre-Covid"; "before noon" is a time of day."""
    first, rest = words[0], [t for t in words[1:] if t.kind is not Kind.ARTICLE]
    if first.low == "before":
        timed = any(t.quantity is not None or is_time(t) or t.low in _NO_PAST for t in rest)
        return bool(rest) and not timed
    return first.low == "pre" and all(t.capital or t.kind is Kind.POINT for t in rest)


def _opinion(words: Sequence[Token]) -> bool:
    """Find "Mira hopes", "we think so", "jokes Mira" and "says a rival"."""
    words = [t for t in words if t.low not in {"that", "this", "so"}]
    if not words or len(words) > _LONGEST:
        return False
    lows = {t.low for t in words}
    if lows & {"sure", "certain", "convinced"} and lows & {"not", "n't", "isn't", "unsure"}:
        return True
    if words[-1].low == "it" and len(words) > 1:
        words = words[:-1]
    ends = (len(words) - 1, 0)
    if any(words[n].key in _SAYS for n in ends):
        return not lows.isdisjoint(_ANYONE)
    verb = next((n for n in ends if words[n].key in _OPINIONS), -1)
    if verb < 0 or (verb and words[verb - 1].low in _OWNERS):
        return False
    who = [t for n, t in enumerate(words) if n != verb]
    spoken = all(t.kind in _SPEAKERS or t.capital or t.kind is Kind.WORD for t in who)
    return spoken and any(t.kind in _SPEAKERS or t.capital or t.low in _WHO for t in who)


def _shared_with(words: Sequence[Token]) -> bool:
    """Find "with Kolb's" and "between it and Kolb", who make up the count as well."""
    named = [t for t in words if t.capital and t.kind is Kind.WORD and t.key not in OWN]
    if words[0].low == "between":
        return bool(named)
    whose = words[0].low in {"with", "counting", "including", "incl"} and words[-1].low == "'s"
    return whose and bool(named)


def _beside(tokens: Sequence[Token], first: int, last: int) -> Iterator[Sequence[Token]]:
    """The asides before and behind the clause of a match, each without its pauses."""
    stop = first
    label = True
    while label and stop > 0:
        stop = next((n for n in range(stop - 1, -1, -1) if tokens[n].low in _PAUSES), 0)
        start = stop
        while start and tokens[start - 1].low not in _PAUSES:
            start -= 1
        if start < stop:
            yield tokens[start:stop]
        label = tokens[stop].low == ":"
    start = last + 1
    for _ in range(_NEAR):
        while start < len(tokens) and tokens[start].low in _PAUSES:
            start += 1
        stop = start
        while stop < len(tokens) and tokens[stop].low not in _PAUSES:
            stop += 1
        if start < stop:
            yield tokens[start:stop]
        start = stop
