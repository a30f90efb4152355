"""A run that dies while it sends or collects a batch: nothing paid twice, nothing lost, no cap passed."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from sheetsync.ai.budget import Caps
from sheetsync.ai.jobs import JobState
from sheetsync.ai.ledger import Ledger
from sheetsync.ai.reserving import NO_RECORD, OUT
from sheetsync.ai.terms import STOPPED
from tests.ai.asking import COST, many
from tests.ai.batching import spent, sync
from tests.ai.model_server import Does, ModelServer

ROOT = Path(__file__).parents[2]
CAPS = Caps(calls_day=12, pico_day=1_000 * COST)

_CHILD = """
import os, sys
from pathlib import Path
from sheetsync.ai.batch_calls import BatchCalls
from sheetsync.ai.ledger import Ledger
from tests.ai.asking import many
from tests.ai.batching import sync
from tests.ai.test_batch_crashes import CAPS

class Server:
    url = sys.argv[1]

boundary, place = sys.argv[2], Path(sys.argv[3])

def dies(moment):
    if moment == boundary:
        os._exit(9)

def around(owner, name, what):
    real = getattr(owner, name)
    def does(self, *given):
        told = what(*given)
        dies(f"before {told}")
        result = real(self, *given)
        dies(f"after {told}")
        return result
    setattr(owner, name, does)

around(Ledger, "append", lambda records: f"noting {records[-1]['kind']}" if records else "")
for name in ("upload", "create", "look", "fetch", "discard"):
    around(BatchCalls, name, lambda *_, name=name: name)
sync(Server, place, *many(4), caps=CAPS)
"""

SENDING = (
    "before noting batch",
    "after noting batch",
    "before upload",
    "after upload",
    "before create",
    "after create",
    "before noting batch sent",
    "after noting batch sent",
)
COLLECTING = (
    "before look",
    "after look",
    "before fetch",
    "after fetch",
    "before noting answer",
    "after noting answer",
    "before discard",
    "after discard",
    "before noting batch closed",
    "after noting batch closed",
)


@pytest.fixture
def server():
    with ModelServer() as own:
        yield own


@pytest.fixture
def place(tmp_path):
    return tmp_path / "ledger.jsonl"


def dies(server, place, boundary):
    child = [sys.executable, "-c", _CHILD, server.url, boundary, str(place)]
    return subprocess.run(child, cwd=ROOT, check=False).returncode == 9


@pytest.mark.no_cover
@pytest.mark.parametrize("boundary", SENDING + COLLECTING)
def test_i6_a_crash_at_any_boundary_of_a_batch_pays_for_each_question_once(server, place, boundary):
    if boundary in COLLECTING:
        sync(server, place, *many(4), caps=CAPS)
    assert dies(server, place, boundary)
    assert spent(place)[0] <= CAPS.calls_day
    told = []
    for _ in range(3):
        came = sync(server, place, *many(4), caps=CAPS)
        assert spent(place)[0] <= CAPS.calls_day
        told += came.collected.sentences()
    again = boundary in COLLECTING[COLLECTING.index("after noting answer") :]
    assert told[-1:] == ([] if again else ["4 answers of a batch came back."])
    assert came.states == [JobState.DONE] * 4
    keys = [asked.key for asked in server.billed]
    assert len(keys) == len(set(keys)) == 4
    calls, parts = spent(place)
    assert calls >= 4
    assert parts >= 4 * COST, "no paid answer is forgotten"
    ledger = Ledger.read(place)
    assert ledger.batches == ledger.out == {}


def fails_at(monkeypatch, number):
    """The disk is full from one write on."""
    fsync, calls = os.fsync, []

    def full(file):
        calls.append(file)
        if len(calls) >= number:
            raise OSError("no space left on device")
        fsync(file)

    monkeypatch.setattr(os, "fsync", full)


def test_a_full_disk_stops_the_sending_before_anything_is_uploaded(server, place, monkeypatch):
    with monkeypatch.context() as patch:
        fails_at(patch, 1)
        came = sync(server, place, *many(3))
    assert {answer.why for answer in came.answers} == {NO_RECORD}
    assert server.batches.requests == []
    assert came.budget.reserved == came.budget.calls == 0
    assert sync(server, place, *many(3)).sent == 3


def test_a_batch_whose_id_could_not_be_kept_is_found_by_its_name(server, place, monkeypatch):
    with monkeypatch.context() as patch:
        fails_at(patch, 2)
        assert sync(server, place, *many(3)).answers == [OUT] * 3
    with monkeypatch.context() as patch:
        fails_at(patch, 1)
        assert NO_RECORD in sync(server, place, *many(3)).collected.sentences()[-1]
    assert sync(server, place, *many(3)).states == [JobState.DONE] * 3
    assert len(server.billed) == 3


@pytest.mark.parametrize("number", [1, 2])
def test_answers_that_could_not_be_kept_are_collected_again(server, place, monkeypatch, number):
    sync(server, place, *many(3))
    with monkeypatch.context() as patch:
        fails_at(patch, number)
        came = sync(server, place, *many(3))
    assert NO_RECORD in came.collected.sentences()[-1]
    assert came.collected.answers == (0 if number == 1 else 3)
    assert sync(server, place, *many(3)).states == [JobState.DONE] * 3
    assert len(server.billed) == 3
    assert Ledger.read(place).batches == {}


def test_a_refusal_that_could_not_be_kept_leaves_the_money_reserved_until_it_is_looked_up(
    server, place, monkeypatch
):
    server.batches.fails("POST /batches", Does(status=404, body={}))
    with monkeypatch.context() as patch:
        fails_at(patch, 2)
        assert "run the sync without --batch" in sync(server, place).why
    assert spent(place)[0] == 1
    assert sync(server, place).sent == 1
    assert sync(server, place).states == [JobState.DONE]


def test_the_records_of_a_batch_survive_damage_to_its_first_line(server, place):
    sync(server, place, *many(2))
    lines = [line for line in place.read_bytes().split(b"\n") if b'"kind":"batch",' not in line]
    place.write_bytes(b"\n".join(lines))
    came = sync(server, place, *many(2))
    assert came.sent == 2, "what nobody knows of any more is asked again"
    assert spent(place)[0] == 4, "and what it may have cost stays counted"


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no SIGINT to one process")
@pytest.mark.parametrize("kind", ["POST /files", "POST /batches"])
def test_ctrl_c_before_a_batch_is_created_takes_it_back_and_later_lets_it_arrive(
    server, place, kind
):
    def stops():
        while not server.batches.count(kind):
            time.sleep(0.01)
        os.kill(os.getpid(), signal.SIGINT)

    server.batches.fails(kind, Does(delay=0.6))
    person = threading.Thread(target=stops)
    person.start()
    came = sync(server, place, *many(2))
    person.join()
    assert server.batches.count("POST /files") == 1
    if kind == "POST /batches":
        assert came.answers == [OUT] * 2
        assert sync(server, place, *many(2)).states == [JobState.DONE] * 2
        return
    assert [(each.state, each.why) for each in came.answers] == [(JobState.LATER, STOPPED)] * 2
    assert server.batches.known == server.batches.files == {}
    assert came.budget.calls == came.budget.reserved == 0
    assert spent(place) == (0, 0)
    ledger = Ledger.read(place)
    assert ledger.batches == ledger.out == {}
    assert sync(server, place, *many(2)).sent == 2
