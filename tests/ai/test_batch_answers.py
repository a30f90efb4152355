"""What comes back of a batch: each answer judged as in a call of its own, the rest free or kept counted."""

import json

import pytest

from sheetsync.ai.budget import Caps
from sheetsync.ai.jobs import JobState
from sheetsync.ai.ledger import Ledger
from sheetsync.ai.outcome import Trouble
from sheetsync.ai.reserving import OUT
from tests.ai.asking import COST, ask, job, many
from tests.ai.batching import DAY, spent, sync
from tests.ai.model_server import Does, ModelServer, honest

DONE, WAITING, FAILED, LATER = JobState.DONE, JobState.WAITING, JobState.FAILED, JobState.LATER


@pytest.fixture
def server():
    with ModelServer() as own:
        yield own


@pytest.fixture
def place(tmp_path):
    return tmp_path / "ledger.jsonl"


def error(code, message=""):
    return {"error": {"message": message or code, "code": code, "type": "x", "param": None}}


def changed(**values):
    return Does(content=lambda asked: json.dumps({**honest(asked), **values}))


LASTING = [
    Does(refusal="I cannot."),
    Does(finish="content_filter"),
    Does(finish="length"),
    Does(content=lambda _: '{"mark": "x", "AI no'),
    Does(content=lambda _: "[" * 100_000),
    Does(body="<html>busy</html>"),
    Does(body={"choices": []}),
    Does(body={"choices": ["x"], "usage": "none"}),
    Does(body={"choices": [{"message": {"content": 7}, "finish_reason": "stop"}]}),
    Does(status=400, body=error("too_long")),
    Does(status=400, body=error("content_filter")),
    changed(mark="of another row"),
    changed(**{"AI note": 7}),
    changed(more="a column of its own"),
    changed(**{"AI note": [{"quote": "x" * 301, "column": "Company"}]}),
]


@pytest.mark.parametrize("number", range(len(LASTING)))
def test_what_a_question_comes_to_is_the_same_as_in_a_call_of_its_own(
    server, place, tmp_path, number
):
    server.does("a", LASTING[number])
    live = ask(server, tmp_path / "live.jsonl")[0]
    server.does("a", LASTING[number])
    sync(server, place)
    came = sync(server, place).answers[0]
    assert (came.state, came.why, came.cells) == (FAILED, live.why, {})
    assert sync(server, place).answers[0].why == live.why
    assert len(server.batches.lines) == 1, "what was paid for stays"
    assert spent(place) == Ledger.read(tmp_path / "live.jsonl").spent_on(DAY)


@pytest.mark.parametrize(
    ("how", "words"),
    [
        (Does(status=429, body=error("rate_limit")), "too much to do"),
        (Does(status=500, body={}), "out of order"),
        (Does(status=401, body=error("invalid_api_key")), "the key"),
        (Does(status=404, body=error("model_not_found")), "no such model"),
        (Does(status=429, body=error("insufficient_quota")), "credit"),
    ],
)
def test_a_question_that_could_not_be_answered_costs_nothing_and_is_asked_again(
    server, place, how, words
):
    server.does("a", how)
    sync(server, place, caps=Caps(calls_day=1))
    again = sync(server, place, caps=Caps(calls_day=1))
    assert again.answers == [OUT]
    assert again.sent == 1
    told = again.collected.sentences()[0]
    assert told.startswith("Without an answer: 1 of a batch’s questions; ")
    assert words in told
    assert sync(server, place).states == [DONE]
    assert spent(place) == (1, COST)


@pytest.mark.parametrize("end", ["expired", "cancelled", "canceled"])
def test_a_batch_that_ended_early_gives_what_it_has_and_the_rest_is_free(server, place, end):
    server.batches.end, server.batches.answered = end, 2
    sync(server, place, *many(5))
    came = sync(server, place, *many(5))
    assert came.states == [DONE, DONE, WAITING, WAITING, WAITING]
    assert came.sent == 3
    assert came.collected.sentences() == [
        "2 answers of a batch came back.",
        (
            "Without an answer: 3 of a batch’s questions; the batch ended before the model's "
            "service had come to it; it is asked again."
        ),
    ]
    server.batches.answered = 99
    assert set(sync(server, place, *many(5)).states) == {DONE}
    assert len(server.billed) == 5
    assert spent(place) == (5, 5 * COST)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("model_not_found", "no such model"),
        ("token_limit_exceeded", "too much to do"),
        ("billing_hard_limit_reached", "no credit"),
        ("invalid_json_line", "did not take the questions as a batch"),
        ("", "did not take the questions as a batch"),
    ],
)
def test_a_batch_that_was_not_begun_is_free_says_why_and_is_sent_again_by_a_later_sync(
    server, place, code, words
):
    server.batches.end, server.batches.refusal = "failed", code
    sync(server, place, *many(2))
    came = sync(server, place, *many(2))
    assert set(came.states) == {WAITING}
    assert words in came.why
    assert came.sent == 0, "the same batch would only fail once more"
    assert spent(place) == (0, 0)
    server.batches.end = "completed"
    assert sync(server, place, *many(2)).sent == 2
    assert set(sync(server, place, *many(2)).states) == {DONE}


