"""Shorten conversation notes to their own best sentences (R67 j).

Sentences are kept or dropped, never changed; only white space is normalised.
"""

import re
from datetime import date

from sheetsync.replies.dates import dates_in
from sheetsync.replies.history import parts
from sheetsync.replies.pasted import take_apart
from sheetsync.replies.stance import Sentence, sentences_of

_GREETING = re.compile(
    r"^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|hallo|guten (?:tag|morgen|abend)|sehr geehrte\w*|liebe[r]?|bonjour|bonsoir|cher|chere|madame|hola|buenos dias|buenas tardes|estimad\w+|ciao|buongiorno|gentile|beste|geachte|ola|bom dia|prezad\w+|moin|servus)(?: \w+){0,4} ?[.,]*$"
)
_PLEASANTRY = re.compile(
    r"^(?:(?:i |we )?hope (?:this|you|all|your)|how are you|thanks?(?: you)?(?: (?:again|so much|very much|a lot|in advance|for (?:your|the|reaching|getting|taking|writing)\b.{0,60}))? ?[.,]*$|"
    r"(?:vielen |besten )?dank(?:e)?(?: fur (?:ihre|die|deine) \w+)? ?[.,]*$|merci(?: (?:pour|beaucoup).{0,40})?$|gracias(?: por .{0,40})?$|grazie(?: per .{0,40})?$|bedankt(?: voor .{0,40})?$|have a (?:nice|great|good)|nice (?:to|talking|speaking)|looking forward ?[.,]*$|(?:best|kind|warm) (?:regards|wishes)|cheers|talk soon|enjoy your)"
)
_TELLING = re.compile(
    r"\b(?:budget|price\w*|pricing|cost\w*|decid\w+|decision|approv\w+|sign\w*|contract|deadline|problem\w*|issue\w*|need\w*|want\w*|require\w*|agree\w*|next step\w*|will|must|propos\w+|demo|meeting|call|competitor\w*|supplier|start\w*|launch\w*|risk\w*|concern\w*|objection\w*|interest\w*|pilot|trial|owner|responsible|cfo|ceo|coo|cto|head of|because|unless|"
    r"angebot|preis\w*|termin|entscheid\w+|vertrag|bedarf|budget\w*|devis|prix|contrat|reunion|besoin|precio|contrato|presupuesto|offerta|prezzo|contratto|offerte|prijs|afspraak)\b"
)
_ANY_DAY = date(2000, 1, 1)


def clean_note(text: str, cap: int) -> str:
    """Keep the sentences that tell most, in their order, within a number of characters.

    Args:
        text: Conversation notes or mail, as pasted; it is never written back.
        cap: Most characters of the result.

    Returns:
        Verbatim sentences, one space apart; "" for blank text or a cap below one word.
    """
    words = parts(take_apart(text).text).words
    said = sentences_of(words)
    telling = [one for one in said if not _is_courtesy(one)] or said
    room = cap
    kept: set[int] = set()
    ranked = sorted(range(len(telling)), key=lambda at: (-_weight(telling[at]), at))
    for at in ranked:
        size = len(_one_line(telling[at].raw)) + bool(kept)
        if size <= room:
            kept.add(at)
            room -= size
    if not kept and telling:
        return _cut(_one_line(telling[ranked[0]].raw), cap)
    return " ".join(_one_line(telling[at].raw) for at in sorted(kept))


def _is_courtesy(one: Sentence) -> bool:
    plain = one.wording.text
    return (
        not any(char.isalnum() for char in one.raw)
        or _GREETING.search(plain) is not None
        or (_PLEASANTRY.search(plain) is not None and not _TELLING.search(plain))
    )


def _weight(one: Sentence) -> int:
    plain = one.wording.text
    return (
        min(3, len(_TELLING.findall(plain)))
        + any(char.isdigit() for char in one.raw)
        + bool(dates_in(one.raw[:500], _ANY_DAY))
    )


def _one_line(raw: str) -> str:
    return " ".join(raw.split())


def _cut(text: str, cap: int) -> str:
    return text if len(text) <= cap else text[: cap + 1].rpartition(" ")[0][: max(cap, 0)]
