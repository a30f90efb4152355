"""Whose texts may be shown to a model that works on another row, and what of them never is.

Nobody's who may not be written to: what belongs to a lead on Do not contact, or to one
who opted out or bounced, is left alone in every way. Nor is a text that may give somebody
away: one too few costs nothing, so every doubt counts against it. Pure.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from sheetsync.check import Table
from sheetsync.identity import Identity
from sheetsync.project import Project
from sheetsync.sequence import STOPS_AT_ONCE, Heard
from sheetsync.suppression import DO_NOT_CONTACT, fold, read_suppression

# Written alike, or commonly one for the other; both sides of a comparison are put so.
_ALIKE = str.maketrans(
    "øłđðħŧŋıəɑɡаеорсухвнкмтіјѕαορικτχεβμ",
    "olddhtniaagaeopcyxbhkmtijsaopiktxebm",
) | str.maketrans({"þ": "th", "æ": "ae", "œ": "oe"})
# Greek, Cyrillic, Armenian or Cherokee beside a Latin letter: no word of any language.
_FOREIGN = "\u0370-\u058f\u13a0-\u13ff\uab70-\uabbf"
_MIXED = re.compile(f"[a-z][{_FOREIGN}]|[{_FOREIGN}][a-z]")
_CAMEL = re.compile("(?<=[a-zа-я])(?=[A-ZА-Я])")
_WORD = re.compile(r"[^\W_]+")
_SPELT = re.compile(r"(?<= )(?:\w ){2,}")
_LENGTHENED = re.compile("(?<=[aou])e|(?<=a)a")  # Juergen, Aase

_HAN = "\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_HANGUL = "\uac00-\ud7a3"
_DENSE = f"{_HAN}{_HANGUL}\u3040-\u33ff"  # Chinese, Japanese, Korean: two signs are a name
_GLUED = "\u0590-\u109f\u1200-\u139f\u1780-\u1cff"  # Hebrew to Burmese: words run together
_RUN = re.compile(f"(?P<dense>[{_DENSE}]+)|(?P<glued>[{_GLUED}]+)|[^{_DENSE}{_GLUED}]+")
_SURNAME = re.compile(f"(?P<han>[{_HAN}])|[{_HANGUL}]")
_VOWELS = frozenset("aeiouyиыэюяьъηυω")
_ENDINGS = ("nen", "as", "es", "is", "os", "us", "aσ", "oσ", "ησ")

_AT = re.compile(r"@|[\[({<]\s*(?:at|arroba)\s*[\])}>]|\bat\b[^\n]{1,80}\bdot\b")
_SEPARATE = re.compile(r"[\s,;|<>()]+")


@dataclass(frozen=True, slots=True)
class Person:
    """Who a lead is: what a model must not be told that writes for another one."""

    contact: str
    company: str
    path: str


@dataclass(frozen=True, slots=True)
class Others:
    """What decides whether a text may be shown.

    Attributes:
        most: Most texts for a column.
        people: Every lead whose texts may be shown at all, by id.
        footer: The team's own sentences below a message: opt-out sentence, sender, address.
        sender: The sender's name.
    """

    most: int
    people: Mapping[str, Person]
    footer: Sequence[str] = ()
    sender: str = ""


def others_of(
    tables: Mapping[str, Table],
    leads: Identity,
    touches: Identity,
    heard: Mapping[int, Heard],
    project: Project,
    *,
    most: int,
) -> Others:
    """Read whose texts may be shown.

    Args:
        tables: The book's tabs; Research, Follow-up and Do not contact can be read.
        leads: Ids of the rows of Research.
        touches: Ids of the rows of Follow-up.
        heard: What each reply (by row index in Follow-up) is read as.
        project: The team's settings.
        most: Most texts for a column.
    """
    cells = tables["Research"].cells
    rows = {lead: index for index, lead in enumerate(leads.ids) if index not in leads.frozen}
    people = {
        lead: Person(
            cells["Contact"][index], cells["Company"][index], cells["Reachable path"][index]
        )
        for lead, index in rows.items()
    }
    stopped = _stopped(tables["Follow-up"], touches, heard)
    paths = [(people[lead].path, "stopped") for lead in sorted(stopped & people.keys())]
    listed = read_suppression(tables[DO_NOT_CONTACT]).and_also(paths)
    return Others(
        most=most,
        people={
            lead: person
            for lead, person in people.items()
            if lead not in stopped
            and not listed.hit(person.path)
            # A phone number or a profile says nothing of the company that is barred.
            and not listed.hit(cells["Website"][rows[lead]])
        },
        footer=(project.opt_out_sentence, project.sender_name, project.sender_address),
        sender=project.sender_name,
    )


def _stopped(table: Table, touches: Identity, heard: Mapping[int, Heard]) -> frozenset[str]:
    """Leads who opted out or bounced: by their reply, or by the cause that a person names."""
    causes, named = table.cells["Stop cause"], table.cells["Lead ID"]
    rows = {index for index, reply in heard.items() if reply.kind in STOPS_AT_ONCE}
    rows |= {index for index, cause in enumerate(causes) if cause in STOPS_AT_ONCE}
    # Where it is not clear whose row it is, the answer on it counts for whoever it may be.
    return frozenset(
        lead for i in rows for lead in (touches.ids[i].partition("/")[0], str(named[i]))
    )


@dataclass(frozen=True, slots=True)
class _Letters:
    """A text as names are looked for in it.

    Attributes:
        words: Each word between two spaces, also as it reads without its punctuation.
        joined: All letters and figures in a row.
    """

    words: str
    joined: str


def gives_away(text: str, person: Person, sender: str) -> bool:
    """Say whether a text may name a lead's contact or address, any mailbox, or the sender.

    Case, accents, look-alike letters, punctuation and case endings hide no name, and
    neither does a script without spaces. A nickname or another alphabet does.

    Args:
        text: What would be shown.
        person: Whose row it is from.
        sender: The sender's name.
    """
    bare = _bare(text)
    if _AT.search(bare) or _MIXED.search(bare):
        return True
    read = _letters(bare)
    return _called(read, person.contact) or _called(read, sender) or _addressed(read, person.path)


def _bare(text: str) -> str:
    """A text without case and marks, and with its figures in ASCII."""
    if text.isascii():
        return _CAMEL.sub("-", text).casefold()
    kept = (
        str(unicodedata.decimal(char)) if char.isdecimal() else char
        for char in unicodedata.normalize("NFKD", text)
        # Lm holds the apostrophe that is a letter; fillers are letters that show nothing.
        if unicodedata.category(char) not in ("Mn", "Lm") and char not in "\u115f\u1160"
    )
    # Only Hangul is still apart: its syllables are compared whole.
    return unicodedata.normalize("NFC", _CAMEL.sub("-", "".join(kept)).casefold())


def _letters(bare: str) -> _Letters:
    chunks = [_WORD.findall(chunk) for chunk in bare.translate(_ALIKE).split()]
    words = [word for chunk in chunks for word in chunk]
    words += ["".join(chunk) for chunk in chunks if len(chunk) > 1]
    spaced = _SPELT.sub(lambda run: run[0].replace(" ", "") + " ", f" {' '.join(words)} ")
    return _Letters(spaced, "".join(map("".join, chunks)))


def _called(text: _Letters, name: str) -> bool:
    """Does a text hold a part of a name?"""
    own = _letters(_bare(name))
    parts = {*own.words.split(), own.joined}
    short = _Letters(_LENGTHENED.sub("", text.words), _LENGTHENED.sub("", text.joined))
    shortened = {_LENGTHENED.sub("", part) for part in parts}
    return any(
        _holds(read, run)
        for read, names in ((text, parts), (short, shortened))
        for part in names
        for run in _RUN.finditer(part)
    )


def _holds(text: _Letters, run: re.Match[str]) -> bool:
    """Does a text hold one part of a name, which is all in one kind of script?"""
    part = run[0]
    if run["dense"]:
        # Alone, a Korean one is a common syllable: it counts where a word begins.
        surname = _SURNAME.match(part)
        if surname and (part[0] if surname["han"] else f" {part[0]}") in text.words:
            return True
        return any(part[at : at + 2] in text.joined for at in range(len(part) - 1))
    if len(part) < 2:
        return False  # an initial names nobody
    if run["glued"]:
        return any(part[at : at + 4] in text.joined for at in range(max(1, len(part) - 3)))
    return _within(text, part) or any(
        re.search(rf" {stem}\w{{0,{min(2 * len(stem) - 2, 5)}}} ", text.words)
        for stem in _stems(part)
        if f" {stem}" in text.words
    )


def _within(text: _Letters, part: str) -> bool:
    """Does a text hold letters in the middle of a word, or across words if they are many?"""
    return len(part) > 3 and part in (text.joined if len(part) > 4 else text.words)


def _stems(part: str) -> Iterable[str]:
    """What stays of a name through its cases: Anna and Annie, Pavel and Pavla, Nikos and Niko."""
    yield part
    if len(part) > 2 and part[-1] in _VOWELS:
        yield part[:-1]
        if len(part) > 6 and part[-2] in _VOWELS:
            yield part[:-2]
    elif len(part) > 4:
        if part[-2] in _VOWELS:
            yield part[:-2] + part[-1]
        yield from (part.removesuffix(ending) for ending in _ENDINGS if part.endswith(ending))


def _addressed(text: _Letters, path: str) -> bool:
    """Does a text hold an address, its mailbox, host or page, or six of its figures in a row?"""
    pieces = (piece for piece in _SEPARATE.split(path) if "@" in piece or "." in piece)
    figures = "".join(filter(str.isdecimal, text.joined))
    for address in (path, *pieces):
        ends = re.split("[@/]", re.split("[?#]", fold(unquote(address)))[0])
        ways = (_letters(_bare(end)).joined for end in (ends[0], ends[-1]))
        for told in filter(None, ways):
            if f" {told} " in text.words or _within(text, told):
                return True
            dialled = "".join(filter(str.isdecimal, told))
            if any(dialled[at : at + 6] in figures for at in range(len(dialled) - 5)):
                return True
    return False
