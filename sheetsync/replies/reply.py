"""Read one pasted reply: what kind it is, by which words, and when to go on.

Precedence: opt-out, bounce, out-of-office, question, positive, negative, neutral. The
class is a suggestion and only quotes; opt-out, bounce and any other reply hold the
sequence until a person decides (R40 to R45, R68).
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from sheetsync.replies.absence import absence_words
from sheetsync.replies.bounces import bounce_words, server_wrote
from sheetsync.replies.calendar_words import MONTHS, WEEKDAYS
from sheetsync.replies.dates import FoundDate, dates_in
from sheetsync.replies.disclaimer import without_disclaimer
from sheetsync.replies.history import Parts, parts
from sheetsync.replies.optout import free_refusal, opt_out_words
from sheetsync.replies.pasted import take_apart
from sheetsync.replies.stance import LATER, Sentence, Stance, sentences_of, stance
from sheetsync.replies.wording import Wording, level

Kind = Literal["opt-out", "bounce", "out-of-office", "question", "positive", "negative", "neutral"]
_SUMMARY_CAP = 280
_FEW_WORDS = 6
_LONGEST_ABSENCE = timedelta(days=250)
"""A day named without a year that would lie further ahead is the past day of that name."""

_RETURN = re.compile(
    r"\b(?:back|return\w*|available again|resume\w*|again|wieder|zuruck|retour|reviens|regres\w+|vuelv\w+|reincorpor\w+|rientr\w+|torn\w+|terug|weer|volt\w+|retorn\w+)\b[^.\n]{0,60}$"
)
_THROUGH = re.compile(
    r"(?:through|thru|including|einschlie(?:ss|ß)lich|bis und mit|t/m|tot en met)\W*(?:\w+\W+)?$"
)
_JOINED = re.compile(
    r"([a-z]{3,10}|\d{1,4})\W{0,3}(?:to|-|–|until|till|bis(?: zum)?|au|al|hasta(?: el)?|a|tot|ate|fino al)\s*(?:the |\w+,? )?$"
)
_OUR_TRADE = re.compile(
    r"\b(?:sales|marketing|advertis\w*|cold|unsolicited|pitch\w*|solicit\w*|vendors?|werbung|werbe\w*|publicit\w*|publicidad\w*|pubblicit\w*|reclame|reklam\w*|unsubscrib\w*|opt out|(?:remove|delete|erase|take|strike|leave|off|from) (?:\w+ ){0,3}?(?:me|us|lists?|database|records|crm|him|her|them)|stop \w+ing)\b"
)
"""Words of a person who refuses us; a server's "rejected as unsolicited" has its code too."""
_PERSON = re.compile(
    r"\b(?:i|me|my|we|us|our|you|your|please|mich|mir|uns|ich|wir|sie|bitte|moi|nous|vous|merci|nos|ci|mij|ons|stop\w*)\b"
)
_LISTS = re.compile(
    r"\bto unsubscribe\b|unsubscribe (?:from|at|via) (?:this|the|http)|mailing[- ]list (?:info|subscription|archive)|\bmajordomo@|list-?info/"
)
"""What a mailing list adds below every mail, and tells its readers."""
_UPTO = 80
"""Characters before a date that are read for what it means."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a reply says, in its own words.

    Attributes:
        kind: One of seven, by precedence.
        matched: The words that decided, verbatim; "" when nothing decided (neutral).
        summary: One or two sentences of the sender's own words, verbatim, at most 280 characters.
        objection: The objection or question, verbatim; "" for none.
        resume_on: A suggested date to go on, always later than today; ``None`` when unclear.
    """

    kind: Kind
    matched: str
    summary: str
    objection: str
    resume_on: date | None


def read_reply(text: str, *, today: date, opt_out_sentence: str = "") -> Reply:
    """Read a reply as a person pasted it, with or without headers and quoted history.

    Args:
        text: The pasted text, at most as long as a cell; anything in it is only read.
        today: The date in the team's time zone, not the machine's.
        opt_out_sentence: Our own footer, which a reply quotes back without meaning it.
    """
    pasted = take_apart(text)
    split = parts(pasted.text)
    words = without_disclaimer(_without_footer(split.words, opt_out_sentence))
    wording = Wording(words)
    bounced = bounce_words(pasted, wording)
    asked = "" if bounced and pasted.message else _opt_out(wording, split, pasted.subject)
    if asked and bounced and _servers_own(asked, bounced, words):
        asked = ""
    said = sentences_of(words)
    if asked:
        return Reply("opt-out", asked, _summary(words, said, asked), "", None)
    if bounced and not pasted.message and _OUR_TRADE.search(level(bounced)):
        asked = free_refusal(wording)
        if asked:
            return Reply("opt-out", asked, _summary(words, said, asked), "", None)
    if bounced:
        return Reply("bounce", bounced, _summary(words, said, bounced), "", None)
    away = absence_words(pasted, wording)
    if away:
        return Reply(
            "out-of-office", away, _summary(words, said, away), "", _return_on(words, today)
        )
    refused = free_refusal(wording)
    if refused:
        return Reply("opt-out", refused, _summary(words, said, refused), "", None)
    found = stance(said)
    return Reply(
        _KINDS[found.kind],
        found.matched,
        _summary(words, said, found.sentence.raw if found.sentence else ""),
        found.objection,
        _resume_on(said, found, today),
    )


