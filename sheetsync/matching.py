"""Decides which column of someone's list feeds which Research column.

A header counts by its text, by its meaning (``templates/import-headers.yaml``), by a
slip of the keyboard, or by what stands below it. A wrong guess costs more than none:
what stays unplaced is kept in the lead's Source notes. Nothing here reads or writes a file.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from operator import itemgetter
from typing import Literal

from sheetsync.cells import Scalar, to_text
from sheetsync.errors import UsageError
from sheetsync.header_meanings import PATH, Channel, Meaning, Meanings, fold

How = Literal["same", "means", "similar", "values", "given", "unplaced"]

# Similarity is 1 - edits / length, a swap of neighbours being one edit (optimal string
# alignment). From 0.83 on, six letters may hold one slip ("Compnay") and twelve may hold
# two; below six letters one slip makes another word ("Notes", "Votes"), so none is allowed.
_SIMILAR, _SIMILAR_LENGTH = 0.83, 6
# Four in five values settle what a column holds; the fifth is the "n/a" of real lists.
_MOSTLY = 0.8

_EMAIL = re.compile(r"[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+")
_LINKEDIN = re.compile(r"(?:https?://)?(?:\w+\.)?linkedin\.com/(?:in|pub)/\S+", re.IGNORECASE)
_PHONE = re.compile(r"\+?(?:[\s().\-/]*\d){7,15}[\s.)]*")
# A company's front page. An article or a profile has more of a path and is no website.
_FRONT_PAGE = re.compile(
    r"(?:https?://|www\.)[^\s/?#@]+\.[^\s/?#@]+/?(?:[a-z]{2}/?)?", re.IGNORECASE
)
# What the values must look like, most of them, for the header to be believed.
_BELIEVED: Mapping[str, re.Pattern[str]] = {
    "email": re.compile("@"),
    "phone": re.compile(r"\d"),
    "Website": re.compile(r"^(?!.*(?:linkedin|facebook|twitter)\.com/).*\.", re.DOTALL),
    "Source URL": re.compile(r"\."),
    **dict.fromkeys(("Company", "Contact", "Role"), re.compile(r"^(?!.*(?:@|://))", re.DOTALL)),
}


@dataclass(frozen=True, slots=True)
class Match:
    """Where one column of the list goes.

    Attributes:
        header: The list's own header.
        column: The Research column that it feeds; ``None`` leaves it to Source notes.
        how: Why.
        score: Trust in the match, 0 to 1; for ``similar`` the similarity, for
            ``values`` the share of values.
        channel: For Reachable path, how its header or its values reach the buyer.
    """

    header: str
    column: str | None
    how: How
    score: float
    channel: Channel | None = None


@dataclass(frozen=True, slots=True)
class _Column:
    """One column of the list: its header, folded, and its values that are not blank."""

    header: str
    folded: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Claim:
    """What would feed a Research column: one column of the list, or a name's two parts."""

    sources: tuple[_Column, ...]
    meaning: Meaning
    how: How
    score: float

    def strength(self) -> tuple[bool, float, int]:
        """Order claims, the best first; a column with nothing in it comes last."""
        return not any(source.values for source in self.sources), -self.score, self.meaning.rank


def match_headers(
    headers: Sequence[str],
    rows: Sequence[Sequence[Scalar]],
    columns: Sequence[str],
    *,
    meanings: Meanings,
    given: Mapping[str, str] | None = None,
) -> tuple[Match, ...]:
    """Decide which Research column each header feeds.

    Args:
        headers: The list's headers, no two alike.
        rows: The list's rows, or the first hundred or so, shape (rows, headers).
        columns: The Research columns that a person may fill.
        meanings: What other lists call them.
        given: The person's own choice, column by header; ``""`` or ``"-"`` leaves a
            header unplaced. It comes before everything else.

    Returns:
        One match a header, in the same order. A column is fed by one header, Contact
        also by a first and a last name.

    Raises:
        UsageError: ``given`` names an unknown header or column, or one column twice.
    """
    texts = [[to_text(value) for value in row] for row in rows]
    list_columns = [
        _Column(header, fold(header), tuple(row[at] for row in texts if row[at].strip()))
        for at, header in enumerate(headers)
    ]
    placed = _given(list_columns, columns, given or {}, meanings)
    free = [column for column in list_columns if column.header not in placed]
    claims = [claim for column in free if (claim := _claim(column, columns, meanings))]
    targets = {claim.meaning.column for claim in claims} | {m.column for m in placed.values()}
    name = _name_claim(free, targets, meanings)
    if name and name.meaning.column in columns:
        claims.append(name)
    _settle(placed, claims)
    left = [column for column in free if column.header not in placed]
    _settle(placed, [claim for c in left if (claim := _claim_by_values(c, columns, meanings))])
    return tuple(placed.get(header, Match(header, None, "unplaced", 0.0)) for header in headers)


def _settle(placed: dict[str, Match], claims: Iterable[_Claim]) -> None:
    """Give each Research column that is still free to its best claim."""
    taken = {match.column for match in placed.values()}
    for claim in sorted(claims, key=_Claim.strength):
        target = claim.meaning.column
        if target not in taken:
            taken.add(target)
            for source in claim.sources:
                channel = _channel(source, claim.meaning)
                placed[source.header] = Match(
                    source.header, target, claim.how, claim.score, channel
                )


