"""Measure the evidence gate: recall and false holds for each kind, speed, exactness of quotes.

Run with ``python -m benchmarks.bench_evidence``. The labelled sentences are read
from ``../shared/data/evidence`` when that folder is there; the rest of the
measurements makes its own sentences and needs nothing.

Measured last on a busy shared machine: every false sentence of both files held, none of 46
true outreach sentences and 0.42 % of 240 true edits held by mistake; for each of 44 true
claims a sentence that quotes the cell passes; 99.97 % of further false edits held (worst
kind 99.33 %) and 0.95 % of 1,051 further true ones by mistake; 430 to 840 claims a
CPU-second at 300 words, by how busy the machine was.

These files have been tuned on. On sentences about invented leads, each round measured
before any tuning on it: 45, 29, 28, 21, 14 and 15 % of the true ones were held by mistake
(34 leads); then, in freer wording, 44, 34, 38 and 30 % (48 leads) and, in the plain wording
of the file above, 11, 13, 2.4, 13, 12, 3.4 and 6.9 % (72 leads). False ones that passed, in
the same order: 1.2, 1.1, 0, 2.0, 0, 1.5, 0, 1.0, 1.0, then 0 % six times and 3.7 % (one of 27)
in the last round. In three later rounds on trades not yet met (72 leads, 512 true and 556
false sentences) 17.9, 10.4 and 12.6 % of the true ones were held and 0.4, 1.0 and 0.8 % of
the false ones passed; after tuning 36 of the 512 are held, none passes that should not, and
for each of the 36 a sentence that quotes the cell passes. Even after tuning, 97 of
639 true ones of the rounds before the last five are held, and 7 of the 388 of those; the
leads in ``tests/evidence`` keep only the others, so that they all pass says nothing about
the rate.

Then four sets of 100 true and 100 false sentences each, by somebody who had not seen the
code, two in the plain wording and two in free wording, of which the first is on notes in
shorthand and broken English: at first sight, in version 3, 32 and 18 % and 85 and 81 % of the
true ones were held, and 0, 3, 0 and 1 of the false ones passed. After version 4, 7, 4, 49 and,
on the fourth, which nobody has tuned on, 77 % are held, and none of the 300 false ones of the
first three passes; most of what is still held says it in words of its own.

After version 4, on two blind sets in the plain wording (50 leads, 150 true and 150 false
sentences): 4.0 and 14.7 % of the true ones held, 1.3 and 2.7 % of the false ones passed.

Then eight blind sets of 78 true and 78 false sentences by four writers, asked in pairs for the
wording of the file above and for somebody else's habits. Version 5 at first sight: 19 and 45,
23 and 53, 17 and 24, 3.8 and 10 % of the true ones held; of the false ones 1 and 4, 1 and 0,
0 and 0, 0 and 1 passed. Version 6 was tuned on the first six before it saw the last two: 3.8
and 9.0 % held, 0 and 1 of 78 passed. After tuning on all eight 5.6 % of 624 are held and one
false one passes (an approval of ours that has run out: the gate has no clock); with the
rewriting loop one true sentence (0.16 %) is left without a draft. They stand, with what the
gate says of them, in ``tests/evidence/sets``. One set of the four above has never been tuned
on: 72 % of its true ones, in free wording, are held.

Then six more of the same size. In the wording of the file above, each before any tuning on it,
5.1 and 2.6 (version 6) and 0 % (version 7) of the true ones held and 0, 1 and 0 false ones
passed; with somebody else's habits or as a busy team keeps its notes 36 and 26 (version 6) and
18 % (version 7) held, no false one passed. So over the last four sets in the wording of the
file 9 of 312 true ones (2.9 %) were held at first sight, and 311 of 312 false ones.

Templates find what writers do not think of. Of 8,992 cells with a fact and, beside it, a doubt,
a best case, the past or a condition ("Ostwind runs 40 vans, Mira hopes", "In theory, …"),
version 7 let the bare fact pass in 6,035; version 8 in 496, beside asides that take nothing back
("up from 20", "like Kolb"). Of 516 with a state behind a count ("8 vans, on order") 350 and 106,
those being such as "8 vans, leased".

Every mutant of the package by seven operators (comparisons, and/or, not, whole numbers, booleans,
branches, + and -) was tried in 2026-11: of 13,447 in functions what ``tests/evidence`` records
kills 12,825, and 169 that it does not reach fall to the tests of their rooms, 96.6 % together.
"""

