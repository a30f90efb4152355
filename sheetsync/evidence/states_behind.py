"""What is noted behind a thing and says that it is not there yet, not there any more, or not theirs.

"8 vans, on order", "Vans (8): stolen", "Depot in Hull (from next year)", "8 vans, Kolb's": a note
without a verb puts the state of a thing behind it, and a claim that leaves it out says more.
Only a state that is all there is up to the next pause counts: behind "8 vans, needed: drivers"
something else begins.
"""

from collections.abc import Iterator, Sequence

from sheetsync.evidence.checks import is_time
from sheetsync.evidence.subjects import OWN
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind

_NOT_YET = frozenset(
    "ordered expected wanted needed due coming upcoming promised pending planned proposed budgeted "
    "reserved requested applied targeted target goal aim hope wish plan ambition arriving opening "
    "starting joining soon imminent hopefully maybe possibly perhaps tbc tbd tba".split()
)
_NO_MORE = frozenset(
    "gone stolen missing scrapped retired wrecked totalled returned lost destroyed burnt burned "
    "cancelled canceled dropped dismissed sold closed shut once formerly previously".split()
)
_PAIRS = frozenset(
    "on order|under offer|under construction|under negotiation|under discussion|in talks|"
    "in planning|in discussion|in negotiation|in transit|in prospect|in future|in theory|"
    "in pipeline|no longer|no more|not yet|not ours|not theirs|subject to|back then|let go|"
    "written off|laid off|rented out|hired out|leased out|let out|lent out|lent to|rented to|"
    "leased to|handed back|given back|given up|at most|if funded|if approved|if possible".split("|")
)
_NO_SENTENCE = frozenset({"starting", "opening", "joining", "soon", "plan", "goal", "closed"})
"""Alone they may as well be a heading, or a day on which nobody is there."""

_EITHER_WAY = frozenset({"missing", "coming", "soon", "needed", "wanted"})
"""Those that say it without a pause too."""

_LATER = frozenset({"by", "until", "till", "before", "from"})
_TERMS = frozenset("year month week quarter season spring summer autumn winter".split())
_FILLERS = frozenset("all both most now since then still already just meanwhile probably".split())
_PAUSES = frozenset({",", ";", ":", "(", "-", "–"})
_ENDS = frozenset({",", ";", ".", ")", "!", "\n"})
_PLANNED = frozenset({"will", "plan", "plans", "planned", "order", "expect", "expects", "soon"})


def state_behind(core: Sequence[Token], tokens: Sequence[Token], last: int) -> Token | None:
    """Return the word of a state behind the match of a claim, which the claim leaves out.

    Args:
        core: The claim without its frame.
        tokens: The statement.
        last: Position of the last matched word there.
    """
    said = {word for t in core for word in t.text.casefold().split()}
    done = any(t.form is Form.PAST and t.kind is Kind.WORD for t in (*core, *tokens[: last + 1]))
    if done or not said.isdisjoint(_PLANNED):
        return None
    at = last + 1
    while at < len(tokens) and tokens[at].low in {")", "nos"}:
        at += 1
    pause = at < len(tokens) and tokens[at].low in _PAUSES
    words = list(_up_to_the_end(tokens[at + pause :]))
    while words and words[0].low in _FILLERS:
        words.pop(0)
    has = any(t.kind in {Kind.HAVE, Kind.BE} for t in core)
    unsaid = next((t for t in words[:2] if t.low not in said), None)
    stated = unsaid is not None and (pause or has) and _is_state(words, pause=pause)
    return unsaid if stated else None


def _up_to_the_end(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        if token.low in _ENDS:
            return
        if token.kind is not Kind.ARTICLE:
            yield token


def _is_state(words: Sequence[Token], *, pause: bool) -> bool:
    """Say whether words are a state from first to last; without a pause only some can be."""
    first, rest = words[0], words[1:]
    if any(t.quantity is not None and not is_time(t) for t in words):
        return False
    if " ".join(t.low for t in words[:2]) in _PAIRS:
        return True
    timed = bool(rest) and is_time(rest[0])
    if first.low == "next":
        return timed or (bool(rest) and rest[0].low in _TERMS)
    if first.low in _LATER:
        return timed and (pause or first.low == "by")
    if not pause:
        return first.low in _EITHER_WAY and (not rest or rest[0].kind is Kind.PREPOSITION)
    if first.low == "to":
        return bool(rest) and rest[0].kind in {Kind.WORD, Kind.BE} and not rest[0].capital
    if first.low in _NOT_YET | _NO_MORE:
        onward = bool(rest) and (first.low, rest[0].low) in {("due", "for"), ("expected", "to")}
        return not rest or timed or (rest[0].kind is Kind.PREPOSITION and not onward)
    return _anothers(words)


def says_state(words: Sequence[Token]) -> bool:
    """Say whether a sentence of its own is a state and no more: "Sold.", "On order."."""
    alone = len(words) == 1 and words[0].low in (_NOT_YET | _NO_MORE) - _NO_SENTENCE
    return alone or [t.low for t in words] in (["on", "order"], ["written", "off"])


def _anothers(words: Sequence[Token]) -> bool:
    """Find "Kolb's" and "of Kolb's"."""
    named = words[1:] if words[0].low == "of" else words
    owner = len(named) == 2 and named[1].low == "'s"
    return owner and named[0].capital and named[0].key not in OWN
