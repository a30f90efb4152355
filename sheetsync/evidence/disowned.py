"""What stands around a sentence of evidence and disowns it: a remark behind it, a label over it.

"Ostwind has 40 vans. (Old figure.)", "Guess: 40 vans", "e.g. 40 vans", "Tell her: you have 40
vans": whoever wrote these down did not say that it is so.
"""

import re
from collections.abc import Sequence

from sheetsync.evidence.checks import Check, Slip, is_time
from sheetsync.evidence.doubts import conditional, doubts, earlier
from sheetsync.evidence.quantities import read_quantities
from sheetsync.evidence.statements import Passage, Statement
from sheetsync.evidence.states_behind import says_state
from sheetsync.evidence.tokens import Token, lex

_REMARK = re.compile(
    r"\W{0,3}(?:"
    r"(?:an? |the )?(?:old|outdated|stale|dated|wrong|unconfirmed|unverified) (?:figures?|numbers?|data|info\w*|news|claims?)"
    r"|(?:old|outdated|stale|wrong|untrue|unconfirmed|unverified|hearsay|rumou?rs?|gossip)\W*(?:$|[.;!?)\n])"
    r"|not (?:yet )?(?:confirmed|true|verified|checked|sure|certain|so any ?more)\b|no longer (?:true|so|the case)\b"
    r"|(?:to be|needs?|must be|still to be) (?:check|confirm|verif)\w*|(?:please )?(?:check|verify) (?:this|that|it)\b"
    r"|or so (?:\w+ ){1,3}(?:says?|said|claims?|thinks?|heard)\b|so (?:they|he|she|\w+) (?:says?|claims?)\W*$"
    r"|that (?:was|is) (?:in (?:19|20)\d\d|\w+ (?:years?|months?) ago|years ago|no longer|not (?:so|true)|wrong|then|old|before|hearsay|a (?:guess|rumou?r|joke|lie))"
    r"|(?:this|that|which) (?:turned out (?:to be )?|proved )?(?:was )?(?:wrong|false|untrue|a mistake)"
    r")"
)
"""How a remark begins that takes back the sentence before it."""

_SENTENCE = re.compile(r"[\s(]*([^.!?\n]{3,50})(?:[.!)]|$)")
"""A short sentence behind another one."""

_YEARS = re.compile(r"\b(?:19|20)\d\d\s?:")
"""Labels of several years, of which each has its own count."""

_ORDERS = frozenset("tell say write ask mention offer pitch claim state quote send email".split())
_NO_SOURCE = frozenset(
    "anonymous employee employees insider insiders forum gossip fool template script draft sample "
    "placeholder joke dummy test".split()
)
_EXAMPLES = frozenset({"eg", "est", "e.g", "est."})
_READ = 70
"""Characters behind a sentence in which a remark on it begins and says what it says."""


def disowned(statement: Statement, first: int, said: set[str], *, done: bool) -> Slip | None:
    """Return the word by which a statement is disowned.

    Args:
        statement: The evidence.
        first: Position of the first matched word there.
        said: Words of the claim.
        done: What it tells of is a deed, which stays done.
    """
    passage, tokens = statement.passage, statement.tokens
    behind = passage.cell[passage.start + len(passage.text) :][:_READ].strip().casefold()
    if behind and _REMARK.match(behind):
        return Slip(Check.POLARITY, behind.split(".")[0].strip("( "))
    doubt = doubted_behind(passage, said, done=done)
    if doubt is not None:
        return Slip(Check.POLARITY, doubt.text)
    colon = next((n for n in range(first - 1, -1, -1) if tokens[n].low == ":"), 0)
    label = tokens[:colon]
    bad = _ORDERS if label and (label[0].low in _ORDERS or label[-1].low in _ORDERS) else _NO_SOURCE
    if len(label) == 1 and is_time(label[0]) and len(_YEARS.findall(passage.cell)) > 1:
        found = label[0] if label[0].low not in said else None
        return Slip(Check.BINDING, found.text) if found else None
    found = next((t for t in label if t.low in bad and t.low not in said), None)
    word = found or _example(tokens, first)
    return Slip(Check.ATTRIBUTION if word is found else Check.POLARITY, word.text) if word else None


def doubted_behind(passage: Passage, said: set[str], *, done: bool) -> Token | None:
    """Find a sentence of its own that is only a doubt or a state: "Allegedly.", "On order."."""
    remark = _SENTENCE.match(passage.cell[passage.start + len(passage.text) :][:_READ])
    words = [t for t in read_quantities(lex(remark[1])) if t.low != '"'] if remark else []
    unsaid = next((t for t in words if t.low not in said), None)
    if unsaid is None or [t.low for t in words[:2]] == ["back", "then"]:
        return None
    if not done and says_state(words):
        return unsaid
    return unsaid if doubts(words) or conditional(words) or earlier(words) else None


def _example(tokens: Sequence[Token], first: int) -> Token | None:
    """Find "e.g." and "est." in front of a count."""
    at = first - 1 if first and tokens[first - 1].low != "." else first - 2
    counted = tokens[first].quantity is not None and not is_time(tokens[first])
    return tokens[at] if at >= 0 and counted and tokens[at].low in _EXAMPLES else None