def test_answers_find_their_questions_in_any_order_and_once_each(server, place):
    def failed(line):
        return json.dumps({**json.loads(line), "response": None, "error": {"code": "x"}})

    def mixed(answers, errors):
        foreign = answers[0].replace(json.loads(answers[0])["custom_id"], "of somebody else")
        twice = [answers[0], failed(answers[0])]
        return [failed(answers[1]), foreign, *reversed(answers), *twice], errors

    server.batches.shown = mixed
    jobs = [
        job("a", f"L-{n}", inputs={"Source notes": f"They run {n + 3} docks."}) for n in range(6)
    ]
    sync(server, place, *jobs)
    came = sync(server, place, *jobs)
    assert [answer.cells["AI note"] for answer in came.answers] == [
        f"They run {n + 3} docks" for n in range(6)
    ]
    assert came.collected.answers == 6
    assert spent(place) == (6, 6 * COST)


def test_answers_that_were_exchanged_are_not_used(server, place):
    def exchanged(answers, errors):
        ids = [json.loads(line)["custom_id"] for line in answers]
        return [
            line.replace(own, other)
            for line, own, other in zip(answers, ids, reversed(ids), strict=True)
        ], errors

    server.batches.shown = exchanged
    sync(server, place, *many(2))
    came = sync(server, place, *many(2))
    assert set(came.states) == {FAILED}
    assert "another row" in came.why


def test_a_broken_line_is_its_own_questions_failure_and_nobody_elses(server, place):
    server.batches.shown = lambda answers, errors: ([answers[0][:-40], *answers[1:]], errors)
    sync(server, place, *many(3))
    came = sync(server, place, *many(3))
    assert came.states == [FAILED, DONE, DONE]
    assert "not in the form" in came.why


@pytest.mark.parametrize("line", [None, "…", "[]", '{"custom_id": 7}'])
def test_an_answer_that_is_missing_counts_as_paid_for_and_is_asked_again(server, place, line):
    lost = [line] if line is not None else []
    server.batches.shown = lambda answers, errors: ([*lost, *answers[1:]], errors)
    sync(server, place, *many(3))
    came = sync(server, place, *many(3))
    assert came.states == [WAITING, DONE, DONE]
    assert came.sent == 1
    assert "not among those of the batch" in came.collected.sentences()[1]
    calls, parts = spent(place)
    assert calls == 4
    assert parts > 2 * COST, "it may have been paid for"


def unanswered(code):
    """Every question comes back without a response, whatever it was worked off for."""

    def shown(answers, errors):
        error = {"code": code} if code else None
        lines = [json.loads(line) for line in [*answers, *errors]]
        return [], [json.dumps({**line, "response": None, "error": error}) for line in lines]

    return shown


@pytest.mark.parametrize(
    ("end", "code", "trouble"),
    [
        ("completed", "", Trouble.MISSING),
        ("completed", "request_timeout", Trouble.MISSING),
        ("completed", "request_failed", Trouble.MISSING),
        ("completed", "batch_expired", Trouble.UNANSWERED),
        ("completed", "batch_canceled", Trouble.UNANSWERED),
        ("expired", "", Trouble.UNANSWERED),
        ("cancelled", "", Trouble.UNANSWERED),
    ],
)
def test_a_line_without_a_response_is_free_only_where_something_says_that_it_was_not_run(
    server, place, end, code, trouble
):
    server.batches.end, server.batches.shown = end, unanswered(code)
    sync(server, place)
    came = sync(server, place)
    assert came.collected.without == {trouble: 1}
    assert came.sent == 1
    assert spent(place)[0] == (2 if trouble is Trouble.MISSING else 1)


def test_i6_a_service_that_never_says_what_became_of_a_line_is_not_paid_without_bound(
    server, place
):
    server.batches.shown = unanswered("x")
    caps = Caps(calls_day=2)
    assert [sync(server, place, caps=caps).sent for _ in range(4)] == [1, 1, 0, 0]
    assert len(server.billed) == 2


