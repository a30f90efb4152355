"""Questions in batches: sent together within the limits, collected later, paid for once."""

import json

import pytest

from sheetsync.ai import batches
from sheetsync.ai.asking import Request
from sheetsync.ai.batches import Line, portions
from sheetsync.ai.budget import Caps, Prices
from sheetsync.ai.estimate import Estimate
from sheetsync.ai.jobs import JobState
from sheetsync.ai.ledger import Ledger
from sheetsync.ai.reserving import BAD_KEY, NO_KEY, OUT
from sheetsync.ai.service import Secret, Service, read_service
from sheetsync.errors import UsageError
from tests.ai.asking import COST, PRICES, ask, job, many, session, usd, written
from tests.ai.batching import service_of, spent, sync
from tests.ai.model_server import Does, ModelServer

DONE, WAITING, FAILED, LATER = JobState.DONE, JobState.WAITING, JobState.FAILED, JobState.LATER


@pytest.fixture
def server():
    with ModelServer() as own:
        yield own


@pytest.fixture
def place(tmp_path):
    return tmp_path / "ledger.jsonl"


def test_questions_go_out_together_and_a_later_sync_takes_in_their_answers(server, place):
    first = sync(server, place, *many(12))
    assert first.answers == [OUT] * 12
    assert first.sent == len(server.batches.lines) == 12
    assert server.batches.count("POST /batches") == 1
    assert server.asked == []
    second = sync(server, place, *many(12))
    assert set(second.states) == {DONE}
    assert {answer.cost_usd for answer in second.answers} == {usd(COST)}
    assert second.collected.sentences() == ["12 answers of a batch came back."]
    assert second.collected.spent.cost_usd == pytest.approx(usd(12 * COST))
    assert sync(server, place, *many(12)).answers[0].cost_usd == 0, "it is told once"
    assert len(server.billed) == 12
    assert spent(place) == (12, 12 * COST)


def test_what_a_line_holds_is_word_for_word_what_a_call_of_its_own_sends(server, place, tmp_path):
    jobs = [job("a"), job("f"), job("h")]
    ask(server, tmp_path / "live.jsonl", *jobs)
    calls = {asked.job: asked for asked in server.asked}
    sync(server, place, *jobs)
    for line in server.batches.lines:
        body = json.dumps(line["body"])
        letter = line["body"]["response_format"]["json_schema"]["name"][-1]
        live = calls[letter]
        mark = line["body"]["messages"][1]["content"].partition("<data ")[2][:16]
        assert body.replace(mark, live.nonce) == json.dumps(live.body)
        assert line["custom_id"] == live.key


def test_while_a_batch_is_out_nothing_is_asked_again_and_every_cell_says_the_same(server, place):
    server.batches.held = True
    first = sync(server, place, *many(3))
    for _ in range(2):
        again = sync(server, place, *many(3))
        assert again.answers == first.answers
        assert again.collected.sentences() == [
            "3 questions are still out in a batch; a later sync collects the answers."
        ]
    assert len(server.batches.known) == 1
    with session(server, place) as live:
        assert live.answer(many(3)) == [OUT] * 3
    assert server.asked == []


def test_a_new_question_goes_out_with_a_batch_of_its_own(server, place):
    server.batches.held = True
    sync(server, place, *many(2))
    assert sync(server, place, *many(3)).sent == 1
    server.batches.held = False
    assert set(sync(server, place, *many(3)).states) == {DONE}
    assert len(server.billed) == 3


def test_p12_what_is_out_is_counted_neither_as_a_call_to_come_nor_as_its_cost(server, place):
    server.batches.held = True
    sync(server, place, *many(3))
    requests = list(server.batches.requests)
    foreseen = Estimate(service_of(server), Ledger.read(place))
    answers = foreseen.answer(many(5))
    assert [answer.state for answer in answers] == [WAITING] * 3 + [LATER] * 2
    assert foreseen.spent.calls == 2
    assert server.batches.requests == requests


def test_p12_variants_are_reckoned_up_before_their_first_message_is_there(server, place):
    foreseen = Estimate(service_of(server), Ledger.read(place))
    assert [answer.state for answer in foreseen.answer([job("f"), job("g")])] == [LATER, LATER]
    assert foreseen.spent.calls == 2
    for states, calls in (([WAITING, WAITING], 1), ([DONE, LATER], 1)):
        sync(server, place, job("f"))
        foreseen = Estimate(service_of(server), Ledger.read(place))
        assert [answer.state for answer in foreseen.answer([job("f"), job("g")])] == states
        assert foreseen.spent.calls == calls


def test_one_question_of_two_jobs_is_one_line_and_paid_for_once(server, place):
    jobs = [job("a", "L-1"), job("a", "L-2")]
    assert sync(server, place, *jobs).sent == 1
    came = sync(server, place, *jobs)
    assert set(came.states) == {DONE}
    assert sum(answer.cost_usd for answer in came.answers) == pytest.approx(usd(COST))


def test_a_sentence_that_is_held_goes_out_again_with_the_reason_in_the_next_batch(server, place):
    texts = iter(["The careers page lists 40 open roles.", "The careers page lists 14 open roles."])
    quote = "The careers page lists 14 open roles"
    says = written(lambda _: [(next(texts), quote, "Source notes")])
    server.does("f", Does(content=says), Does(content=says))
    assert sync(server, place, job("f")).answers == [OUT]
    held = sync(server, place, job("f"))
    assert (held.answers[0].state, held.sent) == (WAITING, 1)
    assert held.answers[0].cost_usd == pytest.approx(usd(COST))
    done = sync(server, place, job("f"))
    assert "14 open roles" in done.answers[0].cells["AI draft"]
    assert '"40"' in server.calls("f")[1].data["Held"][0]["Why"]
    assert done.answers[0].cost_usd == pytest.approx(usd(COST))


