"""Turn the verb of a claim around where the statement says the same without one, or with another.

Like those of :mod:`sheetsync.evidence.rewrites`, each reading must then read along
the statement.
"""

from collections.abc import Iterator

from sheetsync.evidence import lexicon
from sheetsync.evidence.checks import is_time
from sheetsync.evidence.columns import Voice
from sheetsync.evidence.counting import word_like
from sheetsync.evidence.standing import begins_with_who, full_stop, place_of, place_of_key
from sheetsync.evidence.statements import Statement
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.turns import done_by
from sheetsync.evidence.words import Form, Kind, analyse

Tokens = tuple[Token, ...]

_SAID = frozenset({"said", "says", "told", "wrote", "writes"})
_LATEST_SAID = 8
_BEHIND_OBJECTS = frozenset({Kind.PREPOSITION, Kind.NUMBER, Kind.POINT, Kind.ARTICLE})
_AFTER_THINGS = frozenset({Kind.PREPOSITION, Kind.POINT})
_PERSONS = frozenset({"you", "they"})
_WERE = frozenset({"was", "were"})
_OPENED = frozenset(analyse(word).key for word in ("open", "reopen", "launch"))
_AHEAD = frozenset(analyse(word).key for word in ("plan", "schedule", "prepare"))
_ROUTINE = frozenset(
    analyse(word).key
    for word in (
        "do plan schedule track keep manage handle make store record log enter book bill process "
        "count report write print file collect assign prepare price quote pack check measure"
    ).split()
)
"""What a team does day by day, so that a note without a doer means the team."""


def verb_turns(claim: Tokens, statement: Statement) -> Iterator[Tokens]:
    """Yield the claim with one verb turned around."""
    yield from _said_there(claim)
    yield from _undone(claim, statement)
    yield from _opened_itself(claim)
    yield from _ranking(claim)
    yield from _doing(claim, statement)
    yield from _suffered(claim, statement)
    yield from _kept_by(claim, statement)
    yield from _goes_without_saying(claim, statement)


def _said_there(claim: Tokens) -> Iterator[Tokens]:
    """Read "Lee Park said at the Expo that …" as "At the Expo Lee Park said that …"."""
    at = place_of(_SAID, claim[:_LATEST_SAID])
    that = next((n for n, t in enumerate(claim[at:], at) if t.low in {"that", '"', ","}), None)
    if not at or that is None or claim[at + 1].kind is not Kind.PREPOSITION:
        return
    place = claim[at + 1 : that]
    plain = {Kind.PREPOSITION, Kind.ARTICLE, Kind.WORD, Kind.NUMBER}
    if all(t.kind in plain and t.form is not Form.PAST for t in place):
        yield (*place, *claim[: at + 1], *claim[that:])


def _opened_itself(claim: Tokens) -> Iterator[Tokens]:
    """Read "Your Ghent depot opened in May" as "you opened the Ghent depot in May"."""
    if len(claim) < 3 or claim[0].low != "your":
        return
    at = next((n for n, t in enumerate(claim) if t.key in _OPENED and t.form is Form.PAST), None)
    if at is None:
        return
    after = claim[at + 1] if at + 1 < len(claim) else None
    free = after is None or after.kind in {Kind.PREPOSITION, Kind.POINT}
    if free and claim[at - 1].kind in {Kind.WORD, Kind.NUMBER}:
        you = claim[0]._replace(text="you", low="you")
        yield (you, claim[at], *claim[1:at], *claim[at + 1 :])


def _undone(claim: Tokens, statement: Statement) -> Iterator[Tokens]:
    """Read "You plan tours by hand" as "tours planned by hand", which notes write for it.

    Only of routine work without a date: who "opened" a yard in May nobody knows.
    """
    if statement.voice is not Voice.NOTES or len(claim) < 4 or claim[0].kind is not Kind.PERSON:
        return
    going = claim[1].kind is Kind.BE
    verb = claim[2] if going else claim[1]
    known = statement.tokens
    place = place_of_key({verb.key}, known)
    if not place or known[place].form is not Form.PAST or claim[0].low == "your":
        return
    if going and (verb.key not in _AHEAD or verb.form is not Form.ING or claim[1].low in _WERE):
        return
    if not going and (
        verb.key not in _ROUTINE or verb.form is Form.PAST or any(map(is_time, known))
    ):
        return
    if any(t.form is not Form.ING and t.kind is not Kind.WORD for t in known[:place]):
        return
    if any(t.capital for t in known[1:place]) or done_by(known[place:], claim):
        return
    done = verb._replace(kind=Kind.WORD, form=Form.OPEN)
    for stop in range(2 + going + 1, len(claim)):
        if claim[stop].kind in {Kind.PREPOSITION, Kind.POINT}:
            yield (*claim[2 + going : stop], done, *claim[stop:])


