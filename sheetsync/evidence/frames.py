"""Take off the words around a claim that say nothing themselves: "I saw that …".

A frame that does say something ("you wrote that …") is kept as an attribution:
then only what the lead wrote or told us can prove the rest.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sheetsync.evidence.asides import without_aside
from sheetsync.evidence.at_home import without_home
from sheetsync.evidence.attributions import attributed
from sheetsync.evidence.bare_notes import headcount, kept, verbless
from sheetsync.evidence.congratulated import congratulated
from sheetsync.evidence.counting import otherwise
from sheetsync.evidence.framed import Attribution, Framed
from sheetsync.evidence.introduced import introduced
from sheetsync.evidence.light_verbs import as_agent, lightly, offered
from sheetsync.evidence.noticed import SUBJECTS, met, noticed, together
from sheetsync.evidence.openings import Shape
from sheetsync.evidence.ours import done_by, put_straight, tells_of_us
from sheetsync.evidence.sent_back import as_asked_for, in_their_reply
from sheetsync.evidence.sources import seen_in, sourced
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.vacancies import hiring
from sheetsync.evidence.wordings import worded
from sheetsync.evidence.words import Form, Kind


def framings(tokens: Sequence[Token]) -> list[Framed]:
    """Return the readings of a sentence, the plainest first: as it stands, then unframed."""
    found = _framings(tokens)
    for core, origin in (*sourced(tokens), *_seen_there(tokens)):
        if core:
            found.extend(replace(framed, origin=origin) for framed in _framings(core))
            found.append(Framed(core, Shape.THING, origin=origin))
    if tells_of_us([t for t in tokens if t.kind is not Kind.POINT]):
        found.extend(Framed(core, ours=True) for core in put_straight(tokens))
    for core in introduced(tokens):
        found.append(Framed(core, needs_note=True, bare=True, heads=True, talked=True))
    found.extend(Framed(core, ours=True, heads=True) for core in done_by(tokens))
    found.extend(_at_home(tokens))
    asked = as_asked_for(tokens)
    if asked:
        found.extend(_framings(asked)[1:])
    written = in_their_reply(tokens)
    if written:
        found.extend(replace(framed, written=True) for framed in _said(_framings(written)))
    for rest, talk in without_aside(tokens):
        readings = _framings(rest)
        if talk is not None:
            told = _said(readings)
            readings = [replace(framed, talk=talk) for framed in (*told, *readings[: bool(told)])]
        found.extend(readings)
    return found


def _at_home(tokens: Sequence[Token]) -> Iterator[Framed]:
    """Take off "at Ostwind", which only a statement that names nobody else can prove."""
    for core in without_home(tokens):
        yield from (replace(framed, home=True) for framed in _framings(core))


def _said(readings: Sequence[Framed]) -> list[Framed]:
    return [framed for framed in readings if framed.attribution is Attribution.SAID]


def _seen_there(tokens: Sequence[Token]) -> Iterator[tuple[tuple[Token, ...], tuple[Token, ...]]]:
    """Yield what "I noticed that Trustpilot shows …" and "I saw on your site …" say of a source."""
    lows = [token.low for token in tokens[:8]]
    at = noticed(lows)
    if not at or at + 2 >= len(tokens):
        return
    if lows[at - 1] not in {"in", "on"}:
        yield from sourced(tokens[at:])
        return
    that = next((n for n, t in enumerate(tokens[: at + 8]) if t.low == "that" and n > at), 0)
    if that:
        yield tuple(tokens[that + 1 :]), tuple(tokens[at:that])
    else:
        yield from seen_in(tokens[at:])


def _framings(tokens: Sequence[Token]) -> list[Framed]:
    whole = Framed(tuple(tokens))
    found = [whole]
    lows = [token.low for token in tokens[:8]]
    if not lows:
        return found
    found.extend(_unframed(tokens, lows))
    for plain in [framed for framed in found if framed.shape is Shape.SENTENCE]:
        found.extend(_otherwise(plain))
    if "new" in lows:
        found.extend(replace(framed, core=_not_new(framed.core), fresh=True) for framed in found[:])
    if lows[0] == "it":
        found.append(Framed(tuple(tokens[1:])))
    if lows[0] in SUBJECTS and together(lows):
        found.append(Framed(tuple(tokens[1:]), needs_note=True))
    return [framed for framed in found if framed.core]


def _otherwise(plain: Framed) -> Iterator[Framed]:
    """Yield a sentence in other words, each with what its frame asks of the statement."""
    said = plain.core
    for core in (*otherwise(said), *worded(said)):
        yield replace(plain, core=core)
    for core in (*kept(said), *verbless(said)):
        yield replace(plain, core=core, needs_note=True, bare=True)
    for core in (*headcount(said), *lightly(said)):
        yield replace(plain, core=core, bare=True)
    for core in as_agent(said):
        yield replace(plain, core=core, bare=True, heads=True)
    for core in offered(said):
        yield replace(plain, core=core, needs_note=True, alone=True)
    for core in hiring(said):
        yield replace(plain, core=core, shape=Shape.VACANCY)


def _not_new(core: Sequence[Token]) -> tuple[Token, ...]:
    def brought_in(at: int) -> bool:
        counted = core[at - 1].kind is Kind.NUMBER
        return core[at - 1 - counted].low in {"your", "the"}

    return tuple(t for n, t in enumerate(core) if t.low != "new" or not brought_in(n))


def is_notice(words: Sequence[Token]) -> bool:
    """Say whether a sentence tells what we saw or heard of the lead: "I saw that …"."""
    return bool(noticed([token.low for token in words[:8]]))


def _unframed(tokens: Sequence[Token], lows: Sequence[str]) -> list[Framed]:
    """Take off the one frame that a sentence has, if it has one."""
    told = _according(tokens)
    if told is None:
        return _opened(tokens, lows)
    behind = [Framed((*told.core, *_comma_first(tokens)))] if lows[0] == "according" else []
    return [*_opened(tokens, lows), told, *behind]


def _comma_first(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Put "According to Kolb," behind its sentence, as ", according to Kolb"."""
    comma = next(n for n, t in enumerate(tokens) if t.low == ",")
    return (tokens[comma], *tokens[:comma])


