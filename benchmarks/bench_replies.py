"""Measure how pasted replies are read: recall per class, confusions, false holds, speed.

Run ``python -m benchmarks.bench_replies``; add ``--misses`` to see the templates that
were misread. Texts are generated (see replies_corpus and replies_bounces). Public mail, with
its figures at first sight, is another matter: ``python -m benchmarks.bench_replies public FOLDER``
(see replies_public).

The halves share no template, but the misses of both have been mended since, so today's
figures say that nothing was lost, not how new wording fares. That is what seven rounds of
new texts were for, written to look for rare wording and read before anything was mended:

    round                        1     2     3     4     5     6     7
    opt-outs found              68    88    89    84    97    77    94 %
    bounces, text only, found   55    90    78    65    90    81    90 %
    absences found              75    71    50    52    90    79    77 %
    near misses held           7.4   7.0   7.8   6.3   2.3   6.2     0 %

Rounds 5 and 7 are mail as it mostly comes, the others look for what is rare; "near misses"
are ordinary mail chosen to resemble one that is to be held. Bounces with headers were never
missed.

Rounds 8 to 10 looked again for what is rare: at least 240 requests, 190 reports by their body
alone and 360 ordinary mails each. Rounds 11 to 13 are mail as it mostly comes, in nine
languages in round 12 (158, 151 and 117; then 90, 50, 40 absences and 140 ordinary mails, of
which 93 were chosen to resemble one that is to be held) and in fourteen in round 13 (100, 60,
60 and 200, of which 65 were so chosen). At first sight:

    round                        8     9    10    11    12    13
    opt-outs found              94    79    82   100    98   100 %
    bounces, text only, found   79    79    84    96   100    98 %
    absences found               -     -     -     -   100    87 %
    ordinary mail held         3.2   9.4   3.3     0   5.7   1.0 %

Of the eight absences that round 13 missed, three are answers for somebody who has left, which
stop like a bounce. Both ordinary mails held are near misses; none of the other 135 is.
"""

import random
import sys
import time
from collections import Counter
from datetime import date
from pathlib import Path

from benchmarks.replies_bounces import bounces
from benchmarks.replies_corpus import FOOTER, Case, dressed, fill, ordinary, replies, templates
from benchmarks.replies_later_asked import ASKED
from benchmarks.replies_later_ordinary import ORDINARY_LATER
from benchmarks.replies_later_returned import RETURNED
from benchmarks.replies_near import ORDINARY
from benchmarks.replies_notices import NOTICES
from benchmarks.replies_public import measure_public
from benchmarks.replies_rounds import AWAY, OPT_OUT
from sheetsync.replies.reply import read_reply

TODAY = date(2026, 11, 22)
HOLDS = ("opt-out", "bounce", "out-of-office")


def measure(title: str, cases: list[Case]) -> Counter[tuple[str, str]]:
    confusions: Counter[tuple[str, str]] = Counter()
    missed: Counter[tuple[str, str, str]] = Counter()
    began = time.process_time()
    for case in cases:
        kind = read_reply(case.text, today=TODAY, opt_out_sentence=FOOTER).kind
        confusions[case.label, kind] += 1
        if kind != case.label:
            missed[case.label, kind, case.origin] += 1
    spent = time.process_time() - began
    print(f"\n{title}: {len(cases)} texts, {len(cases) / spent:,.0f} a CPU-second")
    for label in dict.fromkeys(each for each, _ in confusions):
        total = sum(count for (there, _), count in confusions.items() if there == label)
        right = confusions[label, label]
        wrong = ", ".join(
            f"{taken} {count}"
            for (there, taken), count in confusions.most_common()
            if there == label != taken
        )
        print(f"  {label:14} {right / total:7.2%} of {total:5}   {wrong}")
    if "--misses" in sys.argv:
        for (was, taken, origin), count in missed.most_common():
            print(f"      {was} read as {taken} ({count}): {origin}")
    return confusions


def rounds(text: str, label: str, seed: int) -> list[Case]:
    """Each text of the rounds as it stands; a person's also with what surrounds a reply."""
    rng = random.Random(seed)
    cases = []
    for piece in templates(text):
        found, _, said = piece.partition(":") if not label else (label, "", piece)
        core = fill(said, rng).replace("\\n", "\n").replace("¦", "|")
        cases.append(Case(found, core, said))
        if found not in {"bounce", "out-of-office"}:
            cases.append(Case(found, dressed(core, rng), said))
    return cases


def false_holds(plain: Counter[tuple[str, str]]) -> None:
    persons = {pair: count for pair, count in plain.items() if pair[0] not in HOLDS}
    false = sum(count for (_, kind), count in persons.items() if kind in HOLDS)
    print(f"  false holds    {false / sum(persons.values()):7.2%}")


def main() -> None:
    for number, half in enumerate(("dev", "held")):
        print(f"\n==== {'development' if half == 'dev' else 'held-out'} half ====")
        measure("replies", list(replies(half, 1500, 11 + number)))
        measure("bounces with headers", list(bounces(half, 300, 21 + number, headers=True)))
        measure("bounces, text only", list(bounces(half, 300, 31 + number, headers=False)))
        false_holds(measure("ordinary mail", list(ordinary(half, 1200, 41 + number))))
    print("\n==== the seven rounds ====")
    measure("opt-outs", rounds(OPT_OUT, "opt-out", 51))
    measure("automatic replies", rounds(AWAY, "out-of-office", 52))
    measure("bounces, text only", rounds(NOTICES, "bounce", 53))
    false_holds(measure("near misses", rounds(ORDINARY, "", 54)))
    for number in ASKED:
        print(f"\n==== round {number} ====")
        measure("opt-outs", rounds(ASKED[number], "opt-out", 60 + number))
        measure("bounces, text only", rounds(RETURNED[number], "bounce", 70 + number))
        false_holds(measure("ordinary mail", rounds(ORDINARY_LATER[number], "", 80 + number)))


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["public", folder, *rest]:
            measure_public(Path(folder), misses="--misses" in rest)
        case _:
            main()
