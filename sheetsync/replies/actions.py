"""Turn pasted conversation text into the next action: who said what is to be done, and when (R67 k).

The answer is a verbatim piece of the text; a date is only the date that stands there.
"""

import re
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from sheetsync.replies.dates import dates_in
from sheetsync.replies.history import parts
from sheetsync.replies.pasted import take_apart
from sheetsync.replies.stance import Sentence, sentences_of

ACTION_CAP = 300

_LASTS = re.compile(r"(?:for|für|pour|por|per|voor)\s", re.IGNORECASE)
_LABEL = re.compile(
    r"^(?:[-*•\s]*)(?:next (?:steps?|actions?)|actions?(?: items?)?|to ?do|follow ?up|nachster schritt|nachste schritte|aufgabe|prochaines? etapes?|proximos? pasos?|prossimi passi|volgende stap) ,"
)
_DO = (
    r"(?:call|phone|ring|e ?mail|mail|write|send|resend|share|forward|meet|visit|schedule|book|arrange|organi[sz]e|set up|prepare|draft|follow up|check(?: in| back)?|"
    r"get back|come back|circle back|touch base|reach out|reconnect|remind|introduce|invite|confirm|discuss|present|demo|show|quote|offer|provide|deliver|update|review|talk|speak|chat|connect|contact|submit|sign|finali[sz]e|revisit|ping|ask|find out|look into|loop in|bring|join|start|try|install|test|pilot|clarify|answer|reply|respond|follow)"
)
_ORDERED = re.compile(
    r"^(?:[-*•\s]*)(?:(?:please|pls|ok|so|then|and|we agreed ,?|agreed ,?|todo|also|\w+ ,) )*"
    + _DO
    + r"\b(?!s\b)"
)
_PROMISED = re.compile(
    r"\b(?:(?:i|we|you|he|she|they|\w+) (?:will|shall|must|should|need to|needs to|have to|has to|want to|wants to|would like to|agreed to|promised to|plan to|going to|asked (?:me|us|you|for|that \w+|\w+) to|wants (?:me|us|you) to)|ill|well|youll|lets|let us|please|pls|can you|could you|can we|could we|shall we|to be|agreed to|asked (?:me|us) to|remember to|dont forget to|remind (?:me|us) to|need to|have to|needs to) (?:\w+ ){0,2}?"
    + _DO
    + r"\b"
    r"|\b(?:call|meeting|demo|appointment|visit|workshop|follow up|kick ?off|review|decision|reminder|presentation|site visit|next call|termin|besuch|rendez vous|reunion|riunione|afspraak|telefonat) (?:is |was |has been )?(?:set |scheduled |booked |planned |agreed |fixed |confirmed |due |moved )?(?:for|on|at|am|um|le|el|il|op)\b"
    r"|\b(?:ruf\w*|schick\w*|send\w*|meld\w*|treff\w*|vereinbar\w*|zuruckrufen|anrufen|schreiben|vorbereiten|zusenden|nachfassen|rappel\w+|envoy\w+|contact\w+|appel\w+|planifi\w+|llam\w+|envi\w+|contact\w+|program\w+|richiam\w+|mand\w+|inviar\w+|chiamar\w+|fissar\w+|bellen|terugbellen|sturen|mailen|inplannen|contact opnemen)\b"
    r"|\bdeadline\b|\bdue (?:on|by)\b"
)
_DONE = re.compile(
    r"^(?:(?:i|we|he|she|they|\w+) )?(?:\w+ )?(?:called|sent|met|emailed|spoke|talked|visited|discussed|left|had|reached|tried|shared|presented|received|got|wrote|introduced)\b"
)
_CLAUSE = re.compile(
    r"[;\n]|(?<=[a-z]),? (?:and then|then|but|so) |, (?=(?:and )?(?:i|we|he|she|they|please|let)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class NextAction:
    """What is to be done next.

    Attributes:
        action: A sentence or a clause of the text, verbatim, at most 300 characters.
        on: The date that it names, today or later; ``None`` when it names none.
        quote: The whole sentence it stands in, verbatim, at most 300 characters.
    """

    action: str
    on: date | None
    quote: str


def next_action(text: str, *, today: date) -> NextAction | None:
    """Find the next action in conversation text; ``None`` when nothing is to be done.

    Args:
        text: Conversation notes or mail, as pasted.
        today: The date in the team's time zone, not the machine's.
    """
    best: tuple[tuple[int, int, int], NextAction] | None = None
    for place, sentence in enumerate(sentences_of(parts(take_apart(text).text).words)):
        weight = _weight(sentence)
        if not weight:
            continue
        action, on = _action(sentence.raw, today)
        rank = (
            weight + 2 * (on is not None),
            -(on.toordinal() if on else date.max.toordinal()),
            -place,
        )
        if best is None or rank > best[0]:
            best = rank, NextAction(action, on, _short(sentence.raw))
    return best[1] if best else None


def _weight(sentence: Sentence) -> int:
    """Say how surely the sentence is something to do; 0 for not at all."""
    plain = sentence.wording.text
    labelled = bool(_LABEL.search(plain))
    if not labelled and _DONE.search(plain) and not _PROMISED.search(plain):
        return 0
    ordered, promised = bool(_ORDERED.search(plain)), bool(_PROMISED.search(plain))
    return 3 * labelled + 2 * ordered + 2 * (promised and not ordered)


def _action(raw: str, today: date) -> tuple[str, date | None]:
    """Cut the clause with the date out of a longer sentence."""
    # "For a year" says how long something lasts, not when to act.
    found = [day for day in dates_in(raw, today) if not _LASTS.match(raw, day.start)]
    if len(raw) <= ACTION_CAP:
        return _whole(raw), found[0].on if found else None
    cuts = [0, *(match.start() for match in _CLAUSE.finditer(raw)), len(raw)]
    clauses = [(start, end) for start, end in pairwise(cuts) if end > start]
    for day in found:
        for start, end in clauses:
            if start <= day.start < end and end - start <= ACTION_CAP:
                return _whole(raw[start:end]), day.on
    return _short(raw), next((day.on for day in found if day.end <= ACTION_CAP), None)


def _whole(piece: str) -> str:
    return " ".join(piece.strip(" \n,;-*•").split())


def _short(raw: str) -> str:
    text = " ".join(raw.split())
    return (
        text if len(text) <= ACTION_CAP else text[: ACTION_CAP + 1].rsplit(" ", 1)[0][:ACTION_CAP]
    )
