"""A service that misbehaves about files and batches: nothing is sent twice, nothing is lost, it is said."""

import time

import pytest

from sheetsync.ai import batches
from sheetsync.ai.collecting import UNKNOWN
from sheetsync.ai.jobs import JobState
from sheetsync.ai.ledger import Ledger
from sheetsync.ai.outcome import Trouble
from sheetsync.ai.reserving import OUT
from sheetsync.ai.sealed import sealed, unsealed
from tests.ai.asking import ask, many
from tests.ai.batching import spent, sync
from tests.ai.model_server import Does, ModelServer

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


@pytest.mark.parametrize("status", [400, 404, 405, 501])
@pytest.mark.parametrize("kind", ["POST /files", "POST /batches"])
def test_a_service_without_batches_is_asked_nothing_and_the_cells_say_what_to_do(
    server, place, kind, status
):
    server.batches.fails(kind, *[Does(status=status, body=error("x"))] * 3)
    came = sync(server, place, *many(3))
    assert set(came.states) == {WAITING}
    assert came.why == (
        "the model's service did not take the questions as a batch; run the sync without --batch"
    )
    assert spent(place) == (0, 0)
    assert came.budget.reserved == came.budget.calls == 0
    assert server.batches.files == {}
    assert server.batches.count(kind) == 1 + 2 * (status == 501 and kind == "POST /files")
    assert {a.state for a in ask(server, place, *many(3))} == {DONE}


@pytest.mark.parametrize(
    ("kind", "how", "words"),
    [
        ("POST /files", Does(status=401, body=error("invalid_api_key")), "does not accept the key"),
        ("POST /batches", Does(status=403, body=error("x")), "does not accept the key"),
        ("POST /files", Does(status=429, body=error("insufficient_quota")), "no credit"),
        ("POST /batches", Does(status=400, body=error("billing_hard_limit_reached")), "no credit"),
        ("POST /batches", Does(status=429, body=error("rate")), "too much to do"),
        ("POST /files", Does(delay=3.0), "did not answer in time"),
        ("POST /files", Does(reset=True), "connection to the model broke"),
        ("POST /files", Does(body="<html>hello</html>"), "out of order"),
    ],
)
def test_what_keeps_a_batch_from_being_sent_is_said_and_leaves_nothing_reserved(
    server, place, kind, how, words
):
    never = {"x-should-retry": "false"}
    server.batches.fails(kind, *[Does(**{**_as_dict(how), "headers": never})] * 3)
    came = sync(server, place, *many(3), timeout_s=0.7)
    assert set(came.states) == {WAITING}
    assert words in came.why
    assert spent(place) == (0, 0)
    server.batches.faults.clear()
    assert sync(server, place, *many(3)).sent == 3


def _as_dict(how):
    return {name: getattr(how, name) for name in how.__dataclass_fields__}


def test_a_service_that_is_not_there_is_said_and_nothing_stays_reserved(place):
    with ModelServer() as gone:
        pass
    came = sync(gone, place)
    assert "cannot be reached" in came.why
    assert spent(place) == (0, 0)


def test_a_service_without_time_for_a_moment_takes_the_file_at_the_next_try(server, place):
    server.batches.fails("POST /files", Does(status=503, body="", headers={"retry-after": "0.1"}))
    assert sync(server, place).sent == 1


@pytest.mark.parametrize("how", [Does(reset=True), Does(delay=2.0)])
def test_a_batch_whose_creation_is_unclear_is_found_again_and_not_sent_twice(server, place, how):
    server.batches.fails("POST /batches", how)
    came = sync(server, place, *many(3), timeout_s=0.7)
    assert set(came.states) == {WAITING}
    assert spent(place)[0] == 3, "it stays reserved"
    assert set(sync(server, place, *many(3)).states) == {DONE}
    assert len(server.batches.known) == 1
    assert len(server.billed) == 3
    assert server.batches.files == {}


