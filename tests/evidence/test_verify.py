"""One line in, one line out, in order, whatever the line holds."""

import json

import pytest

from sheetsync.evidence.verify import LONGEST_LINE, verify_lines

CELLS = {"Note": "Uses paper forms for dock planning."}


def answers(*lines: str) -> list[dict]:
    return [json.loads(answer) for answer in verify_lines(lines)]


def test_a_line_is_answered_with_verdict_reasons_and_claims():
    text = "You use paper forms for dock planning."
    assert answers(json.dumps({"cells": CELLS, "text": text})) == [
        {
            "verdict": "ok",
            "reasons": [],
            "claims": [
                {
                    "text": text,
                    "quote": "Uses paper forms for dock planning",
                    "column": "Note",
                    "ok": True,
                }
            ],
        }
    ]


def test_given_citations_are_checked():
    claim = {"text": "You use paper forms.", "quote": "Uses paper forms", "column": "Note"}
    good, bad = answers(
        json.dumps({"cells": CELLS, "text": claim["text"], "claims": [claim]}),
        json.dumps(
            {"cells": CELLS, "text": claim["text"], "claims": [{**claim, "quote": "Uses pen"}]}
        ),
    )
    assert good["verdict"] == "ok"
    assert bad["verdict"] == "held"
    assert "Uses pen" in bad["reasons"][0]


@pytest.mark.parametrize(
    "line",
    [
        "",
        "{",
        "[]",
        "7",
        "null",
        "[" * 100_000,
        '{"text": "x"}',
        '{"cells": {}, "text": 5}',
        '{"cells": {"a": 5}, "text": "x"}',
        '{"cells": [], "text": "x"}',
        '{"cells": {}, "text": "x", "claims": {}}',
        '{"cells": {}, "text": "x", "claims": [{"text": "x"}]}',
        '{"cells": {}, "text": "x", "claims": ["x"]}',
        "x" * (LONGEST_LINE + 1),
    ],
    ids=lambda line: line[:40],
)
def test_a_malformed_line_is_held_by_its_number_and_the_next_is_still_answered(line: str):
    first, broken, last = answers(
        json.dumps({"cells": CELLS, "text": "You use paper forms."}),
        line,
        json.dumps({"cells": CELLS, "text": "You use paper forms."}),
    )
    assert first["verdict"] == last["verdict"] == "ok"
    assert broken["verdict"] == "held"
    assert broken["reasons"][0].startswith("line 2 ")
    assert broken["claims"] == []


def test_answers_are_plain_ascii_on_one_line():
    line = json.dumps({"cells": {"Note": "\ud800 é\n"}, "text": "Zoë \ud800 grew 5%.\nYou too."})
    (answer,) = verify_lines([line])
    assert answer.isascii()
    assert "\n" not in answer