def _opened(tokens: Sequence[Token], lows: Sequence[str]) -> list[Framed]:
    """Take off the frame at the beginning."""
    at = noticed(lows)
    if at and lows[at - 1] in {"in", "on"}:
        that = next((n for n, low in enumerate(lows) if low == "that" and n > at), 0)
        source, core = tuple(tokens[at:that]), tuple(tokens[that + 1 :])
        source = tuple(t for t in source if t.kind is not Kind.PERSON)
        return [Framed(core, source=source)] if that else []
    if at:
        core = tuple(tokens[at:])
        return [Framed(core), Framed(core, Shape.THING)]
    at = met(lows)
    if at:
        verb = tokens[at]._replace(form=Form.OPEN)
        return [Framed((verb, *tokens[at + 1 :]), needs_note=True)]
    wished = congratulated(tokens)
    if wished:
        return wished
    if lows[0] == "as":
        tokens, lows = tokens[1:], lows[1:]
    if not tokens or tokens[0].kind is not Kind.PERSON:
        return []
    things = [Framed(tuple(tokens), Shape.THING)] if lows[0] == "your" else []
    return attributed(tokens, lows) + things


def _according(tokens: Sequence[Token]) -> Framed | None:
    """Take off "according to …", in front or behind; the statement must name that source."""
    at = next((n for n, t in enumerate(tokens) if t.low == "according"), len(tokens))
    if [t.low for t in tokens[at + 1 : at + 2]] != ["to"]:
        return None
    if at:
        core, source = tokens[:at], tokens[at + 2 :]
        core = core[:-1] if core[-1].low == "," else core
    else:
        comma = next((n for n, t in enumerate(tokens) if t.low == ","), len(tokens))
        source, core = tokens[2:comma], tokens[comma + 1 :]
    named = tuple(t for t in source if t.kind in {Kind.WORD, Kind.NUMBER})
    whole = all(t.kind not in {Kind.LINK, Kind.POINT, Kind.MARKED} for t in source[:-1])
    return Framed(tuple(core), source=named) if whole and named and core else None
