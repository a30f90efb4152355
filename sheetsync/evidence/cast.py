"""Who is who: the names by which a draft may call the lead's company and contact.

Names may be used, they prove nothing: "Northwind", "the company" and "you" are
one and the same in a draft to Northwind, and nobody else is.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from sheetsync.evidence import lexicon
from sheetsync.evidence.columns import COMPANY_COLUMNS, CONTACT_COLUMNS
from sheetsync.evidence.names import company_aliases, initials, person_aliases, trades
from sheetsync.evidence.normalise import fold
from sheetsync.evidence.tokens import Token, lex
from sheetsync.evidence.words import Form, Kind

COMPANY, CONTACT, YOU, SELLER = "<company>", "<contact>", "<you>", "<seller>"


_ONE_OF_A_KIND = frozenset((word,) for word in "founder owner ceo cfo coo cto".split())
"""Titles that one person of a firm has, who may be called by it: "the founder"."""


@dataclass(frozen=True, slots=True, eq=False)
class Cast:
    """The lead's company and contact as keys of tokens.

    Attributes:
        aliases: By its first word, what each name stands for, longest name first; those with
            "the" by "the" and the second word.
        contact: Words of the contact's name; empty when it is not known.
        company: Words of the company's name.
        initials: The first letter of the contact's first name, and those of first and last.
        trades: What the company's name says that it is: "museum", "studio".
    """

    aliases: Mapping[str, Sequence[tuple[tuple[str, ...], str]]] = field(default_factory=dict)
    contact: frozenset[str] = frozenset()
    company: frozenset[str] = frozenset()
    initials: frozenset[str] = frozenset()
    trades: frozenset[str] = frozenset()

    def by_trade(self, tokens: Sequence[Token]) -> list[Token]:
        """Read "your museum" as the company, whose name says that it is one."""
        found: list[Token] = []
        for token in tokens:
            if found and found[-1].low == "your" and token.low in self.trades:
                found[-1] = _person(found[-1], token, COMPANY)._replace(low="you")
            else:
                found.append(token)
        return found

    def cast(self, tokens: Sequence[Token]) -> list[Token]:
        """Replace the names of company and contact by who they are."""
        found: list[Token] = []
        size = _trade_named(tokens, self.company)
        if size:
            first, last = tokens[0], tokens[size - 1]
            tokens = [_person(first, last, COMPANY), *tokens[size:]]
        at = 0
        while at < len(tokens):
            size, who = self._name_at(tokens, at)
            if not size:
                found.append(tokens[at])
                at += 1
                continue
            first, last = tokens[at], tokens[at + size - 1]
            inside = bool(found) and last.low in lexicon.TRADERS
            if who == COMPANY and first.low == "the" and (inside or _of_another(found)):
                found.append(first)
                at += 1
                continue
            found.append(_person(first, last, who))
            at += size
        return found

    def _name_at(self, tokens: Sequence[Token], at: int) -> tuple[int, str]:
        low = tokens[at].low
        if low == "the" and at + 1 < len(tokens):
            low = f"the {tokens[at + 1].low}"
        for alias, who in self.aliases.get(low, ()):
            words = tokens[at : at + len(alias)]
            if tuple(word.low for word in words) != alias:
                continue
            titled = who == CONTACT and alias[0] == "the"
            if titled and not _is_subject(tokens, at + len(alias)):
                continue
            if words[0].capital or words[0].low == "the" or len(alias) > 1:
                return len(alias), who
        return 0, ""


def _is_subject(tokens: Sequence[Token], at: int) -> bool:
    """Find the verb behind "the founder", who then is neither named nor somebody else's."""
    verb = tokens[at] if at < len(tokens) else None
    return verb is not None and (verb.kind in {Kind.BE, Kind.HAVE} or verb.form is Form.PAST)


def _person(first: Token, last: Token, who: str) -> Token:
    return Token(first.text, first.low, who, Kind.PERSON, Form.OPEN, first.start, last.end)


