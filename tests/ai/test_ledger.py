"""What was asked and paid for is on the disk before anybody acts on it, and survives what breaks."""

import json
import os
import subprocess
import sys
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sheetsync.ai import ledger as records
from sheetsync.ai.batches import Batch, Line, opening
from sheetsync.ai.budget import Prices
from sheetsync.ai.ledger import Ledger, place_of
from sheetsync.ai.outcome import Reply, Trouble
from sheetsync.ai.sealed import sealed

DAY = "2026-03-02"


@pytest.fixture
def place(tmp_path):
    return tmp_path / "books" / "ledger.jsonl"


def note(place, *entries):
    with Ledger.writing(place) as own:
        own.append(entries)
    return Ledger.read(place)


def asked(key="k", cost=7, text="{}", run="r", most=10):
    reserved = records.reserve(key, run, DAY, most)
    return reserved, records.outcome(key, run, DAY, cost, Reply(text, None, 3, 4))


def test_an_outcome_is_read_back_as_it_was(place):
    own = note(place, *asked(text='{"a": "ü\\u202e\\ud800"}'))
    assert own.answers["k"] == Reply('{"a": "ü\\u202e\\ud800"}', None, 3, 4)
    assert own.spent_on(DAY) == (1, 7)
    own = note(place, records.outcome("n", "r", DAY, 0, Reply(trouble=Trouble.REFUSED)))
    assert own.answers["n"].trouble is Trouble.REFUSED


def test_the_first_outcome_of_a_key_wins(place):
    own = note(place, *asked(text="first"), *asked(text="second", run="other"))
    assert own.answers["k"].text == "first"
    assert own.spent_on(DAY) == (2, 14)


def test_a_reservation_that_nothing_is_known_of_counts_in_full(place):
    own = note(place, records.reserve("k", "r", DAY, 10))
    assert own.spent_on(DAY) == (1, 10)
    own = note(place, records.passing("k", "r", DAY, paid=True))
    assert own.spent_on(DAY) == (1, 10)


def test_a_call_that_was_not_paid_for_is_given_back(place):
    own = note(
        place, records.reserve("k", "r", DAY, 10), records.passing("k", "r", DAY, paid=False)
    )
    assert own.spent_on(DAY) == (0, 0)


@settings(deadline=None, max_examples=40)
@given(cut=st.integers(0, 400))
def test_a_last_line_that_was_cut_off_is_as_if_it_had_never_been(tmp_path_factory, cut):
    place = tmp_path_factory.mktemp("cut") / "ledger.jsonl"
    note(place, *asked("one"), *asked("two"))
    whole = place.read_bytes()
    cut = min(cut, len(whole))
    place.write_bytes(whole[: len(whole) - cut])
    before = Ledger.read(place)
    assert before.damaged == 0
    after = note(place, *asked("three"))
    assert after.damaged == 0
    assert after.answers.keys() == {*before.answers, "three"}


def test_a_damaged_ledger_is_put_aside_and_its_whole_lines_go_on_counting(place):
    note(place, *asked("one"), *asked("two"))
    lines = place.read_bytes().split(b"\n")
    lines[1] = lines[1].replace(b"one", b"oNe")
    place.write_bytes(b"\n".join(lines))
    with Ledger.writing(place) as own:
        assert own.set_aside is not None
        assert own.set_aside.read_bytes() == b"\n".join(lines)
        assert own.answers.keys() == {"two"}
    again = Ledger.read(place)
    assert (again.damaged, again.answers.keys()) == (0, {"two"})


REFUND = {"kind": "refund", "run": "r", "key": "k", "day": DAY, "pico": 3}
ANSWER = records.outcome("k", "r", DAY, 7, Reply("{}", None, 3, 4))
BATCH = opening(Batch("b", "r", DAY, 0, "tiny", (Line("k", "n", 10),), Prices(1, 2)))
OPENED = [records.reserve("k", "r", DAY, 10), BATCH]