def _given(
    list_columns: Sequence[_Column],
    columns: Sequence[str],
    given: Mapping[str, str],
    meanings: Meanings,
) -> dict[str, Match]:
    placed: dict[str, Match] = {}
    for said, wanted in given.items():
        source = next((c for c in list_columns if said == c.header), None) or next(
            (c for c in list_columns if fold(said) == c.folded), None
        )
        if source is None:
            raise _unknown("header", said, [c.header for c in list_columns])
        target = None
        if wanted.strip() not in {"", "-"}:
            target = next((c for c in columns if fold(c) == fold(wanted)), None)
            if target is None:
                raise _unknown("Research column", wanted, columns)
            if target != "Contact" and any(match.column == target for match in placed.values()):
                raise UsageError(
                    f"Two headers were given to the column “{target}”.",
                    not_done="Nothing was imported.",
                    next_step="Choose one of them; what you leave out is kept in Source notes.",
                )
        meaning = meanings.known.get(source.folded)
        implied = meaning.channel if meaning else None
        channel = _channel(source, Meaning(target or "", 0, implied))
        placed[source.header] = Match(source.header, target, "given", 1.0, channel)
    return placed


def _unknown(kind: str, said: str, known: Sequence[str]) -> UsageError:
    from rapidfuzz import process

    near = [name for name, _, _ in process.extract(said, known, limit=3, processor=fold)]
    return UsageError(
        f"There is no {kind} “{said}” to map.",
        not_done="Nothing was imported.",
        next_step="The nearest are " + ", ".join(f"“{name}”" for name in near) + ".",
    )


def _claim(column: _Column, columns: Sequence[str], meanings: Meanings) -> _Claim | None:
    """What the header alone says, if its values do not say otherwise."""
    own = {fold(name): Meaning(name, -1) for name in columns}
    words = {name: m for name, m in meanings.known.items() if m.column in columns} | own
    # "CompanyName" is two words and "LinkedIn" is one: as written comes first.
    apart = fold(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", column.header))
    text = next((text for text in (column.folded, apart) if text in words), None)
    if text is not None:
        how: How = "same" if text in own else "means"
        return _believed(_Claim((column,), words[text], how, 1.0 if text in own else 0.95))
    if column.folded in meanings.unrelated or re.search(r"\d", column.folded):
        return None  # "Contact 2" is not a misspelt "Contact"
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    # The first letter is hardly ever mistyped; another one makes another word.
    near = [n for n in words if len(n) >= _SIMILAR_LENGTH and n[0] == column.folded[:1]]
    best = process.extractOne(
        column.folded, near, scorer=OSA.normalized_similarity, score_cutoff=_SIMILAR
    )
    if best is None or len(column.folded) < _SIMILAR_LENGTH:
        return None
    return _believed(_Claim((column,), words[best[0]], "similar", round(best[1], 2)))


def _believed(claim: _Claim) -> _Claim | None:
    """Drop a claim that most of the values below the header contradict."""
    expected = _BELIEVED.get(claim.meaning.channel or claim.meaning.column)
    values = claim.sources[0].values
    wrong = expected and values and _share(values, expected.search) < 0.5
    return None if wrong else claim


def _name_claim(
    free: Sequence[_Column], targets: AbstractSet[str | None], meanings: Meanings
) -> _Claim | None:
    """What a name in two columns feeds, or a bare "Name", by what else the list has.

    A bare name is the person's where the list has a company, or a role, or a way to
    reach someone and no website; it is the company's in every other list.
    """
    by_text = {column.folded: column for column in free}
    for parts in meanings.name_parts:
        if by_text.keys() >= set(parts):
            sources = tuple(by_text[part] for part in parts)
            return _Claim(sources, Meaning("Contact", 0), "means", 0.9)
    bare = next((column for column in free if column.folded in meanings.bare_names), None)
    if bare is None:
        return None
    person = "Company" in targets or (
        "Contact" not in targets
        and ("Role" in targets or (PATH in targets and "Website" not in targets))
    )
    return _believed(_Claim((bare,), Meaning("Contact" if person else "Company", 0), "means", 0.8))


def _claim_by_values(column: _Column, columns: Sequence[str], meanings: Meanings) -> _Claim | None:
    """What the values alone say; one address in many rows is a colleague's, not the buyer's."""
    values = column.values
    if len(values) < 2 or len(set(values)) * 2 <= len(values):
        return None
    kinds: tuple[tuple[Meaning, re.Pattern[str]], ...] = (
        (Meaning(PATH, 0, "email"), _EMAIL),
        (Meaning(PATH, 1, "linkedin"), _LINKEDIN),
        (Meaning("Website", 0), _FRONT_PAGE),
    )
    for meaning, pattern in kinds:
        share = _share(values, pattern.fullmatch)
        if share >= _MOSTLY and meaning.column in columns:
            unrelated = column.folded in meanings.unrelated
            return None if unrelated else _Claim((column,), meaning, "values", round(share, 2))
    return None


def _share(values: Sequence[str], test: Callable[[str], object]) -> float:
    return sum(bool(test(value.strip())) for value in values) / len(values)


def _channel(source: _Column, meaning: Meaning) -> Channel | None:
    """How a path's header, else most of its values, reach the buyer."""
    if meaning.column != PATH:
        return None
    kinds = Counter(channel_of(value) for value in source.values)
    kind, count = max(kinds.items(), key=itemgetter(1), default=(None, 0))
    return meaning.channel or (kind if count >= _MOSTLY * len(source.values) else None)


def channel_of(path: str) -> Channel | None:
    """How a path reaches the buyer, as far as its form tells."""
    text = path.strip()
    if _EMAIL.fullmatch(text):
        return "email"
    if _LINKEDIN.fullmatch(text):
        return "linkedin"
    return "phone" if _PHONE.fullmatch(text) else None
