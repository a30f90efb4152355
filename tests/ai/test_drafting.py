"""The gate in the loop: held, written again at most twice, quoted instead, or left to a person."""

from collections.abc import Iterable

import pytest

from sheetsync.ai.drafting import dialogue
from sheetsync.ai.jobs import UNKNOWN, Answer, Claim, JobState
from sheetsync.ai.outcome import Trouble
from sheetsync.ai.writing import Cleared, Held, cleared, through_gate
from sheetsync.evidence.gate import judge
from sheetsync.evidence.verdict import Draft, VerdictKind
from tests.ai.asking import MESSAGE, NOTES, job

TRUE = "The careers page lists 14 open roles."
FALSE = "The careers page lists 40 open roles."
WILD = "Quantum giraffes adore your spreadsheets."


def values(*sentences: str, letter: str = "f") -> dict[str, object]:
    said = [{"text": text, "claims": []} for text in sentences]
    if letter == "g":
        return {"AI variants": [{"letter": "B", "sentences": said}]}
    return {"AI subject": "Roles", "AI draft": said} if letter == "f" else {"AI next touch": said}


def talk(own, replies: Iterable[object]):
    """Go through a dialogue with these replies; gives the requests and the answer."""
    going, requests = dialogue(own, "model"), []
    replies = iter(replies)
    try:
        requests.append(next(going))
        while True:
            requests.append(going.send(next(replies)))
    except StopIteration as end:
        return requests, end.value


def test_a_draft_that_stands_is_not_written_again():
    requests, answer = talk(job("f"), [values(TRUE)])
    assert len(requests) == 1
    assert TRUE in answer.cells["AI draft"]
    (quote,) = [claim.quote for claim in answer.claims if claim.column == "AI draft"]
    assert quote in TRUE
    assert "14 open roles" in quote


def test_a_held_draft_is_written_again_twice_at_most_and_then_quoted():
    requests, answer = talk(job("f"), [values(FALSE, "How is it?")] * 3)
    assert len(requests) == 3
    assert [len(request.held) for request in requests] == [0, 1, 1]
    assert "40" in requests[1].held[0]["Why"]
    assert answer.state is JobState.DONE
    assert "40" not in answer.cells["AI draft"]
    assert "14 open roles" in answer.cells["AI draft"]


def test_what_no_quotation_comes_near_is_left_out_or_left_to_a_person():
    _, answer = talk(job("f"), [values(WILD, TRUE)] * 3)
    assert WILD not in answer.cells["AI draft"]
    assert TRUE in answer.cells["AI draft"]
    _, answer = talk(job("f"), [values(WILD)] * 3)
    assert answer.state is JobState.FAILED
    assert answer.cells == {}
    assert "write the message yourself" in answer.why


def test_an_answer_without_a_sentence_is_no_message():
    _, answer = talk(job("f"), [values()] * 3)
    assert answer.state is JobState.FAILED


@pytest.mark.parametrize("trouble", [Trouble.REFUSED, Trouble.UNREADABLE])
def test_a_rewrite_that_fails_leaves_the_first_draft_to_be_mended(trouble):
    _, answer = talk(job("f"), [values(FALSE, TRUE), trouble, trouble])
    assert TRUE in answer.cells["AI draft"]
    assert FALSE not in answer.cells["AI draft"]


def test_a_rewrite_that_waits_leaves_the_job_waiting():
    _, answer = talk(job("f"), [values(FALSE), Trouble.BUSY])
    assert answer.state is JobState.WAITING
    budget = Answer({}, state=JobState.WAITING, why="the budget is used up")
    _, answer = talk(job("f"), [values(FALSE), budget])
    assert answer is budget


def test_r46_a_sentence_that_was_sent_before_is_not_sent_again():
    own = job("h", inputs={"Sent so far": f"Hello Dana,\n\n{TRUE}"})
    requests, answer = talk(
        own, [values(TRUE, letter="h"), values("Is that still so?", letter="h")]
    )
    assert requests[1].held[0]["Why"] == "it was sent before"
    assert TRUE not in answer.cells["AI next touch"]


def test_greeting_and_footer_are_the_programs_and_no_model_sees_them():
    requests, answer = talk(job("f"), [values(TRUE)])
    text = answer.cells["AI draft"]
    assert text.startswith("Hello Dana,\n\n")
    assert text.endswith(f"{MESSAGE['Opt-out sentence']}\n\nBest regards\n{MESSAGE['Sender']}")
    sent = "".join(each["content"] for each in requests[0].messages("0"))
    assert all(MESSAGE[name] not in sent for name in ("Contact", "Sender", "Opt-out sentence"))


@pytest.mark.parametrize(
    "text",
    [
        FALSE,
        WILD,
        "=HYPERLINK(1)",
        "See https://evil.example now.",
        "Pay \u202e01\u202c.",
        f"{TRUE} {FALSE}",
    ],
)
def test_r58_nothing_that_the_gate_holds_is_ever_cleared_or_comes_into_a_cell(text):
    own = job("f")
    assert isinstance(cleared(own, "AI draft", f"Hello Dana,\n\n{text}"), Held)
    lie = Answer({"AI subject": "x", "AI draft": text}, (Claim("AI draft", TRUE, "Source notes"),))
    assert through_gate(own, lie).cells["AI draft"] == UNKNOWN


def test_what_is_cleared_carries_the_quotes_that_the_program_found():
    done = cleared(job("f"), "AI draft", f"Hello Dana,\n\n{TRUE}")
    assert isinstance(done, Cleared)
    assert [claim.quote in NOTES for claim in done.claims] == [True]
    assert judge(Draft(done.text), job("f").evidence).kind is VerdictKind.OK


def test_a_subject_that_claims_what_no_cell_says_gives_way_to_the_companys_name():
    lies = {**values(TRUE), "AI subject": "Your 40 open roles"}
    _, answer = talk(job("f"), [lies])
    assert answer.cells["AI subject"] == "Nordhafen"
