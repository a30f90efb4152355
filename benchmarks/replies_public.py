"""Measure how public mail is read: recall per class and per set, confusions, false holds.

``python -m benchmarks.bench_replies public FOLDER`` reads FOLDER/labels.jsonl, one JSON
object a line with "text", "label", "source" and "set". The mail itself is other people's and no part
of this project. A label is one of the seven classes; "a|b" where readers would differ;
"ordinary" for any answer of a person; "delay" for a report that a server still tries, which
must be neither a bounce nor a request to stop.

Recall in 2026-11 at first sight and after the misses had been looked at and mended. "Later" is of
111 texts gathered after that, a few of them near an earlier one: what the unmended and the mended
version made of them before anybody looked at what was missed.

    set                                   n   first   mended   later: n   first   mended
    opt-outs, over 20 languages, text   283  82.7 %    100 %         46  93.5 %    100 %
    automatic replies, text             127  81.9 %   99.2 %         16  93.8 %    100 %
    automatic replies, headers            6    4/6      6/6
    bounces, headers                    233   100 %    100 %
    bounces, all visible text           274  92.0 %   98.9 %         12  91.7 %   91.7 %
    bounces, first text part only       130  97.7 %    100 %
    delays, headers or text              32  81.2 %    100 %          1     1/1      1/1
    questions                            59  93.2 %   98.3 %          8     8/8      8/8
    positive                             36  88.9 %   88.9 %          6     6/6      6/6
    negative                             64  95.3 %   95.3 %          6     6/6      6/6
    neutral                              57  96.5 %   96.5 %          6     6/6      6/6
    held falsely:
    answers, many made to resemble      299   4.7 %    2.0 %         34   5.9 %    5.9 %
    ordinary mail, text                 299   1.7 %    0.7 %
    ordinary mail, headers              293   2.0 %    0.7 %

Confusions at first sight: opt-outs were read as neutral (link words and the law's nouns in small
languages); automatic replies as neutral, one as a bounce for its legal notice; bounces by their
text as neutral (14), as opt-outs for a server's "(spam)", "QUIT" or "End of message" (7) and as
negative (1); delays as opt-outs ("you do not need to resend", 6); ordinary mail as opt-outs for what a
list or a lawyer puts below it. What is left: source code, a legal notice alone, jokes ("stop! I
love it"), and bounces that never say that anything came back.

With headers the bounces are partly the test data of the library that reads them here.

Where it came from. Bounces and delays: the test data of flufl.bounce 6.0, Perl's
Mail::DeliveryStatus::BounceParser 1.543, baunsu 0.2.3 and Request Tracker 5.0.3; later some of
sisimai's. Ordinary mail: the answers in notmuch 0.37's test corpora (development lists), talon 1.4.4,
django-mailbox 4.10 and Request Tracker. Opt-outs, absences and answers: the tests and labelled
seeds of about twenty public reply classifiers and outreach tools, some of them quoting real
answers, labels on unsubscribe links and the wording of authorities; the adversarial answers are
theirs, written to resemble what is to be held.
"""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sheetsync.replies.reply import read_reply

TODAY = date(2026, 11, 22)
HOLDS = frozenset({"opt-out", "bounce", "out-of-office"})
PERSONS = frozenset({"question", "positive", "negative", "neutral"})


@dataclass(frozen=True)
class Public:
    """One labelled mail."""

    text: str
    label: str
    source: str
    group: str

    def right(self) -> frozenset[str]:
        """The classes that are right for it."""
        named = frozenset(self.label.split("|"))
        if "ordinary" in named:
            named |= PERSONS
        return named | PERSONS | {"out-of-office"} if "delay" in named else named


def read(folder: Path) -> Iterator[Public]:
    """Yield the mail of FOLDER/labels.jsonl; raises OSError or ValueError for a folder without."""
    with (folder / "labels.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            each = json.loads(line)
            yield Public(each["text"], each["label"], each["source"], each["set"])


def measure_public(folder: Path, *, misses: bool) -> None:
    """Print recall and confusions set by set, then how many persons' answers are held."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    wrong: list[tuple[Public, str, str]] = []
    held: Counter[str] = Counter()
    persons: Counter[str] = Counter()
    for mail in read(folder):
        reply = read_reply(mail.text, today=TODAY)
        right = mail.right()
        row = counts.setdefault((mail.group, mail.label.split("|")[0]), Counter())
        row["right" if reply.kind in right else reply.kind] += 1
        if reply.kind not in right:
            wrong.append((mail, reply.kind, reply.matched))
        if not right & HOLDS:
            persons[mail.group] += 1
            held[mail.group] += reply.kind in HOLDS
    for (group, label), row in sorted(counts.items()):
        total = row.total()
        taken = ", ".join(f"{kind} {n}" for kind, n in row.most_common() if kind != "right")
        print(f"{group:33} {label:14} {row['right'] / total:7.2%} of {total:4}   {taken}")
    print()
    for group, total in sorted(persons.items()):
        print(f"{group:33} held falsely   {held[group] / total:7.2%} of {total:4}")
    if misses:
        for mail, kind, matched in wrong:
            start = " ".join(mail.text.split())[:90]
            print(f"    {mail.label} read as {kind} [{matched[:60]}] {mail.source}: {start}")
