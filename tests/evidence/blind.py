"""Sentences about invented leads by writers who had not seen the gate's code.

In ``sets/`` stands a file for each writer: a line ``@ Company | Contact``, the cells as
``column: text`` (a line end written ``\\n``), then one sentence a line: ``+`` the cells bear it out and the gate says so,
``?`` they bear it out in words of its own, so the gate holds it and a person decides, ``-``
they do not, ``!`` they do not and the gate does not see it: it has no clock, so an approval of
ours that has run out still stands there. Which rates the gate had when it first saw a set is told in ``bench_evidence``.

What the gate says of each of them belongs to its version: an approval stands on the version
(:mod:`sheetsync.evidence.seal`). After a change to a verdict raise ``GATE_VERSION`` and run
``python -m tests.evidence.blind``, which writes ``sets/verdicts.json`` anew.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sheetsync.evidence.gate import judge
from sheetsync.evidence.seal import GATE_VERSION
from sheetsync.evidence.verdict import Draft, Verdict

SETS = Path(__file__).parent / "sets"
RECORDED = SETS / "verdicts.json"


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


def shortened(text: str) -> str:
    """Leave one word out, always the same one: mostly no true sentence any more."""
    words = text.split(" ")
    at = 7 * len(text) % len(words)
    return " ".join(words[:at] + words[at + 1 :])


def verdicts() -> dict[str, dict[str, str]]:
    """Digest the verdicts on each lead of each set, a word left out as well."""
    found: dict[str, dict[str, str]] = {}
    for path in sorted(SETS.glob("*.txt")):
        digests: dict[str, hashlib._Hash] = {}
        for sentence in sentences(path):
            digest = digests.setdefault(sentence.cells["company"], hashlib.sha256())
            for text in (sentence.text, shortened(sentence.text)):
                digest.update(told(judge(Draft(text), sentence.cells)).encode())
        found[path.stem] = {lead: digest.hexdigest()[:12] for lead, digest in digests.items()}
    return found


if __name__ == "__main__":
    content = {"gate version": GATE_VERSION, "verdicts": verdicts()}
    RECORDED.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
