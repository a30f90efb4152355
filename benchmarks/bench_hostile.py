"""How long a stranger's text can keep a sync busy, and that it grows in step with the text.

CPU seconds at 12,500 and at 50,000 characters, in one run. Four times the text may take
:data:`MOST` times as long: a pattern that backtracks takes sixteen times and more. Exit code 1:
something grows faster. Run ``python -m benchmarks.bench_hostile``.
"""

import sys
import time
from collections.abc import Callable
from datetime import date

from sheetsync.evidence.gate import judge
from sheetsync.evidence.verdict import Draft
from sheetsync.replies.actions import next_action
from sheetsync.replies.notes import clean_note
from sheetsync.replies.reply import read_reply
from tests.evidence.test_gate import HOSTILE
from tests.replies.test_hostile import MAIL, PIECES

TODAY = date(2026, 11, 22)
SIZE = 50_000
MOST = 10.0
FLOOR = 0.05
"""Seconds that are too short to compare."""

MORE = {"sentences": "Please call Ann on 3 May, we will send it. "}
READERS: dict[str, Callable[[str], object]] = {
    "judged against": lambda text: judge(
        Draft("You grew 5% and data may not fall."), {"Note": text, "Company": text}
    ),
    "read as a reply": lambda text: read_reply(text, today=TODAY),
    "read as a bounce": lambda text: read_reply(MAIL + text, today=TODAY),
    "cleaned as a note": lambda text: clean_note(text, 280),
    "searched for an action": lambda text: next_action(text, today=TODAY),
}


def seconds(read: Callable[[str], object], text: str) -> float:
    """CPU seconds of one reading."""
    began = time.process_time()
    read(text)
    return time.process_time() - began


def main() -> int:
    failed = False
    for name, read in READERS.items():
        worst, label = 0.0, ""
        for piece, text in {**HOSTILE, **PIECES, **MORE}.items():
            whole = (text * SIZE)[:SIZE]
            short, long = seconds(read, whole[: SIZE // 4]), seconds(read, whole)
            if long > worst:
                worst, label = long, piece
            if long > FLOOR and long > MOST * short:
                failed = True
                print(f"FAIL     {name}, {piece}: {short:.3f} s, then {long:.3f} s")
        print(f"{name}: {worst:.2f} s at most for {SIZE:,} characters ({label})")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
