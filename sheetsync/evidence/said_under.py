"""Read who spoke from a label that also tells when and how: "Mira, phone 12 June: …".

The label has the contact once, and beside it only a day, a channel ("phone", "by email") and
what the contact is. "Phone Mira 12 June:" is something to do, and nobody's words.
"""

from collections.abc import Sequence

from sheetsync.evidence import lexicon
from sheetsync.evidence.cast import CONTACT
from sheetsync.evidence.checks import is_time
from sheetsync.evidence.press import is_weekday
from sheetsync.evidence.standing import place_of
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Kind

_CHANNELS = frozenset(
    "phone telephone tel call called voicemail email mail text sms whatsapp telegram signal viber "
    "zoom teams skype video chat message visit meeting demo expo fair".split()
)
"""How or where somebody said it."""

_LINKS = frozenset({"on", "by", "via", "over", "from"})
_MARKS = frozenset({",", "(", ")", "-", "."})
_LONGEST = 14


def under_speaker(tokens: Sequence[Token]) -> list[Token]:
    """Return "Mira: …" for a statement of our notes under such a label; nothing without one."""
    colon = place_of({":"}, tokens[:_LONGEST])
    label = tokens[:colon]
    at = [n for n, t in enumerate(label) if t.key == CONTACT]
    if len(at) != 1 or label[at[0]].low in lexicon.YOUR_PRONOUNS:
        return []
    place = at[0]
    if not all(_plain(t) for n, t in enumerate(label) if n != place):
        return []
    if place and not (label[place - 1].low in {",", "-", "from"} or is_time(label[place - 1])):
        return []
    return [label[place], *tokens[colon:]]


def _plain(token: Token) -> bool:
    """Say whether a word of a label names nobody: a day, a channel, a role, a pause."""
    if is_time(token) or is_weekday(token) or token.low in _CHANNELS | _LINKS | _MARKS:
        return True
    return token.key in lexicon.ROLE_KEYS and token.kind is Kind.WORD