import gzip
import json
import random
import re
import string
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.evidence_edits import FALSE, TRUE, noisy
from sheetsync.evidence.gate import judge
from sheetsync.evidence.instead import quoted_instead
from sheetsync.evidence.quotes import find_quote
from sheetsync.evidence.verdict import Draft, VerdictKind

DATA = Path(__file__).parents[2] / "shared" / "data" / "evidence"
FIRST_SIGHT = Path(__file__).with_name("first_sight.json")
"""How many of each kind were decided rightly before the gate was tuned on them: the two files by
its first version, the blind sets by the version that had not seen them yet."""
SEED = 20_26
PER_KIND = 150
QUOTES = 5_000


def labelled(path: Path) -> Iterator[dict[str, Any]]:
    """Read one file of labelled sentences."""
    content = path.read_bytes()
    text = gzip.decompress(content) if path.suffix == ".gz" else content
    yield from map(json.loads, text.decode().splitlines())


def passes(text: str, cells: dict[str, str]) -> bool:
    return judge(Draft(text), cells).kind is VerdictKind.OK


def table(title: str, results: Iterable[tuple[int, str, bool]]) -> None:
    """Print how many of each kind were decided rightly; the label is 1 for supported."""
    counts: dict[tuple[int, str], list[int]] = defaultdict(lambda: [0, 0])
    for label, kind, passed in results:
        counts[label, kind][0] += passed == bool(label)
        counts[label, kind][1] += 1
    print(f"\n{title}")
    first = json.loads(FIRST_SIGHT.read_text(encoding="utf-8")).get(title, {})
    for (label, kind), (right, total) in sorted(counts.items()):
        before, of = first.get(f"{label} {kind}", (None, 0))
        then = "" if before is None else f"   (before tuning {before} of {of})"
        print(f"  {'passed' if label else 'held  '}  {kind:<22} {right:>4} of {total}{then}")
    held = [right / total for (label, _), (right, total) in counts.items() if not label]
    true = [(total - right, total) for (label, _), (right, total) in counts.items() if label]
    if held:
        print(f"  false ones held: macro {sum(held) / len(held):.2%}, worst kind {min(held):.2%}")
    if true:
        wrong, total = map(sum, zip(*true, strict=True))
        print(f"  true ones held by mistake: {wrong / total:.2%} of {total}")


def of_files() -> list[str]:
    """Measure both labelled files; return the texts of the second for further use."""
    outreach = list(labelled(DATA / "outreach_examples.jsonl"))
    table(
        "Outreach sentences",
        ((r["label"], r["type"], passes(r["claim"], r["cells"])) for r in outreach),
    )
    of_quotes_instead(outreach)
    edits = list(labelled(DATA / "edits.jsonl.gz"))
    table("Small edits of public sentences", (
        (r["label"], r["type"], passes(r["claim"], {"Source notes": r["source"]})) for r in edits
    ))  # fmt: skip
    return sorted({r["source"] for r in edits})


def of_blind_sets() -> None:
    """Measure the last fourteen sets of writers who had not seen the gate."""
    from tests.evidence.blind import SETS, sentences

    paths = [SETS / f"writer_{number}.txt" for number in range(7, 21)]
    told = [sentence for path in paths for sentence in sentences(path)]
    table("Blind sets", ((int(s.label in "+?"), s.kind, passes(s.text, s.cells)) for s in told))


def of_quotes_instead(outreach: list[dict[str, Any]]) -> None:
    """Count how many sentences could say the same by quoting, the held true ones first."""
    claims = [r for r in outreach if r["label"] and r["type"] not in {"cta", "greeting"}]
    held = [r for r in claims if not passes(r["claim"], r["cells"])]
    print("\nTrue outreach sentences for which a sentence that quotes the cell passes")
    for name, records in (("held ones", held), ("all", claims)):
        found = sum(quoted_instead(r["claim"], r["cells"]) is not None for r in records)
        print(f"  {name:<10} {found:>4} of {len(records)}")