def without(record, name):
    return {key: value for key, value in record.items() if key != name}


@pytest.mark.parametrize(
    ("before", "record"),
    [
        (asked(), REFUND),
        (asked()[:1], {**ANSWER, "trouble": "tired"}),
        (asked()[:1], {**ANSWER, "pico": "much"}),
        (asked()[:1], {**ANSWER, "pico": float("inf")}),
        (asked()[:1], {**ANSWER, "in": []}),
        (asked()[:1], without(ANSWER, "pico")),
        (asked()[:1], without(ANSWER, "text")),
        (asked()[:1], without(ANSWER, "kind")),
        (asked()[:1], without(records.passing("k", "r", DAY, paid=False), "day")),
        ((), without(records.reserve("k", "r", DAY, 10), "pico")),
        ((), {**BATCH, "lines": [["k", "n"]]}),
        ((), {**BATCH, "prices": [1]}),
        ((), without(BATCH, "left_out")),
        (OPENED, {"kind": "batch sent", "batch": "b", "id": "batch-1"}),
        (OPENED, {"kind": "batch closed", "batch": "b", "form": 0, "left_out": 5}),
        ((), ["no record"]),
        ((), None),
    ],
)
def test_a_record_that_this_version_does_not_know_is_put_aside_like_a_damaged_one(
    place, before, record
):
    known = note(place, *before)
    place.write_bytes((place.read_bytes() if before else b"") + sealed(record))
    again = Ledger.read(place)
    assert again.damaged == 1
    for name in ("answers", "spent", "open", "batches", "out", "manners"):
        assert getattr(again, name) == getattr(known, name), "nothing of it is taken in"
    with Ledger.writing(place) as own:
        assert own.set_aside.read_bytes().endswith(sealed(record))
        own.append(asked("next"))
    again = Ledger.read(place)
    assert (again.damaged, again.answers["next"].text) == (0, "{}")


def test_a_line_that_is_no_json_in_spite_of_its_checksum_is_damaged(place):
    place.parent.mkdir()
    body = b"{" * 5
    place.write_bytes(b"%s %s\n" % (sha256(body).hexdigest()[:16].encode(), body))
    assert Ledger.read(place).damaged == 1


def test_only_one_process_writes_and_the_other_is_told(place):
    code = (
        "import sys, pathlib\nfrom sheetsync.ai.ledger import Ledger\n"
        "with Ledger.writing(pathlib.Path(sys.argv[1])) as own: print(own is None)"
    )
    command = [sys.executable, "-c", code, str(place)]
    with Ledger.writing(place):
        told = subprocess.run(command, capture_output=True, text=True, check=True)
        assert told.stdout.strip() == "True"
    told = subprocess.run(command, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"


def test_a_full_disk_leaves_the_ledger_as_it_was(place, monkeypatch):
    before = note(place, *asked("one"))

    def full(_):
        raise OSError("no space left on device")

    with Ledger.writing(place) as own:
        monkeypatch.setattr(os, "fsync", full)
        with pytest.raises(OSError, match="no space"):
            own.append(asked("two"))
        assert own.answers == before.answers
    assert Ledger.read(place).answers == before.answers


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_only_its_owner_may_read_a_ledger(place):
    note(place, *asked())
    assert place.stat().st_mode & 0o077 == 0


def test_each_book_has_a_ledger_of_its_own_however_it_is_called(tmp_path, monkeypatch):
    (tmp_path / "a.xlsx").write_bytes(b"")
    monkeypatch.chdir(tmp_path)
    assert place_of("a.xlsx") == place_of(str(tmp_path / "a.xlsx"))
    assert place_of("a.xlsx") != place_of("b.xlsx")


def test_a_line_is_a_checksum_and_its_record(place):
    note(place, *asked())
    for line in place.read_text().splitlines():
        assert json.loads(line.partition(" ")[2])["key"] == "k"