def _trade_named(tokens: Sequence[Token], company: frozenset[str]) -> int:
    """Count the words of "The theatre group" where that is what the company's name says."""
    if len(tokens) < 4 or tokens[0].text != "The" or tokens[2].low not in _NAMED_GROUPS:
        return 0
    trade, following = tokens[1], tokens[3]
    plain = not trade.capital and not company.isdisjoint({trade.low, trade.low + "s"})
    acts = following.kind in {Kind.BE, Kind.HAVE} or following.form is Form.PAST
    acts = acts or (following.kind is Kind.WORD and following.low.endswith("s"))
    return 3 if plain and acts else 0


def _of_another(found: Sequence[Token]) -> bool:
    """Say whether "the company" behind these words may be another one that they name."""
    if not found or found[-1].low == "." or _we_learned(found):
        return False
    if _own_chief_said(found):
        return False
    fronted = found[0].kind is Kind.PREPOSITION and found[-1].kind is not Kind.PREPOSITION
    named = any(t.capital and t.quantity is None for t in found[1:])
    return named or not fronted


def _we_learned(found: Sequence[Token]) -> bool:
    """Find "I understand" and "I read that" of a draft, which name nobody."""
    words = [t.low for t in found if t.low != "that"]
    return len(words) in {2, 3} and words[0] in {"i", "we"} and words[-1] in _LEARNED


_LEARNED = frozenset(
    "understand gather see saw read hear heard learned noticed know remember".split()
)
_NAMED_GROUPS = frozenset({"group", "company", "firm", "chain", "maker"})
_CHIEF_WORDS = frozenset({"managing", "general", "executive", "chief", "finance"})
_CHIEF_SAID = frozenset({"said", "says", "that"})
_MOST_CHIEF_WORDS = 7


def _own_chief_said(found: Sequence[Token]) -> bool:
    """Find "Managing director Jo Lind said", who speaks of the company without its name."""
    first, last = found[0], found[-1]
    titled = first.key in lexicon.ROLE_KEYS or first.low in _CHIEF_WORDS
    if not titled or last.low not in _CHIEF_SAID or len(found) > _MOST_CHIEF_WORDS:
        return False
    if not any(t.low in {"said", "says"} for t in found[-2:]):
        return False
    return all(t.kind in {Kind.WORD, Kind.LINK, Kind.PERSON} for t in found)


def of_the_lead(tokens: Sequence[Token]) -> list[Token]:
    """Read "its" as "your" where the sentence is about the lead."""
    subject = next((t for t in tokens if t.kind is not Kind.POINT), None)
    if subject is None or subject.kind is not Kind.PERSON:
        return list(tokens)
    return [
        t._replace(key=YOU, kind=Kind.PERSON, form=Form.OPEN) if t.low in {"its", "their"} else t
        for t in tokens
    ]


def cast_of(cells: Mapping[str, str]) -> Cast:
    """Read company and contact from the cells that hold names."""
    company = contact = ""
    for column, text in cells.items():
        name = column.strip().casefold().replace("_", " ")
        if name in COMPANY_COLUMNS:
            company = company or text
        elif name in CONTACT_COLUMNS:
            contact = contact or text
    return _cast(company[:200], contact[:200])


@lru_cache(maxsize=1024)
def _cast(company: str, contact: str) -> Cast:
    person, _, title = contact.partition(",")
    aliases = dict.fromkeys(company_aliases(_lows(company)), COMPANY)
    aliases |= dict.fromkeys(person_aliases(_lows(person)), CONTACT)
    if _lows(title) in _ONE_OF_A_KIND and aliases:
        aliases["the", *_lows(title)] = CONTACT
    ranked: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for alias, who in sorted(aliases.items(), key=lambda item: -len(item[0])):
        first = " ".join(alias[:2]) if alias[0] == "the" else alias[0]
        ranked.setdefault(first, []).append((alias, who))
    if ranked:
        ranked["the"] = []
    return Cast(
        ranked,
        frozenset(_lows(person)),
        frozenset(_lows(company)),
        initials(_lows(person)),
        trades(_lows(company)),
    )


def _lows(name: str) -> tuple[str, ...]:
    return tuple(token.low for token in lex(fold(name).text) if token.low not in {"\n", ","})