def own_sources(rng: random.Random) -> list[str]:
    """Invent texts of about 300 words, when there are no files."""
    places = "Ghent Turin Leeds Porto Bergen Lyon Graz Cork".split()
    things = "depots clinics ovens vans labs shops".split()
    return [
        " ".join(
            f"In {rng.choice(places)} the team opened {rng.randrange(2, 90)} {rng.choice(things)} in "
            f"{rng.randrange(1990, 2025)}, which cost about {rng.randrange(2, 90)}% more than planned."
            for _ in range(16)
        )
        for _ in range(60)
    ]


def sentences(sources: list[str]) -> list[tuple[str, str]]:
    """Cut the texts into sentences long enough to be edited, each with its text."""
    return [
        (source, text)
        for source in sources
        for line in source.splitlines()
        for text in re.split(r"(?<=[a-z0-9][.!])\s+(?=[A-Z])", line)
        if 50 < len(text) < 250 and text[0].isupper() and text.endswith(".") and "http" not in text
    ]


def of_own_edits(sources: list[str], rng: random.Random) -> None:
    """Measure further kinds of faithful and of false edits, made by rule."""
    pool = sentences(sources)
    rng.shuffle(pool)
    results = []
    for label, kinds in ((1, TRUE), (0, FALSE)):
        for kind, edit in kinds.items():
            made = 0
            for source, text in pool:
                changed = edit(text, rng)
                if changed is None or (changed == text and not label):
                    continue
                results.append((label, kind, passes(changed, {"Source notes": source})))
                made += 1
                if made == PER_KIND:
                    break
    table("Further kinds of edits, made by rule", results)


def falsified(quote: str, rng: random.Random) -> str:
    """Change one letter, digit or word of a quotation."""
    places = [n for n, char in enumerate(quote) if char.isalnum() and char.isascii()]
    at = rng.choice(places)
    pool = string.digits if quote[at].isdigit() else string.ascii_lowercase
    other = rng.choice([char for char in pool if char != quote[at].lower()])
    if rng.random() < 0.5:
        return quote[:at] + other + quote[at + 1 :]
    words = quote.split(" ")
    words[rng.randrange(len(words))] = "other"
    return " ".join(words)


def of_quotes(sources: list[str], rng: random.Random) -> None:
    accepted = refused = tried = 0
    while tried < QUOTES:
        source = rng.choice(sources)
        words = source.split()
        if len(words) < 12:
            continue
        at = rng.randrange(len(words) - 10)
        quote = " ".join(words[at : at + rng.randrange(4, 10)])
        if not 12 <= len(quote) <= 200 or find_quote(source, quote) is None:
            continue
        tried += 1
        refused += find_quote(noisy(source, rng), noisy(quote, rng)) is None
        wrong = falsified(quote, rng)
        if " ".join(wrong.casefold().split()) not in " ".join(source.casefold().split()):
            accepted += find_quote(source, wrong) is not None
    print(f"\nQuotations, {tried} each")
    print(f"  falsified ones accepted: {accepted}")
    print(f"  true ones refused under typographic noise: {refused}")


def of_speed(sources: list[str], rng: random.Random) -> None:
    """Measure fresh evidence for every claim, so that nothing is answered from memory."""
    print("\nSpeed, every claim with evidence that was never seen before")
    pool = sentences(sources)
    words = " ".join(text for _, text in pool).split(" ")
    for size in (150, 300, 600, 1_200, 2_400):
        jobs: list[tuple[str, str]] = []
        while len(jobs) < 150:
            at = rng.randrange(max(1, len(words) - size))
            cell = " ".join(words[at : at + size])
            inside = sentences([cell])
            if inside:
                jobs.append((rng.choice(inside)[1], cell))
        started = time.process_time()
        for text, cell in jobs:
            judge(Draft(text), {"Source notes": cell})
        spent = time.process_time() - started
        print(f"  {size:>5} words: {len(jobs) / spent:>6.0f} claims a CPU-second")


def main() -> None:
    rng = random.Random(SEED)
    sources = of_files() if DATA.is_dir() else own_sources(rng)
    of_own_edits(sources, rng)
    of_blind_sets()
    of_quotes(sources, rng)
    of_speed(sources, rng)


if __name__ == "__main__":
    main()