@pytest.mark.parametrize("end", ["expired", "cancelled"])
def test_answers_of_a_batch_that_ended_early_count_as_paid_for_if_their_file_is_gone(
    server, place, end
):
    server.batches.end, server.batches.answered = end, 2
    sync(server, place, *many(5))
    server.batches.fails("GET /files/*/content", Does(status=404, body=error("x")))
    came = sync(server, place, *many(5))
    assert came.collected.without == {Trouble.MISSING: 2, Trouble.UNANSWERED: 3}
    assert spent(place)[0] == 2 + came.sent


def test_answers_of_a_batch_that_ended_early_count_as_paid_for_if_their_file_is_none(server, place):
    server.batches.end = "expired"
    page = Does(body="<html>please log in</html>")
    sync(server, place)
    server.batches.fails("GET /files/*/content", page)
    (out,) = Ledger.read(place).batches.values()
    came = sync(server, place, now=out.at + 4 * 86_400)
    assert came.collected.without == {Trouble.MISSING: 1}


def test_a_file_that_is_none_is_left_for_the_next_sync_but_not_for_ever(server, place):
    page = Does(body="<html>please log in</html>")
    server.batches.fails("GET /files/*/content", page, page)
    sync(server, place)
    came = sync(server, place)
    assert came.answers == [OUT]
    assert "Not all answers of a batch could be collected" in came.collected.sentences()[1]
    (out,) = Ledger.read(place).batches.values()
    assert sync(server, place, now=out.at + 4 * 86_400).collected.without.total() == 1
    sync(server, place)
    assert sync(server, place).states == [DONE]


def test_what_nobody_asks_any_more_is_settled_and_paid_for_once_all_the_same(server, place):
    sync(server, place, job("a"))
    came = sync(server, place, job("a", redo=1))
    assert came.collected.answers == 1
    assert came.sent == 1
    assert spent(place)[0] == 2
    assert sync(server, place, job("a"), job("a", redo=1)).states == [DONE, DONE]
    assert len(server.billed) == 2


def test_the_files_are_deleted_at_the_service_once_everything_stands_here(server, place):
    server.does("a", Does(status=400, body=error("too_long")))
    sync(server, place, *many(3))
    assert len(server.batches.files) == 1
    sync(server, place, *many(3))
    assert server.batches.files == {}
    assert server.batches.count("DELETE /files/*") == 3


def test_files_that_cannot_be_deleted_are_no_error(server, place):
    server.batches.fails("DELETE /files/*", Does(status=500, body=""), Does(reset=True))
    sync(server, place)
    assert sync(server, place).states == [DONE]
    requests = len(server.batches.requests)
    assert sync(server, place).states == [DONE]
    assert len(server.batches.requests) == requests, "a closed batch is never looked at again"


def test_answers_that_somebody_has_deleted_count_as_paid_for_and_are_asked_again(server, place):
    sync(server, place)
    server.batches.fails("GET /files/*/content", Does(status=404, body=error("x")))
    came = sync(server, place)
    assert came.sent == 1
    assert spent(place)[0] == 2


def test_without_a_count_of_the_service_the_most_that_a_line_can_cost_is_charged(server, place):
    server.does("a", Does(usage=False))
    sync(server, place)
    before = spent(place)
    assert sync(server, place).states == [DONE]
    assert spent(place) == before


@pytest.mark.parametrize(
    ("refused", "tries"), [(["json_schema"], 3), (["store", "maxLength"], 3), (["json_"], 4)]
)
def test_a_service_that_minds_how_questions_are_put_gets_the_next_batch_put_otherwise(
    server, place, refused, tries
):
    def judge(asked):
        minded = next((name for name in refused if name in json.dumps(asked.body)), None)
        shown = "store" if minded == "store" else "response_format"
        if minded:
            server.does(asked.job, Does(status=400, body=error("x", f"unknown: {shown}")))
        else:
            server.does(asked.job, Does(content=lambda a: json.dumps(plain(a))))

    def plain(asked):
        quoted = [{"quote": "opened a second cross-dock", "column": "Source notes"}]
        columns = ("AI note", "AI suggested problem", "AI suggested signal")
        return {"mark": asked.nonce, **dict.fromkeys(columns, quoted)}

    server.on_call = judge
    for turn in range(tries + 1):
        came = sync(server, place, *many(2))
        assert ("put otherwise" in "".join(came.collected.sentences())) is (0 < turn < tries)
    assert came.states == [DONE, DONE]
    assert len(server.billed) == 2
    sync(server, place, *many(3))
    assert sync(server, place, *many(3)).states == [DONE] * 3
    assert len(server.batches.known) == tries + 1, "it is remembered from run to run"
