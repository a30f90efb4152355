"""One pass with a paid model: nothing twice, nothing over budget, nothing lost, whatever breaks when."""

import json
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
from tests.ai.asking import COST, PRICES, ask, job, many, session, usd
from tests.ai.model_server import Does, ModelServer

ROOT = Path(__file__).parents[2]


@pytest.fixture
def server():
    with ModelServer() as own:
        yield own


@pytest.fixture
def place(tmp_path):
    return tmp_path / "ledger.jsonl"


def test_the_same_question_is_paid_for_once_within_a_run_and_after_it(server, place):
    ask(server, place, job("j", "L-1"), job("a", "L-1"), job("a", "L-2"))
    assert len(server.billed) == 2
    ask(server, place, job("a", "L-3"))
    assert len(server.billed) == 2


def test_each_answer_bears_its_own_cost_and_together_they_are_what_was_spent(server, place):
    server.delay = 0.05
    with session(server, place) as model:
        answers = model.answer(many(10))
        assert {answer.cost_usd for answer in answers} == {usd(COST)}
        assert sum(answer.cost_usd for answer in answers) == pytest.approx(model.spent.cost_usd)


def test_a_cell_that_a_person_has_cleared_is_asked_again_once(server, place):
    ask(server, place, job("a"))
    ask(server, place, job("a", redo=1))
    ask(server, place, job("a", redo=1))
    assert len(server.billed) == 2


def test_no_more_calls_are_made_than_a_run_may_make(server, place):
    answers = ask(server, place, *many(9), caps=Caps(calls_run=4))
    assert [answer.state for answer in answers].count(JobState.DONE) == 4
    waiting = [answer for answer in answers if answer.state is JobState.WAITING]
    assert {answer.why for answer in waiting} == {
        "the 4 calls of this run are used up; a later sync goes on"
    }
    assert len(server.asked) == 4


@pytest.mark.parametrize("cap", [COST, 10 * COST, 40 * COST])
def test_i6_money_is_reserved_before_it_is_spent_so_that_no_cap_is_ever_passed(server, place, cap):
    ask(server, place, *many(40), caps=Caps(pico_run=cap), at_once=8)
    assert len(server.billed) * COST <= cap
    assert Ledger.read(place).spent_on("2026-03-02")[1] <= cap


def test_what_earlier_runs_of_the_day_have_spent_counts(server, place):
    ask(server, place, *many(3))
    ask(server, place, *many(9), caps=Caps(calls_day=5))
    assert len(server.billed) == 5


def test_three_rows_are_tried_first(server, place):
    answers = ask(server, place, *many(9), terms={"rows": 3})
    assert [a.state for a in answers] == [JobState.DONE] * 3 + [JobState.LATER] * 6


def test_after_its_time_a_round_begins_no_further_call_and_the_next_goes_on(server, place):
    server.delay = 0.1
    until = time.monotonic() + 0.25
    answers = ask(server, place, *many(12), at_once=2, terms={"until": until})
    done = [a.state for a in answers].count(JobState.DONE)
    assert 0 < done < 12
    answers = ask(server, place, *many(12))
    assert {a.state for a in answers} == {JobState.DONE}
    assert len(server.billed) == 12


def test_ctrl_c_ends_the_asking_and_what_is_under_way_is_kept(server, place):
    server.delay = 0.2
    timer = threading.Timer(0.7, os.kill, (os.getpid(), signal.SIGINT))
    timer.start()
    before = signal.getsignal(signal.SIGINT)
    answers = ask(server, place, *many(30), at_once=2)
    timer.join()
    done = [a.state for a in answers].count(JobState.DONE)
    assert 0 < done == len(server.billed) < 30
    assert {a.why for a in answers if a.state is JobState.LATER} == {"you stopped the run"}
    assert signal.getsignal(signal.SIGINT) is before


def test_a_full_disk_stops_the_spending_before_the_call(server, place, monkeypatch):
    def full(_):
        raise OSError("no space left on device")

    with session(server, place) as model:
        monkeypatch.setattr(os, "fsync", full)
        answers = model.answer(many(5))
    assert server.asked == []
    assert {a.state for a in answers} == {JobState.WAITING}
    assert "cannot keep the record" in answers[0].why


def test_an_answer_that_cannot_be_kept_is_not_handed_on(server, place, monkeypatch):
    fsync, calls = os.fsync, []

    def fills_up(file):
        calls.append(file)
        if len(calls) > 1:
            raise OSError("no space left on device")
        fsync(file)

    with session(server, place, at_once=1) as model:
        monkeypatch.setattr(os, "fsync", fills_up)
        (answer,) = model.answer([job()])
    assert answer.state is JobState.WAITING
    assert len(server.billed) == 1
    assert Ledger.read(place).spent_on("2026-03-02")[0] == 1, "the reservation still counts"


_CHILD = """
import os, sys
from pathlib import Path
from tests.ai.asking import many, session
from sheetsync.ai.ledger import Ledger
import sheetsync.ai.session as own

class Server:
    url = sys.argv[1]

boundary, place = sys.argv[2], Path(sys.argv[3])
count = 0

def dies(*_):
    global count
    count += 1
    if count == 3:
        os._exit(9)

append = Ledger.append
def around(self, records):
    kinds = {r["kind"] for r in records}
    if boundary == "before the reservation" and "reserve" in kinds: dies()
    if boundary == "before it is stored" and "answer" in kinds: dies()
    append(self, records)
    if boundary == "before the call" and "reserve" in kinds: dies()
    if boundary == "after it is stored" and "answer" in kinds: dies()

Ledger.append = around
with session(Server, place, at_once=2) as model:
    model.answer(many(12))
"""


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "boundary",
    [
        "before the reservation",
        "before the call",
        "during the call",
        "before it is stored",
        "after it is stored",
    ],
)
def test_i6_a_crash_at_any_boundary_pays_at_most_once_more_for_what_was_in_flight(
    server, place, boundary
):
    child = [sys.executable, "-c", _CHILD, server.url, boundary, str(place)]
    if boundary == "during the call":
        server.does("a", *[Does()] * 4, *[Does(delay=30)] * 2)
        running = subprocess.Popen(child, cwd=ROOT)
        while len(server.asked) < 6:
            assert running.poll() is None
            time.sleep(0.02)
        running.kill()
        running.wait()
    else:
        assert subprocess.run(child, cwd=ROOT, check=False).returncode == 9
    paid_before = len(server.billed)
    answers = ask(server, place, *many(12))
    assert {answer.state for answer in answers} == {JobState.DONE}
    keys = [asked.key for asked in server.billed]
    assert len(set(keys)) == 12
    assert len(keys) <= 12 + 2, "one more for each of the two calls in flight, at most"
    if boundary == "after it is stored":
        assert len(keys) <= 12 + 1
    assert paid_before <= 12
    calls, parts = Ledger.read(place).spent_on("2026-03-02")
    assert calls >= len(keys), "no paid call is forgotten"
    assert parts >= len(keys) * COST


def test_many_questions_share_one_write_to_the_disk(server, place, monkeypatch):
    fsync, calls = os.fsync, []
    monkeypatch.setattr(os, "fsync", lambda file: (calls.append(file), fsync(file)))
    server.delay = 0.02
    ask(server, place, *many(64), at_once=32)
    assert len(calls) < 2 * 64
    assert PRICES.of(1, 1) > 0
    assert all(json.loads(line.partition(" ")[2]) for line in place.read_text().splitlines())
