"""The offline drafter's research: notes, mismatches, ratings and gaps, all in the lead's own words.

Every statement is a verbatim quote from the input. What the input does not say
stays "unknown".
"""

import re
from collections.abc import Mapping, Sequence

from sheetsync.ai.jobs import NONE_FOUND, UNKNOWN, Answer, Claim, Job
from sheetsync.identity import company_domain

_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9])")
_LIST_FIELD = re.compile(r"[A-Z][^:.!?]{0,80}: \S")
_WORD = re.compile(r"[a-z]{4,}")
_ABOUT = re.compile(
    r"([A-Z][\w&'’.-]*(?: [A-Z][\w&'’.-]*){0,3}) (?:is|was|are|provides|offers|makes|helps)\b"
)

# Words by which companies speak of what troubles them, and of what has just changed.
_PROBLEM = re.compile(
    r"\b(struggl\w*|manual(?:ly)?|slow(?:ly|er)?|delay\w*|backlog\w*|spreadsheets?|bottleneck\w*|"
    r"error[- ]prone|complain\w*|difficult\w*|hard to|lacks?|lacking|shortage\w*|overload\w*|"
    r"overwhelm\w*|fragmented|outdated|legacy|downtime|churn|problems?|challenge\w*|pain\w*|"
    r"waste[sd]?|inefficien\w*|cannot keep up|understaffed|costly)\b",
    re.IGNORECASE,
)
_SIGNAL = re.compile(
    r"\b(hiring|open (?:roles?|positions?)|job (?:ads?|openings?)|rais(?:ed|es|ing)|funding|"
    r"series [a-e]|seed round|launch\w*|open(?:ed|s|ing) (?:a|an|its|the|new|\w+ new)\b|new (?:office|site|plant|"
    r"warehouse|hub|ceo|cto|cfo|coo|cmo|vp|head|director|product|market)|expan(?:ds?|ded|ding|sion)|"
    r"acquir\w*|merg(?:ed|er|es)|announc\w*|appoint\w*|joined as|migrat\w*|rolled out|relocat\w*|"
    r"doubl(?:ed|ing)|grew|growth)\b",
    re.IGNORECASE,
)
_RATED_BY = re.compile(
    r"^(?P<name>.+?) \((?P<weight>[^)]*)\): strong = (?P<strong>.*?); weak = (?P<weak>.*)$"
)

# Words of every scorecard that say nothing about one company.
_COMMON = frozenset(
    "company companies kind size region serve that with from their this have been what which other "
    "another only problem itself says does visible recent change nothing year owns decide sponsor "
    "decision lead buyer role strong weak evidence match timing there where about into more less "
    "they them were will would could should than then your ours team teams business".split()
)
_NOTE_SENTENCES = 3
_EVIDENCE = ("Source notes", "Relevance signal")
_STEM = 5


def sentences(text: str) -> list[str]:
    """Cut text into its sentences, each a verbatim piece; a line break always ends one.

    The list's own columns that ``import`` keeps as "Header: value" lines are
    facts, but no sentences; they come last.
    """
    found, fields = _cut(text)
    return found + fields


def prose(text: str) -> list[str]:
    """The sentences alone, without the list's own columns."""
    return _cut(text)[0]


def _cut(text: str) -> tuple[list[str], list[str]]:
    found: list[str] = []
    fields: list[str] = []
    for line in filter(None, map(str.strip, text.split("\n"))):
        kind = fields if _LIST_FIELD.match(line) and not line.endswith(".") else found
        kind.extend(piece.strip() for piece in _SENTENCE_END.split(line) if piece.strip())
    return found, fields


def note(job: Job) -> Answer:
    """Job a: the first sentences that fit, and the ones that name a problem and a change."""
    notes = job.inputs["Source notes"]
    pieces = prose(notes) or sentences(notes)
    limit = job.spec.outputs["AI note"].max
    chosen: list[str] = []
    for piece in pieces:
        if len(chosen) < _NOTE_SENTENCES and len(" ".join([*chosen, piece])) <= limit:
            chosen.append(piece)
    if not chosen and pieces:
        chosen = [_shorten(pieces[0], limit)]
    problem = next((piece for piece in pieces if _PROBLEM.search(piece)), "")
    signal = next((piece for piece in pieces if _SIGNAL.search(piece)), "")
    claims = [Claim("AI note", piece, "Source notes") for piece in chosen]
    cells = {"AI note": " ".join(chosen) or UNKNOWN}
    for column, found in (("AI suggested problem", problem), ("AI suggested signal", signal)):
        quote = _shorten(found, job.spec.outputs[column].max)
        cells[column] = quote or UNKNOWN
        if quote:
            claims.append(Claim(column, quote, "Source notes"))
    return Answer(cells, tuple(claims))


def _shorten(piece: str, limit: int) -> str:
    """Cut a quote at a word so that it stays a verbatim piece of the input."""
    return piece if len(piece) <= limit else piece[:limit].rsplit(" ", 1)[0].rstrip()


