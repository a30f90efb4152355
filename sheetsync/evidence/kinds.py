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
from sheetsync.evidence.ours import tells_of_us
from sheetsync.evidence.questions import is_offer
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Kind


class SentenceKind(StrEnum):
    """What a sentence of a draft is."""

    CLAIM = "claim"
    QUESTION = "question"
    GREETING = "greeting"
    CALL = "call to action"
    SIGN_OFF = "sign-off"
    OPT_OUT = "opt-out"
    OURS = "our own claim"


_HELLO = frozenset("hi hello hey dear good morning afternoon evening greetings".split())
_SIGN_OFF = frozenset(
    "best kind warm regards thanks thank you cheers sincerely yours many all wishes faithfully truly cordially talk soon".split()
)
_OPT_OUT = frozenset(
    "unsubscribe opt opted stop remove prefer rather don't hear longer emails mail messages list mailing receive receiving again bother contact messages reply one word".split()
)
_OPT_OUT_VERBS = frozenset({"reply", "write", "let", "tell", "answer"})
_OPT_OUT_MARKS = frozenset("unsubscribe opt remove".split())
_TIME_UNITS = frozenset({"minute", "hour"})
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
    if _greets(words, first=first, names=names):
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


def _greets(words: Sequence[Token], *, first: bool, names: frozenset[str]) -> bool:
    if len(words) > _LONGEST_GREETING or any(t.kind is Kind.NUMBER for t in words):
        return False
    if words[0].low not in _HELLO:
        return first and len(words) == 1 and words[0].key == CONTACT
    return all(
        (t.capital and (not names or _short_for(t.low, names)))
        or t.kind is Kind.PERSON
        or t.low in _HELLO
        or t.low in {"there", "team", "all", "again", "everyone", "and", "mr", "ms", "mrs", "dr"}
        for t in words
    )


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
    for place, token in enumerate(words):
        if token.kind is Kind.NUMBER:
            quantity = token.quantity
            if quantity is not None and (quantity.sort == "date" or ":" in quantity.unit):
                continue
            if token.low == "one" and place == len(words) - 1:
                continue
            if token.low == "two" and words[place - 1].low == "the":
                continue
            unit = next((t for t in words[place + 1 : place + 3] if not is_soft(t)), None)
            if unit is None or unit.key not in _TIME_UNITS:
                return False
        elif token.low not in lexicon.CALL_WORDS and token.key != CONTACT:
            return False
    return not _tells(words)


def _tells(words: Sequence[Token]) -> bool:
    """Read "I know you are interested": call words that tell the lead about themselves."""
    lows = [token.low for token in words]
    if lows[0] in {"i", "we"} and lows[1:2] and lows[1] in {"know", "hear", "see", "understand"}:
        return "that" in lows or "you" in lows[2:4]
    return False
