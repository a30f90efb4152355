"""Prove a sentence that quotes what the lead's contact, or a page of its own, has in quotation marks.

'On LinkedIn you wrote "…".', 'The Bonn Post quoted you: "…".' and 'Your Instagram bio reads
"…".': the quotation stands whole between the marks of a cell, of however many sentences, and
the label in front of it there names this speaker, this source and this day, and nobody else.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import chain, pairwise

from sheetsync.evidence import lexicon
from sheetsync.evidence.attested import KINDS
from sheetsync.evidence.cast import CONTACT, Cast
from sheetsync.evidence.checks import is_soft, is_time
from sheetsync.evidence.columns import Voice, is_talk
from sheetsync.evidence.counting import word_like
from sheetsync.evidence.minutes import labelled_by
from sheetsync.evidence.press import is_weekday
from sheetsync.evidence.quantities import read_quantities
from sheetsync.evidence.quantity import bears_out
from sheetsync.evidence.quotes import SHORTEST_QUOTE
from sheetsync.evidence.referents import names_somebody
from sheetsync.evidence.statements import Passage
from sheetsync.evidence.tokens import Token, lex
from sheetsync.evidence.words import Kind

_QUOTED = re.compile(r'"([^"\n]{2,400})"')
_SINGLE = re.compile(r"(?<!\w)'((?:[^'\n]|(?<=\w)'(?=\w)){2,400})'(?!\w)")
_LABEL_END = re.compile(r'.*(?:(?<!\b\w)(?<!\bpp)[.!?;]["\')\]]*\s|\n)', re.DOTALL)
_ENDS = " .!?,"
_WROTE = frozenset("wrote posted tweeted shared write post".split())
_SAID = frozenset("said told put say".split())
_READS = frozenset("reads read says say states offers promises has in on".split())
_WRITTEN = frozenset(
    "post posted posts wrote tweet tweeted blog article linkedin instagram".split()
)
_QUOTES = frozenset({"quoted", "quotes", "quoting", "cited", "cites", "by", "from", "says", ":"})
_SPEAKS = frozenset("wrote writes posted posts said says tweeted told tells shared on in".split())
_CHANNELS = frozenset(
    "whatsapp telegram sms signal viber wechat zoom teams email mail phone voice message text chat "
    "call voicemail video".split()
)
"""By what somebody said it, which a sentence need not tell."""
_PAGES = frozenset({"page", "p", "pp"})
_PLAIN = frozenset({"as", "it", "there", "i", "saw", "noticed", "that", "this", "new", "own"})
_HELPERS = frozenset({"also", "just", "recently", "have", "'ve"})


def quoted_words(
    text: str, tokens: Sequence[Token], passages: Iterable[Passage], cast: Cast
) -> tuple[str, int, int] | None:
    """Find the quotation of a sentence in a cell, with a label that bears its frame out.

    Args:
        text: One sentence of a draft, folded.
        tokens: The same, read.
        passages: The evidence, one cell's passages in their order.
        cast: Who is who.

    Returns:
        The column, and the offsets of the quoted words in its folded cell.
    """
    said = _QUOTED.findall(text) if '"' in text else []
    if len(said) != 1 or len(said[0]) < SHORTEST_QUOTE:
        return None
    wanted = said[0].casefold().strip(_ENDS)
    marks = [place for place, token in enumerate(tokens) if token.low == '"']
    if len(marks) != 2:
        return None
    frame = [*tokens[: marks[0]], *tokens[marks[1] + 1 :]]
    seen: set[str] = set()
    for passage in passages:
        if passage.voice in {Voice.THEIRS, Voice.OURS} or passage.column in seen:
            continue
        seen.add(passage.column)
        for match in chain(_QUOTED.finditer(passage.cell), _SINGLE.finditer(passage.cell)):
            if match[1].casefold().strip(_ENDS) != wanted:
                continue
            front = passage.cell[: match.start()]
            begun = _LABEL_END.match(front)
            label = cast.cast(read_quantities(lex(front[begun.end() if begun else 0 :])))
            if passage.voice is Voice.NOTES:
                label = labelled_by(label, cast)
            if label and _borne_out(*_same_page(frame, _named_pages(label))):
                return passage.column, *match.span(1)
            if not label and _said_in_talk(frame, passage, match.end(), cast):
                return passage.column, *match.span(1)
    return None


def _borne_out(frame: Sequence[Token], label: Sequence[Token]) -> bool:
    """Say whether a label names the speaker and the source of a sentence, and no other."""
    contact = _contact_speaks(label)
    if _you_say(frame):
        if not contact or (_has(frame, _WROTE) and not _has(label, _WRITTEN)):
            return False
    elif contact or not _own_page(frame, label):
        return False
    if any(t.kind is Kind.MARKED for t in (*frame, *label)):
        return False
    return all(_known(t, label) for t in frame) and all(_told(t, frame) for t in label)


def _named_pages(label: Sequence[Token]) -> Sequence[Token]:
    """Read "IG post" and "LI bio" as Instagram and LinkedIn; small letters are other words."""
    return [word_like(t, _PAGE_CODES[t.text]) if t.text in _PAGE_CODES else t for t in label]


_PAGE_CODES = {"IG": "instagram", "LI": "linkedin", "YT": "youtube"}


def _said_in_talk(frame: Sequence[Token], passage: Passage, end: int, cast: Cast) -> bool:
    """Say whether "you said" is borne out by a bare quotation in the notes of a talk.

    Nobody but the contact may be named or meant there, who could have said it.

    Args:
        frame: The sentence without its quotation.
        passage: A passage of the cell.
        end: Offset behind the quotation in the cell.
        cast: Who is who.
    """
    if not is_talk(passage.column) or passage.voice is not Voice.NOTES:
        return False
    if not (_you_say(frame) and _has(frame, _SAID)):
        return False
    if any(not (is_soft(t) or t.kind is Kind.PERSON or t.low in _SAID | _HELPERS) for t in frame):
        return False
    rest = passage.cell[end:].lstrip(" ")
    if rest and rest[0] not in ".\n":
        return False
    known = cast.cast(read_quantities(lex(passage.cell)))
    return not names_somebody(known) and all(
        t.low.removesuffix("s") not in _SPEAKERS and t.key not in lexicon.ROLE_KEYS for t in known
    )


_SPEAKERS = lexicon.APPOSED | frozenset(
    "boss manager director planner driver team colleague he she they son mum dad aunt uncle "
    "cousin friend assistant receptionist secretary accountant bookkeeper".split()
)
"""Who else may have said a thing that no label gives to anybody."""


def _same_page(
    frame: Sequence[Token], label: Sequence[Token]
) -> tuple[Sequence[Token], Sequence[Token]]:
    """Take the page off "Page 6 of your report" and off a label that has that page, "report, p. 6"."""
    if [t.low for t in frame[:4:2]] != ["page", "of"]:
        return frame, label
    words = [t for t in label if t.low != "."]
    for at, (one, other) in enumerate(pairwise(words)):
        if one.low in _PAGES and other.low == frame[1].low:
            return frame[3:], [*words[:at], *words[at + 2 :]]
    return frame, label


def _has(tokens: Sequence[Token], words: frozenset[str]) -> bool:
    return any(t.low in words for t in tokens)


def _you_say(frame: Sequence[Token]) -> bool:
    """Find "you wrote", "quoted you" and "your LinkedIn post" with you in it."""
    lows = [t.low for t in frame if t.low not in _HELPERS]
    return any(
        (low == "you" and behind in _WROTE | _SAID) or (low == "quoted" and behind == "you")
        for low, behind in pairwise(lows)
    )


def _contact_speaks(label: Sequence[Token]) -> bool:
    """Find "LinkedIn post by Mira, 8 May:", "Mira on LinkedIn:" and "Bonn Post quotes Mira:"."""
    at = next((n for n, t in enumerate(label) if t.key == CONTACT), None)
    if at is None or label[at].low in lexicon.YOUR_PRONOUNS:
        return False
    behind = label[at + 1].low if at + 1 < len(label) else ":"
    front = [t for t in label[:at] if t.key not in lexicon.ROLE_KEYS]
    led = not front or front[-1].low in _QUOTES
    ended = behind in _SPEAKS | {":", ",", "("} or is_time(label[at + 1])
    return led and ended


def _own_page(frame: Sequence[Token], label: Sequence[Token]) -> bool:
    """Find "Your Instagram bio reads" for the label "Instagram bio:"."""
    yours = any(t.low == "your" for t in frame[:2]) and _has(frame, _READS)
    page = any(t.low in lexicon.OWN_SOURCES for t in label)
    lows = {t.low for t in frame} | lexicon.OWN_SOURCES | KINDS
    if any(t.kind is Kind.CLITIC for t in label):
        return False
    if any(t.capital and t.kind is Kind.WORD and t.low not in lows for t in label):
        return False
    return yours and page and label[-1].low == ":"


def _known(token: Token, label: Sequence[Token]) -> bool:
    """Say whether a word of the frame stands in the label, or says nothing more."""
    if is_time(token):
        return any(_same_time(token, other) for other in label)
    if token.kind is Kind.NUMBER:
        return False
    if is_soft(token) or token.kind is Kind.PERSON or token.low in _PLAIN | _HELPERS:
        return True
    if token.low in _WROTE | _SAID | _READS | {"quoted"}:
        return True
    return any(token.key == other.key for other in label)


def _told(token: Token, frame: Sequence[Token]) -> bool:
    """Say whether a word of the label is in the frame, or names nobody else."""
    if is_soft(token) or is_time(token) or is_weekday(token) or token.kind is Kind.PERSON:
        return True
    if (
        token.key in lexicon.ROLE_KEYS
        or token.low in KINDS | lexicon.OWN_SOURCES | _SPEAKS | _QUOTES | _CHANNELS
    ):
        return True
    if any(token.key == other.key for other in frame):
        return True
    return not token.capital and token.kind is Kind.WORD and token.low in lexicon.SOURCE_KINDS


def _same_time(said: Token, known: Token) -> bool:
    return (
        said.quantity is not None
        and known.quantity is not None
        and bears_out(known.quantity, said.quantity)
    )