@pytest.mark.parametrize(
    "how", [Does(status=503, body=""), Does(body="<html>hello</html>"), Does(body={"object": "x"})]
)
def test_a_batch_that_the_service_does_not_have_is_sent_again_and_its_cost_stays_counted(
    server, place, how
):
    server.batches.fails("POST /batches", how)
    came = sync(server, place, *many(3))
    assert "out of order" in came.why
    assert sync(server, place, *many(3)).sent == 3
    assert spent(place)[0] == 6
    assert set(sync(server, place, *many(3)).states) == {DONE}


def test_a_batch_is_found_again_among_many_others(server, place):
    server.batches.fails("POST /batches", Does(reset=True))
    sync(server, place)
    own = server.batches.known["batch-1"]
    for number in range(2, 130):
        server.batches.known[f"batch-{number}"] = {
            **own,
            "id": f"batch-{number}",
            "metadata": None,
            "lines": [],
        }
    assert sync(server, place).states == [DONE]
    assert server.batches.count("GET /batches") == 2


@pytest.mark.parametrize(
    ("kind", "how", "words"),
    [
        ("GET /batches/*", Does(status=401, body=error("x")), "does not accept the key"),
        ("GET /batches/*", Does(status=404, body=error("x")), "knows no such batch"),
        ("GET /batches/*", Does(status=500, body="", headers={"x-should-retry": "false"}), "order"),
        ("GET /batches/*", Does(body="<html>hello</html>"), "out of order"),
        ("GET /files/*/content", Does(status=403, body=error("x")), "does not accept the key"),
    ],
)
def test_what_cannot_be_collected_now_is_said_and_collected_by_the_next_sync(
    server, place, kind, how, words
):
    sync(server, place)
    server.batches.fails(kind, how)
    came = sync(server, place)
    assert came.answers == [OUT]
    assert words in came.collected.sentences()[-1]
    assert sync(server, place).states == [DONE]
    assert len(server.billed) == 1


def test_where_no_batch_can_be_looked_at_the_others_are_not_tried(server, place):
    server.batches.held = True
    sync(server, place, *many(1))
    sync(server, place, *many(2))
    asked = server.batches.count("GET /batches/*")
    server.batches.fails("GET /batches/*", *[Does(status=401, body=error("x"))] * 2)
    sync(server, place, *many(2))
    assert server.batches.count("GET /batches/*") == asked + 1


@pytest.mark.parametrize("days", [2, 4])
def test_a_batch_that_its_service_does_not_know_is_given_up_after_three_days(server, place, days):
    sync(server, place)
    server.batches.known.clear()
    (out,) = Ledger.read(place).batches.values()
    came = sync(server, place, now=out.at + days * 86_400)
    assert came.sent == (days > 3)
    assert came.collected.still_out == (days < 3)


def test_a_list_that_the_service_does_not_give_leaves_the_batch_open_for_three_days(server, place):
    server.batches.fails("POST /batches", Does(reset=True))
    sync(server, place)
    for days, sent in ((1, 0), (4, 1)):
        server.batches.fails("GET /batches", Does(status=404, body=error("x")))
        (out,) = Ledger.read(place).batches.values()
        assert sync(server, place, now=out.at + days * 86_400).sent == sent


@pytest.fixture
def elsewhere():
    with ModelServer() as own:
        yield own


def test_a_batch_whose_creation_was_unclear_is_not_given_up_at_another_service(
    server, elsewhere, place
):
    server.batches.fails("POST /batches", Does(reset=True))
    sync(server, place)
    came = sync(elsewhere, place)
    assert came.answers == [OUT]
    assert UNKNOWN in came.collected.sentences()[-1]
    assert sync(server, place).states == [DONE], "the one that has it still gives its answers"
    assert len(server.billed) == 1


def test_after_three_days_a_batch_of_another_service_is_given_up_and_stays_counted(
    server, elsewhere, place
):
    server.batches.fails("POST /batches", Does(reset=True))
    sync(server, place)
    (out,) = Ledger.read(place).batches.values()
    assert sync(elsewhere, place, now=out.at + 4 * 86_400).sent == 1
    assert spent(place)[0] == 2


