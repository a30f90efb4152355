"""Sentences about invented leads by writers who had not seen the gate's code.

In ``sets/`` stands a file for each writer: a line ``@ Company | Contact``, the cells as
``column: text`` (a line end written ``\\n``), then one sentence a line: ``+`` the cells bear it out and the gate says so,
``?`` they bear it out in words of its own, so the gate holds it and a person decides, ``-``
they do not, ``!`` they do not and the gate does not see it: it has no clock, so an approval of
ours that has run out still stands there. Which rates the gate had when it first saw a set is told in ``bench_evidence``.

What the gate says of each of them belongs to its version: an approval stands on the version
(:mod:`sheetsync.evidence.seal`). So does what it says of each of them with a word left out, and of
their :mod:`~tests.evidence.variants`, those of :mod:`~tests.evidence.leads` and its like and those
of ``pairs.txt``. After a change to a verdict raise ``GATE_VERSION`` and run
``python -m tests.evidence.blind``, which writes ``sets/verdicts.json`` anew.

In ``pairs.txt`` stands a cell a line, ``column: text``, and below it, moved in, sentences about it:
each takes the gate through some rule that few others reach. They have no label. Cells in lines
one below the other are those of one lead.

``probes.txt`` is written alike. Its cases were found by changing others at random: each of them
comes out otherwise when one comparison, number or condition of some rule does. Many are broken
English, and no case is varied any further. What a sentence cites stands below it, moved in once
more: ``column: quote``.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from sheetsync.evidence.gate import judge
from sheetsync.evidence.seal import GATE_VERSION
from sheetsync.evidence.verdict import Cited, Draft, Verdict
from tests.evidence import (
    harbours,
    high_street,
    leads,
    lodges,
    markets,
    more_leads,
    trades,
    venues,
    workshops,
)
from tests.evidence.variants import KINDS, Asked, left_out, varied

SETS = Path(__file__).parent / "sets"
PAIRS = Path(__file__).with_name("pairs.txt")
PROBES = Path(__file__).with_name("probes.txt")
RECORDED = SETS / "verdicts.json"
CHANGED = "the gate decides otherwise now: raise GATE_VERSION, then python -m tests.evidence.blind"
CAST = {"Company": "Ostwind Freight GmbH", "Contact": "Mira Dahl, COO"}

_GROUPS = (leads, more_leads, trades, workshops, markets, high_street, harbours, venues, lodges)
SOURCES = {"writers": 120, "leads": 240, "pairs": 80}
"""Which share of each is changed in a given way: one of so many."""

_AS_THEY_ARE = {"leads": ("as it is",), "pairs": ("as it is",)}
"""What is asked of all of them."""


@dataclass(frozen=True)
class Sentence:
    """One labelled sentence: its mark, the kind of it, and the lead's cells."""

    label: str
    kind: str
    text: str
    cells: dict[str, str]


def sentences(path: Path) -> Iterator[Sentence]:
    """Read one set."""
    cells: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("@ "):
            company, contact = line[2:].split(" | ")
            cells = {"company": company, "contact": contact}
        elif line[:2] in {"+ ", "? ", "- ", "! "}:
            kind, text = line[2:].split(" | ", 1)
            yield Sentence(line[0], kind, text, cells)
        elif line:
            column, text = line.split(": ", 1)
            cells[column] = text.replace("\\n", "\n")


def told(verdict: Verdict) -> str:
    """Write down all that a verdict says."""
    claims = [(c.text, c.quote, c.column, c.start, c.end, c.ok, c.reason) for c in verdict.claims]
    return json.dumps([verdict.kind, verdict.reasons, claims], ensure_ascii=True)


def verdicts() -> dict[str, dict[str, str]]:
    """Digest the verdicts on each lead of each set, a word left out as well."""
    found: dict[str, dict[str, str]] = {}
    for path in sorted(SETS.glob("*.txt")):
        digests: dict[str, hashlib._Hash] = {}
        for sentence in sentences(path):
            digest = digests.setdefault(sentence.cells["company"], hashlib.sha256())
            for text in (sentence.text, left_out(sentence.text, 7)):
                digest.update(told(judge(Draft(text), sentence.cells)).encode())
        found[path.stem] = {lead: digest.hexdigest()[:12] for lead, digest in digests.items()}
    return found


@lru_cache
def asked_of(source: str) -> list[Asked]:
    """Return the cases that are varied: those of the writers, of the leads, or the pairs."""
    if source == "writers":
        found = (sentence for path in sorted(SETS.glob("*.txt")) for sentence in sentences(path))
        return [Asked(sentence.text, sentence.cells) for sentence in found]
    if source == "leads":
        known = [lead for group in _GROUPS for lead in group.LEADS]
        return [Asked(text, lead.cells) for lead in known for text in (*lead.true, *lead.false)]
    return _asked_in(PAIRS)


def _asked_in(path: Path) -> list[Asked]:
    found: list[Asked] = []
    cells = CAST
    whole = True
    for line in path.read_text(encoding="utf-8").splitlines():
        text = line.replace("\\n", "\n")
        if line.startswith("    "):
            column, quote = text[4:].split(": ", 1)
            found[-1] = replace(found[-1], cited=(*found[-1].cited, (column, quote)))
        elif line.startswith("  "):
            found.append(Asked(text[2:], cells))
            whole = True
        else:
            column, cell = text.split(": ", 1)
            cells = {**(CAST if whole else cells), column: cell}
            whole = False
    return found


def digest(source: str, kind: str) -> str:
    """Digest the verdicts on all that comes of one source, changed in one way."""
    every = 1 if kind in _AS_THEY_ARE.get(source, ()) else SOURCES[source]
    return _digest(varied(asked_of(source), kind, every))


@lru_cache
def probes() -> list[list[Asked]]:
    """Return the cases of ``probes.txt``, in parts of a hundred."""
    found = _asked_in(PROBES)
    return [found[first : first + 100] for first in range(0, len(found), 100)]


def probed(part: int) -> str:
    """Digest the verdicts on one part of the probes, the first being 0."""
    return _digest(probes()[part])


def _digest(cases: Iterable[Asked]) -> str:
    said = hashlib.sha256()
    for asked in cases:
        cited = tuple(Cited(asked.text, quote, column) for column, quote in asked.cited)
        said.update(told(judge(Draft(asked.text, cited), asked.cells)).encode())
    return said.hexdigest()[:12]


if __name__ == "__main__":
    content = {
        "gate version": GATE_VERSION,
        "verdicts": verdicts(),
        "varied": {source: {kind: digest(source, kind) for kind in KINDS} for source in SOURCES},
        "probes": [probed(part) for part in range(len(probes()))],
    }
    RECORDED.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