def _ranking(claim: Tokens) -> Iterator[Tokens]:
    """Read "the Tier 1 ranking for law" as "ranked Tier 1 for law"."""
    at = place_of({"ranking", "rating"}, claim)
    articles = (n for n in range(at) if claim[n].kind is Kind.ARTICLE)
    the = max(articles, default=at)
    level = claim[the + 1 : at]
    if level and all(t.kind in {Kind.WORD, Kind.NUMBER} for t in level):
        ranked = word_like(claim[at], "ranked" if claim[at].low == "ranking" else "rated")
        yield (*claim[:the], ranked, *level, *claim[at + 1 :])


def _doing(claim: Tokens, statement: Statement) -> Iterator[Tokens]:
    """Read "You plan harvests in Sheets" as "harvest planning is done in Sheets"."""
    stop = next((n for n, t in enumerate(claim) if n > 2 and t.kind is Kind.PREPOSITION), None)
    if stop is None or not begins_with_who(claim):
        return
    verb, known = claim[1], statement.tokens
    at = place_of({"done"}, known)
    if at < 2 or known[at - 1].low not in lexicon.BE_NOW or verb.form is Form.PAST:
        return
    doing = known[at - 2]
    if doing.key != verb.key or doing.form is not Form.ING or done_by(known[at:], claim):
        return
    if all(t.kind is Kind.WORD for t in claim[2:stop]):
        done = doing._replace(form=Form.OPEN)
        yield (*claim[2:stop], done, *known[at - 1 : at + 1], *claim[stop:])


def _suffered(claim: Tokens, statement: Statement) -> Iterator[Tokens]:
    """Read "You were fined in May" as "the regulator fined you in May", whoever did it."""
    if len(claim) < 3 or claim[0].low not in _PERSONS or claim[1].low not in _WERE:
        return
    known = statement.tokens
    at = place_of_key({claim[2].key}, known[:-1])
    doer = known[:at]
    if not at or known[at].form is not Form.PAST or claim[2].form is not Form.PAST:
        return
    if known[at + 1].kind is not Kind.PERSON and known[at + 1].low != "it":
        return
    if any(t.kind not in _BEHIND_OBJECTS for t in known[at + 2 : at + 3]):
        return
    plain = all(t.kind in {Kind.WORD, Kind.ARTICLE} and t.form is Form.BASE for t in doer[1:])
    if plain and doer[0].kind in {Kind.WORD, Kind.ARTICLE} and not done_by(claim, known):
        yield (*doer, claim[2], claim[0], *claim[3:])


def _kept_by(claim: Tokens, statement: Statement) -> Iterator[Tokens]:
    """Read "Two clerks keep the list in Excel" as "the list is kept in Excel by two clerks"."""
    known = statement.tokens
    by = next((n for n, t in enumerate(known) if n > 3 and t.low == "by"), None)
    if by is None:
        return
    be = next((n for n, t in enumerate(known[:by]) if t.low in lexicon.BE_NOW), 0)
    if not be or known[be + 1].form is not Form.PAST:
        return
    verb = known[be + 1]
    at = place_of_key({verb.key}, claim)
    if not at or claim[at].form is not Form.BASE:
        return
    stop = next((n for n, t in enumerate(claim) if n > at + 1 and t.kind in _AFTER_THINGS), None)
    end = full_stop(claim)
    if stop is not None:
        kept = claim[at]._replace(form=Form.OPEN)
        rest = claim[stop : len(claim) - len(end)]
        yield (*claim[at + 1 : stop], known[be], kept, *rest, known[by], *claim[:at], *end)


def _goes_without_saying(claim: Tokens, statement: Statement) -> Iterator[Tokens]:
    """Read "Samples are sent from stock" as "Sends samples from stock", a note of what they do."""
    be = place_of(lexicon.BE_NOW, claim)
    first = next((t for t in statement.tokens if t.kind is not Kind.POINT), None)
    if not be or first is None or be + 1 >= len(claim) or first.kind is not Kind.WORD:
        return
    done = claim[be + 1]
    plain = all(t.kind in {Kind.WORD, Kind.PERSON, Kind.ARTICLE} for t in claim[:be])
    if done.key == first.key and done.form is Form.PAST and first.form is Form.BASE and plain:
        thing = claim[1:be] if claim[0].low == "your" else claim[:be]
        yield (done._replace(form=Form.OPEN), *thing, *claim[be + 2 :])