def test_a_batch_of_which_an_earlier_version_noted_no_service_counts_as_of_this_one(server, place):
    server.batches.fails("POST /batches", Does(status=503, body=""))
    sync(server, place)
    kept = [unsealed(line) for line in place.read_bytes().splitlines()]
    for record in kept:
        record.pop("address", None)
    place.write_bytes(b"".join(map(sealed, kept)))
    with ModelServer() as other:
        assert sync(other, place).sent == 1


@pytest.mark.parametrize(
    "other", [{"metadata": {"sheetsync": "another"}}, {"input_file_id": "file-99"}]
)
def test_a_batch_that_is_not_ours_is_neither_read_nor_deleted(server, place, other):
    sync(server, place)
    known = server.batches.known["batch-1"]
    known |= other
    for days, sent in ((1, 0), (4, 1)):
        (out,) = Ledger.read(place).batches.values()
        came = sync(server, place, now=out.at + days * 86_400)
        assert came.sent == sent
    assert server.batches.count("GET /files/*/content") == 0
    assert server.batches.count("DELETE /files/*") == 0
    assert spent(place)[0] == 2, "what it may have cost stays counted"


@pytest.mark.parametrize("silent", [{"metadata": None}, {"metadata": {}}, {"input_file_id": None}])
def test_a_service_need_not_give_back_what_it_was_told_of_a_batch(server, place, silent):
    sync(server, place)
    server.batches.known["batch-1"] |= silent
    assert sync(server, place).states == [DONE]


@pytest.mark.parametrize("status", ["in_progress", "cancelling", "error", None])
def test_a_batch_that_never_ends_is_given_up_after_three_days_and_stays_counted(
    server, place, status
):
    sync(server, place, *many(2))
    server.batches.held = True
    server.batches.known["batch-1"]["status"] = status
    (out,) = Ledger.read(place).batches.values()
    assert sync(server, place, *many(2), now=out.at + 86_400).answers == [OUT] * 2
    came = sync(server, place, *many(2), now=out.at + 4 * 86_400)
    assert came.collected.without == {Trouble.MISSING: 2}
    assert came.sent == 2
    assert spent(place)[0] == 4


def test_what_a_batch_holds_that_never_ended_is_used_when_it_is_given_up(server, place):
    server.batches.end = "error"
    sync(server, place)
    assert sync(server, place).answers == [OUT]
    (out,) = Ledger.read(place).batches.values()
    assert sync(server, place, now=out.at + 4 * 86_400).states == [DONE]


def test_a_clock_that_was_ahead_does_not_keep_a_batch_for_ever(server, place, monkeypatch):
    now = time.time()
    with monkeypatch.context() as patch:
        patch.setattr(time, "time", lambda: now + 400 * 86_400)
        sync(server, place)
    server.batches.known.clear()
    for days, sent in ((0, 0), (2, 0), (4, 1)):
        assert sync(server, place, now=now + days * 86_400).sent == sent


def test_of_a_batch_from_the_future_nothing_is_lost(server, place, monkeypatch):
    now = time.time()
    with monkeypatch.context() as patch:
        patch.setattr(time, "time", lambda: now + 400 * 86_400)
        sync(server, place)
    assert sync(server, place, now=now).states == [DONE]


def test_of_several_batches_those_after_a_refused_one_are_not_tried(server, place, monkeypatch):
    monkeypatch.setattr(batches, "MOST_LINES", 2)
    server.batches.fails("POST /batches", Does(status=429, body=error("rate")))
    came = sync(server, place, *many(6))
    assert len({answer.why for answer in came.answers}) == 1
    assert server.batches.count("POST /files") == 1
    assert came.budget.reserved == came.budget.calls == 0
    assert spent(place) == (0, 0)
    came = sync(server, place, *many(6))
    assert len(server.batches.known) == 3
    assert set(sync(server, place, *many(6)).states) == {DONE}