def mismatch(job: Job) -> Answer:
    """Job b: two fields of the row that contradict each other."""
    found: list[str] = []
    claims: list[Claim] = []
    website, path = job.inputs.get("Website", ""), job.inputs.get("Reachable path", "")
    own, theirs = company_domain(website), company_domain(path) if "@" in path else ""
    if own and theirs and own != theirs:
        found.append(f"Website is at {own}, Reachable path is at {theirs}")
        claims += [
            Claim("AI mismatch", website, "Website"),
            Claim("AI mismatch", path, "Reachable path"),
        ]
    company, notes = job.inputs["Company"], job.inputs.get("Source notes", "")
    about = _ABOUT.match(notes)
    if about and not _same_name(company, notes) and about[1].split()[0].casefold() not in _OPENERS:
        found.append(f"Company is “{company}”, Source notes speak of “{about[1]}”")
        claims.append(Claim("AI mismatch", about[1], "Source notes"))
    return Answer({"AI mismatch": "; ".join(found) or NONE_FOUND}, tuple(claims))


_OPENERS = frozenset("it this that there the they we our he she a an what here who all".split())


def _same_name(company: str, notes: str) -> bool:
    """Do the notes name the company, whatever its spelling of spaces and case?"""
    folded = re.sub(r"\W", "", notes.casefold())
    words = [word for word in re.findall(r"\w+", company.casefold()) if len(word) > 2]
    return re.sub(r"\W", "", company.casefold()) in folded or any(
        word in folded for word in words[:1]
    )


def ratings(job: Job) -> Answer:
    """Job c: per criterion, the sentence that shares words with what the team calls a strong fit."""
    lines: list[str] = []
    claims: list[Claim] = []
    rated: list[tuple[str, bool]] = []
    for line in job.inputs.get("Scorecard", "").split("\n"):
        criterion = _RATED_BY.match(line)
        if criterion is None:
            continue
        rating, quote, source = _rate(job.inputs, criterion["strong"], criterion["weak"])
        rated.append((rating, "must have" in criterion["weight"]))
        lines.append(
            f"{criterion['name']}: {rating}" + (f" — “{quote}” ({source})" if quote else "")
        )
        if quote:
            claims.append(Claim("AI ratings", quote, source))
    best = next((claim for claim in claims if claim.source in _EVIDENCE), None)
    evidence = _shorten(best.quote, job.spec.outputs["AI evidence note"].max) if best else UNKNOWN
    if best is not None:
        claims.append(Claim("AI evidence note", evidence, best.source))
    cells = {
        "AI ratings": "\n".join(lines) or UNKNOWN,
        "AI suggested decision": _suggest(rated),
        "AI evidence note": evidence,
    }
    return Answer(cells, tuple(claims))


def criteria_in(scorecard: str) -> tuple[str, ...]:
    """The names of the criteria in a job's Scorecard input, in the team's order."""
    lines = map(_RATED_BY.match, scorecard.split("\n"))
    return tuple(line["name"] for line in lines if line is not None)


def _rate(inputs: Mapping[str, str], strong: str, weak: str) -> tuple[str, str, str]:
    """Rate one criterion: how, by which quote, from which column."""
    for wanted, many, one in ((strong, "strong", "partial"), (weak, "weak", "unknown")):
        stems = _stems(wanted)
        best: tuple[int, str, str] = (0, "", "")
        for source in ("Relevance signal", "Probable problem", "Role", "Source notes"):
            for piece in sentences(inputs.get(source, "")):
                shared = len(stems & _stems(piece))
                if shared > best[0]:
                    best = (shared, _shorten(piece, 200), source)
        if best[0] >= 2:
            return many, best[1], best[2]
        if best[0] == 1 and one != "unknown":
            return one, best[1], best[2]
    return "unknown", "", ""


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _WORD.findall(text.casefold()) if word not in _COMMON)


def _suggest(ratings: Sequence[tuple[str, bool]]) -> str:
    """Suggest a decision; only a person takes one."""
    if any(rating == "weak" for rating, must in ratings if must):
        return "skip"
    known = [rating for rating, _ in ratings if rating != "unknown"]
    if not known:
        return UNKNOWN
    if any(rating == "unknown" for rating, must in ratings if must):
        return "nurture"
    good = sum(1.0 if rating == "strong" else 0.5 for rating in known if rating != "weak")
    return "pursue" if good * 2 >= len(ratings) else "nurture"


def missing(job: Job) -> Answer:
    """Job d: what the row does not say."""
    lines = [
        f"Missing: {what}"
        for column, what in (
            ("Contact", "who to talk to"),
            ("Role", "the buyer's role"),
            ("Source notes", "research notes"),
            ("Relevance signal", "a relevance signal"),
            ("Probable problem", "the probable problem"),
        )
        if not job.inputs.get(column)
    ]
    for line in job.inputs.get("Scorecard", "").split("\n"):
        criterion = _RATED_BY.match(line)
        if criterion is None:
            continue
        rating, _, _ = _rate(job.inputs, criterion["strong"], criterion["weak"])
        if rating == "unknown":
            lines.append(f"Missing: evidence on {criterion['name']}")
    return Answer({"AI missing evidence": "\n".join(lines) or NONE_FOUND})
