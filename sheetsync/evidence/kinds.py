"""Tell the sentences of a draft apart: claim, question, greeting, call to action.

Only what provably says nothing about anybody is let off: a greeting, a sign-off,
an opt-out line, a call to action made of a short closed list of words. Everything
else is a claim.
"""

from collections.abc import Sequence
from enum import StrEnum

from sheetsync.evidence import lexicon
from sheetsync.evidence.cast import CONTACT
from sheetsync.evidence.checks import is_soft
from sheetsync.evidence.frames import is_notice
from sheetsync.evidence.greetings import HELLO, MORE, TITLES
from sheetsync.evidence.ours import tells_of_us
from sheetsync.evidence.questions import is_offer, tells_why
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Kind, analyse


class SentenceKind(StrEnum):
    """What a sentence of a draft is."""

    CLAIM = "claim"
    QUESTION = "question"
    GREETING = "greeting"
    CALL = "call to action"
    SIGN_OFF = "sign-off"
    OPT_OUT = "opt-out"
    OURS = "our own claim"


_SIGN_OFF = frozenset(
    "best kind warm regards thanks thank you cheers sincerely yours many all wishes faithfully truly cordially talk soon".split()
)
_OPT_OUT = frozenset(
    "unsubscribe opt opted stop remove prefer rather don't hear longer emails mail messages list mailing receive receiving again bother contact messages reply one word".split()
)
_OPT_OUT_VERBS = frozenset({"reply", "write", "let", "tell", "answer"})
_OPT_OUT_MARKS = frozenset("unsubscribe opt remove".split())
_TIME_UNITS = frozenset("minute minutes min mins hour hours".split())
_SOME_TIME = frozenset("morning afternoon day evening".split())
_MAY = frozenset("may can could shall might".split())
_GIVES = frozenset("send show share give".split())
_SHEETS = frozenset(analyse(word).key for word in ("page", "line", "example", "idea", "question"))
_KNOWN = frozenset({"know", "hear", "see", "understand", "love", "like", "feel"})
_LONGEST_GREETING = 6
_SHORT_NAME = 2
"""Letters that a short form shares with its name: "Jo" for "Joanna"."""


def kind_of(
    tokens: Sequence[Token], *, first: bool, names: frozenset[str] = frozenset()
) -> SentenceKind:
    """Classify one sentence of a draft.

    Args:
        tokens: The sentence.
        first: It is the first sentence, where a bare name may greet.
        names: Words of the contact's name; nobody else is greeted when it is known.
    """
    words = [token for token in tokens if token.kind is not Kind.POINT]
    if not words:
        return SentenceKind.CALL
    if _greets(words, names) or (first and [t.key for t in words] == [CONTACT]):
        return SentenceKind.GREETING
    if len(words) <= _LONGEST_GREETING and all(t.low in _SIGN_OFF for t in words):
        return SentenceKind.SIGN_OFF
    if _opts_out(words):
        return SentenceKind.OPT_OUT
    if is_call(words):
        return SentenceKind.CALL
    if is_offer(words) or tokens[-1].low == "?" or any(t.low == "?" for t in tokens[-3:]):
        return SentenceKind.QUESTION
    if words[0].low in {"we", "our", "us", "i", "my"} and not is_notice(words):
        return SentenceKind.OURS
    return SentenceKind.OURS if tells_of_us(words) else SentenceKind.CLAIM


def _greets(words: Sequence[Token], names: frozenset[str]) -> bool:
    if len(words) > _LONGEST_GREETING or any(t.kind is Kind.NUMBER for t in words):
        return False
    return words[0].low in HELLO and all(
        (t.capital and (not names or _short_for(t.low, names)))
        or t.kind is Kind.PERSON
        or t.low in HELLO | MORE | TITLES
        or t.low in {"there", "team", "all", "again", "everyone", "and"}
        for t in words
    )


def greets_another(words: Sequence[Token], names: frozenset[str]) -> str:
    """Return the name in "Dear Anna" where the contact is called otherwise; empty without one."""
    words = [t for t in words if t.kind is not Kind.POINT]
    if not names or len(words) > _LONGEST_GREETING or not any(t.low in HELLO for t in words[:1]):
        return ""
    polite = HELLO | MORE | TITLES
    if not all(t.low in polite or t.capital or t.kind is Kind.PERSON for t in words):
        return ""
    other = [t.text for t in words if t.low not in polite and t.kind is Kind.WORD]
    return " ".join(other) if not _greets(words, names) else ""


def _short_for(low: str, names: frozenset[str]) -> bool:
    """Say whether a name is the contact's, or a short form: "Dan" for "Daniel"."""
    return any(name.startswith(low[:_SHORT_NAME]) for name in names)


def _opts_out(words: Sequence[Token]) -> bool:
    lows = {token.low for token in words}
    marked = not lows.isdisjoint(_OPT_OUT_MARKS) or (
        "stop" in lows and not lows.isdisjoint(_OPT_OUT_VERBS)
    )
    return marked and all(low in _OPT_OUT or low in lexicon.CALL_WORDS for low in lows)


def is_call(words: Sequence[Token]) -> bool:
    """Say whether a sentence or clause only proposes, thanks or wishes."""
    if words[0].low not in lexicon.CALL_OPENERS:
        return False
    return not _tells(words) and all(
        _says_little(words, place)
        if token.kind is Kind.NUMBER
        else token.low in lexicon.CALL_WORDS or token.key == CONTACT or _shown(words, place - 1)
        for place, token in enumerate(words)
    )


def _says_little(words: Sequence[Token], place: int) -> bool:
    """Say whether a number is only a date, a time, a span of minutes or a count of our pages."""
    token, rest = words[place], words[place + 1 :]
    quantity = token.quantity
    if quantity is not None and (quantity.sort == "date" or ":" in quantity.unit):
        return True
    if token.low == "one" and (not rest or rest[0].low in _SOME_TIME):
        return True
    if (token.low == "two" and words[place - 1].low == "the") or _shown(words, place):
        return True
    unit = next((t for t in rest[:3] if not is_soft(t)), None)
    return unit is not None and unit.low in _TIME_UNITS


def _shown(words: Sequence[Token], at: int) -> bool:
    """Find the "two" of "may I send you two pages", which are ours."""
    lows = [t.low for t in words[:4]]
    offered = lows[0] in _MAY and lows[1:2] in (["i"], ["we"]) and not _GIVES.isdisjoint(lows)
    following = words[at + 1] if at + 1 < len(words) else None
    shown = following is not None and following.key in _SHEETS
    return offered and shown and words[at - 1].low not in {"your", "the"}


def _tells(words: Sequence[Token]) -> bool:
    """Read "I know you are interested": call words that tell the lead about themselves."""
    lows = [token.low for token in words]
    if tells_why(lows):
        return True
    if lows[0] in {"i", "we"} and not _KNOWN.isdisjoint(lows[1:2]):
        return "that" in lows or "you" in lows[2:4]
    return False