_KINDS: dict[str, Kind] = {
    "question": "question",
    "positive": "positive",
    "negative": "negative",
    "neutral": "neutral",
}


def _servers_own(asked: str, bounced: str, words: str) -> bool:
    """A server's "Blocked", "(spam)" or "QUIT" is nobody's request: no person stands in it."""
    if asked in bounced:
        return not _OUR_TRADE.search(level(bounced))
    plain = level(asked)
    return server_wrote(words) and not (_PERSON.search(plain) or _OUR_TRADE.search(plain))


def _opt_out(wording: Wording, split: Parts, subject: str) -> str:
    """Look in the words, then below the sign-off, then in a subject such as "STOP"."""
    found = opt_out_words(wording)
    if found:
        return found
    signature = "" if _LISTS.search(level(split.signature)) else split.signature
    below = opt_out_words(Wording(signature)) if signature else ""
    if below:
        return below
    return opt_out_words(Wording(subject)) if not subject.lower().startswith(("re:", "aw:")) else ""


def _without_footer(words: str, sentence: str) -> str:
    """Take our own opt-out sentence out of what the sender wrote, however it was wrapped."""
    footer = re.findall(r"[^\s.,]+", Wording(sentence).text)
    if not footer:
        return words
    pattern = re.compile(r"(?: [.,])* ".join(map(re.escape, footer)))
    wording = Wording(words)
    kept: list[str] = []
    at = 0
    for found in pattern.finditer(wording.text):
        start, end = wording.span(*found.span())
        kept.append(words[at:start])
        at = end
    return "".join([*kept, words[at:]]).strip() or words


def _summary(words: str, said: list[Sentence], decided: str) -> str:
    """Choose the sentence that decided and the one after it, as they stand."""
    meant = [one for one in said if any(map(str.isalpha, one.raw))]
    if not meant:
        return _cut(words)
    first = next((at for at, one in enumerate(meant) if decided and decided in one.raw), None)
    if first is None:
        first = next((at for at, one in enumerate(meant) if len(one.raw.split()) > 3), 0)
    if first + 1 < len(meant):
        between = words[meant[first].end : meant[first + 1].start]
        if between.count("\n") > 1:
            return _cut(meant[first].raw)  # what stands below a blank line is often a signature
        both = " ".join(words[meant[first].start : meant[first + 1].end].split())
        if len(both) <= _SUMMARY_CAP:
            return both
    return _cut(meant[first].raw)


def _cut(text: str) -> str:
    """Cut at a word, so that it stays a verbatim piece."""
    text = " ".join(text.split())
    return (
        text
        if len(text) <= _SUMMARY_CAP
        else text[: _SUMMARY_CAP + 1].rsplit(" ", 1)[0][:_SUMMARY_CAP]
    )


def _return_on(words: str, today: date) -> date | None:
    """Read an automatic reply's date of return: the one after "back on", else the last named."""
    found = [one for one in dates_in(words, today) if one.on > today]
    if not found:
        return None
    folded = level(words)
    for one in found:
        if one.on <= today + _LONGEST_ABSENCE and _RETURN.search(
            folded[max(0, one.start - _UPTO) : one.start]
        ):
            return one.on
    near = [one for one in found if one.on <= today + _LONGEST_ABSENCE]
    return _after(folded, max(near, key=lambda one: one.on)) if near else None


def _after(folded: str, last: FoundDate) -> date:
    """The last day away ("through", "from … to …") is followed by the first day back."""
    before = folded[max(0, last.start - _UPTO) : last.start]
    joined = _JOINED.search(before)
    between = joined is not None and (
        joined[1].isdigit() or joined[1] in MONTHS or joined[1] in WEEKDAYS
    )
    inclusive = folded[last.end : last.end + 12].lstrip().startswith(("inclu", "einschl"))
    if between or inclusive or _THROUGH.search(before):
        return last.on + timedelta(days=1)
    return last.on


def _resume_on(said: list[Sentence], found: Stance, today: date) -> date | None:
    """Suggest a date where a sentence puts us off until then."""
    for one in said:
        short = found.kind == "neutral" and len(one.raw.split()) <= _FEW_WORDS
        if short or LATER.search(one.wording.text):
            later = [day.on for day in dates_in(one.raw, today) if day.on > today]
            if later:
                return later[0]
    return None
