"""The benchmark measures like with like: same books, same reading, honest gates."""

import json
import os
import shutil
from functools import cache
from pathlib import Path

import pytest

from benchmarks import bench_start, bench_sync, synthetic
from benchmarks.bench_sync import ARMS, LIMIT, PLAIN, READ, SEEN, STILL, SYNC, Bench
from benchmarks.limit import HANDOFF, KEYS, RULES
from benchmarks.process import Cost
from sheetsync.books.xlsx import XlsxBook
from sheetsync.contract import load
from sheetsync.snapshot import take

LEADS = 30


@pytest.fixture(scope="module")
def bench(tmp_path_factory):
    folder = tmp_path_factory.mktemp("bench")
    still = synthetic.book(LEADS, cache=folder / "cache")
    shutil.copy(still, folder / f"still-{LEADS}.xlsx")
    shutil.copy(still, folder / f"edited-{LEADS}.xlsx")
    synthetic.people_edit(folder / f"edited-{LEADS}.xlsx", share=0.2)
    fresh = synthetic.fresh(LEADS, cache=folder / "cache")
    shutil.copy(fresh, folder / f"fresh-{LEADS}.xlsx")
    return Bench(folder)


@cache
def once(bench, arm):
    """Run an arm: what it cost, what it printed, and the handoff records that it left."""
    if not hasattr(os, "wait4"):
        pytest.skip("this system cannot tell what one process took")
    out = bench.folder / "out.json"
    cost = bench.once(arm, LEADS, out)
    tabs = take(XlsxBook(bench.folder / "book.xlsx").read(), load()).tabs
    handed_on = {
        **{title: tabs["Qualification"].values(title) for title in HANDOFF},
        **{title: tabs["Outreach"].values(title) for title in ("Buyer role", "Evidence note")},
    }
    return cost, json.loads(out.read_text(encoding="utf-8")), handed_on


def test_every_block_of_the_book_holds_every_lead(bench):
    tabs = take(XlsxBook(bench.folder / f"still-{LEADS}.xlsx").read(), load()).tabs
    assert {title: len(tabs[title].rows) for title in KEYS} == dict.fromkeys(KEYS, LEADS)


def test_the_book_is_at_rest_until_people_edit_it(bench):
    _, still, _ = once(bench, STILL)
    _, edited, _ = once(bench, SYNC)
    assert still["changes"] == []
    assert edited["changes"]


@pytest.mark.no_cover
def test_the_same_number_gives_the_same_book(tmp_path):
    one, other = (XlsxBook(synthetic.fresh(5, cache=tmp_path / name)).read() for name in "ab")
    assert [grid.columns for grid in one.grids] == [grid.columns for grid in other.grids]


def test_all_arms_read_the_same_and_hand_on_the_same(bench):
    _, limit, by_limit = once(bench, LIMIT)
    _, plain, by_plain = once(bench, PLAIN)
    _, synced, by_sync = once(bench, SYNC)
    assert limit == plain
    assert limit["rows"] == dict.fromkeys(KEYS, LEADS)
    assert limit["wrote"] > 0
    bad = [found["tab"] for found in synced["findings"] if found["code"] in ("SY002", "QL001")]
    assert {title: bad.count(title) for title in KEYS} == limit["bad"]
    assert by_limit == by_plain == by_sync


@pytest.mark.parametrize("arm", ARMS, ids=lambda arm: arm.label)
def test_every_arm_runs_and_is_measured(bench, arm):
    cost, _, _ = once(bench, arm)
    assert cost.cpu > 0
    assert cost.peak > 5


def test_a_run_seen_before_does_the_work_of_none(bench):
    assert once(bench, SEEN)[1]["findings"] == once(bench, STILL)[1]["findings"]
    assert once(bench, SEEN)[0].cpu < once(bench, STILL)[0].cpu / 2


def test_the_limit_checks_what_the_contract_checks():
    contract = load()
    for title, rules in RULES.items():
        tab = contract[title]
        assert KEYS[title] == tab.key
        people = [spec.title for spec in tab.columns if spec.owner == "person" and not spec.each]
        assert set(people) == {name for name in rules if not name.startswith("Fit: ")}
        for name, (kind, *bounds) in rules.items():
            spec = tab.spec(name)
            assert kind == spec.type
            if kind == "choice":
                assert tuple(bounds) == spec.isin
            elif kind == "number":
                assert bounds == [spec.in_range.min_value, spec.in_range.max_value]
            elif kind == "text":
                assert bounds == [spec.str_length.max_value if spec.str_length else 50_000]


def test_a_program_that_doubles_with_the_leads_grows_by_an_exponent_of_one():
    assert bench_sync.growth({100: 9.0, 1_000: 1.0, 10_000: 10.0}) == pytest.approx(1)
    assert bench_sync.growth({1_000: 1.0, 10_000: 100.0}) == pytest.approx(2)
    assert bench_sync.growth({1_000: 1.0}) is None


def test_a_gate_fails_only_on_what_was_measured(capsys):
    empty = Bench(Path())
    assert bench_sync.show(empty, [100], ARMS) == 0
    assert capsys.readouterr().out.count("not run  ") == 5
    good = Bench(Path())
    good.costs = {
        (SYNC, 10_000): Cost(2.0, 100),
        (SYNC, 50_000): Cost(10.0, 500),
        (LIMIT, 10_000): Cost(1.0, 50),
        (PLAIN, 10_000): Cost(20.0, 300),
        (SEEN, 10_000): Cost(0.1, 40),
        (READ, 10_000): Cost(0.5, 40),
    }
    assert bench_sync.show(good, [10_000, 50_000], ARMS) == 0
    good.costs[SYNC, 10_000] = Cost(2.6, 100)
    assert bench_sync.show(good, [10_000, 50_000], ARMS) == 1
    assert "FAIL     sync, 1 % edited, times the limit" in capsys.readouterr().out


def test_a_slow_start_passes_on_a_busy_machine_only_if_python_is_slow_too():
    names = ("python -c pass", "import pandera.pandas", *bench_start.LIMITS)
    idle = dict(zip(names, (0.02, 1.2, 0.1, 1.4), strict=True))
    assert all(bench_start.verdicts(idle).values())
    busy = {name: taken * 3 for name, taken in idle.items()}
    assert all(bench_start.verdicts(busy).values())
    assert not bench_start.verdicts({**idle, "sheetsync --help": 0.3})["sheetsync --help"]
