"""Say who "we" is in evidence: the lead on its own page, and where the contact is quoted."""

from collections.abc import Sequence

from sheetsync.evidence import lexicon
from sheetsync.evidence.cast import COMPANY, CONTACT
from sheetsync.evidence.checks import is_soft, is_time
from sheetsync.evidence.columns import is_own_page
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind, analyse

_SAYS = frozenset(analyse(word).key for word in lexicon.REPORTING)
_WE = frozenset({"we", "our", "us"})


def with_speaker(tokens: list[Token], column: str = "") -> list[Token]:
    """Put the company where its own page or press release says "we".

    Args:
        tokens: One sentence of evidence.
        column: Where it stands; a page of the lead's own speaks for it, but quotes others.
    """
    if is_own_page(column) and all(t.low not in {":", '"'} for t in tokens):
        return [_spoken(t) for t in tokens]
    if _contact_speaks(tokens):
        return [_spoken(t) for t in tokens]
    at = next((n for n, t in enumerate(tokens) if t.low in {":", '"'}), 0)
    source = [t for t in tokens[:at] if not (is_soft(t) or is_time(t) or t.kind is Kind.PERSON)]
    known = lexicon.OWN_SOURCES | lexicon.SOURCE_KINDS | {"dated"} | lexicon.COMPANY_PRONOUNS
    own = any(t.low in lexicon.OWN_SOURCES for t in source)
    if not own or any(t.low not in known for t in source):
        return tokens
    return [
        t._replace(key=COMPANY, kind=Kind.PERSON, form=Form.OPEN) if t.low in _WE else t
        for t in tokens
    ]


def _contact_speaks(tokens: Sequence[Token]) -> bool:
    """Find 'Mira: "…"' and 'Mira wrote: "…"', words of the contact and nobody else."""
    first, *rest = tokens
    if first.key != CONTACT or first.low == "your":
        return False
    at = bool(rest) and rest[0].key in _SAYS
    marks = [t.low for t in rest[at : at + 2]]
    return marks == [":", '"'] and not any(t.low == '"' for t in rest[at + 2 : -2])


def _spoken(token: Token) -> Token:
    if token.low in _WE | {"i", "my", "me"}:
        who = COMPANY if token.low in _WE else CONTACT
        return token._replace(key=who, kind=Kind.PERSON, form=Form.OPEN)
    return token