def test_r65_variants_go_out_once_their_first_message_stands(server, place):
    jobs = [job("f"), job("g")]
    assert sync(server, place, *jobs).sent == 1
    assert sync(server, place, *jobs).states == [DONE, WAITING]
    done = sync(server, place, *jobs)
    assert done.states == [DONE, DONE]
    assert server.calls("g")[0].data["Quotes of the first message"]


@pytest.mark.parametrize("cap", [20, 50, 400])
def test_i6_the_money_of_every_line_is_reserved_before_it_is_sent(server, place, cap):
    caps = Caps(pico_day=cap * COST)
    for _ in range(4):
        sync(server, place, *many(40), caps=caps)
        assert spent(place)[1] <= caps.pico_day
    assert 0 < len(server.billed) * COST <= caps.pico_day


def test_no_more_questions_are_sent_than_a_run_and_a_day_may_ask(server, place):
    came = sync(server, place, *many(9), caps=Caps(calls_run=4))
    assert came.sent == 4
    assert came.answers[8].why == "the 4 calls of this run are used up; a later sync goes on"
    assert sync(server, place, *many(9), caps=Caps(calls_day=6)).sent == 2


def test_only_so_many_rows_are_sent_when_a_run_is_told_so(server, place):
    came = sync(server, place, *many(5), terms={"rows": 3})
    assert came.sent == 3
    assert came.states == [WAITING] * 3 + [LATER] * 2


def test_without_a_key_for_a_service_on_the_web_nothing_is_sent_or_fetched(
    server, place, monkeypatch
):
    sync(server, place)
    monkeypatch.setattr(Service, "is_local", property(lambda _: False))
    requests = len(server.batches.requests)
    came = sync(server, place, job(), job("b"))
    assert came.answers[1].why == NO_KEY
    assert NO_KEY in came.collected.sentences()[1]
    assert len(server.batches.requests) == requests


def test_a_key_that_cannot_be_sent_sends_and_fetches_nothing_and_leaves_the_batch_out(
    server, place
):
    sync(server, place)
    requests = len(server.batches.requests)
    came = sync(server, place, job(), job("b"), key=Secret("“sk-abc”"))
    assert [answer.why for answer in came.answers] == [OUT.why, BAD_KEY]
    assert BAD_KEY in came.collected.sentences()[-1]
    assert len(server.batches.requests) == requests
    assert spent(place)[0] == 1
    assert sync(server, place, key=Secret("sk-abc")).states == [DONE]


def test_a_person_who_ends_the_run_ends_the_sending(server, place):
    came = sync(server, place, terms={"interrupted": True})
    assert came.answers[0].why == "you stopped the run"
    assert server.batches.requests == []


def test_a_batch_is_reserved_and_paid_for_at_its_own_price(server, place):
    live = PRICES.of(*Request(job(), "tiny").most_tokens)
    sync(server, place, batch_price_share=0.5)
    assert spent(place) == (1, live // 2)
    came = sync(server, place, prices=Prices.per_million(9.0, 9.0))
    assert came.answers[0].cost_usd == pytest.approx(usd(COST) / 2), "the price that it was sent at"


@pytest.mark.parametrize(
    ("text", "environment", "share"),
    [
        ("", {}, 0.5),
        ("", {"OPENAI_BASE_URL": "https://api.example.com/v1"}, 1.0),
        ("batch_price_share = 0.25", {"OPENAI_BASE_URL": "https://api.example.com/v1"}, 0.25),
        ("batch_price_share = 1", {}, 1.0),
    ],
)
def test_openai_takes_half_for_a_batch_and_others_what_the_settings_say(
    tmp_path, text, environment, share
):
    prices = "input_usd_per_million = 1\noutput_usd_per_million = 2"
    (tmp_path / "sheetsync.toml").write_text(f'[ai]\nmodel = "m"\n{prices}\n{text}')
    own = read_service(tmp_path, environment)
    assert own.batch_price_share == share
    assert own.batch_prices == Prices.per_million(share, 2 * share)
    assert own.prices == Prices.per_million(1, 2)


@pytest.mark.parametrize("share", ["0", "1.5", '"half"', "-1"])
def test_a_share_that_is_none_is_named(tmp_path, share):
    (tmp_path / "sheetsync.toml").write_text(f'[ai]\nmodel = "m"\nbatch_price_share = {share}')
    with pytest.raises(UsageError, match="batch_price_share"):
        read_service(tmp_path, {})


def test_without_prices_only_calls_are_counted(server, place):
    sync(server, place, prices=None)
    assert sync(server, place, prices=None).answers[0].cost_usd == 0
    assert spent(place) == (1, 0)


def test_as_many_batches_as_the_limits_of_the_service_ask_for(monkeypatch):
    lines = [(Line(str(n), "", 0), b"x\n") for n in range(100_001)]
    cut = list(portions(lines))
    assert [len(own) for own, _ in cut] == [50_000, 50_000, 1]
    assert [line for own, _ in cut for line in own] == [line for line, _ in lines]
    assert cut[2][1] == b"x\n"
    monkeypatch.setattr(batches, "MOST_BYTES", 10)
    assert [len(content) for _, content in portions(lines[:12])] == [10, 10, 4]
    assert list(portions([])) == []
