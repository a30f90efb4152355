"""A paid model and the workbook: each AI cell says how it stands, and nothing is asked without need."""

from dataclasses import replace

import pytest

from sheetsync.ai.ledger import Ledger, place_of
from sheetsync.ai.paid import rounds
from sheetsync.ai.remote import RemoteModel
from sheetsync.ai.service import Service
from tests.ai.asking import PRICES
from tests.ai.model_server import Does, ModelServer
from tests.memory_team import BLOCKS, NORD, SOUTH, SmallTeam
from tests.test_ai_requirements import through
from tests.workbooks import LEAD, lead

pytestmark = pytest.mark.no_cover

MORE = f"{LEAD['Source notes']} They run 3 docks."


@pytest.fixture
def server():
    with ModelServer() as own:
        yield own


def paying(server, **changed):
    service = Service("tiny", server.url, prices=PRICES, timeout_s=5.0)
    return RemoteModel(replace(service, **changed), pays=True)


def evidence(team, tab, letter):
    lines = team.says(tab, "AI evidence").split("\n")
    return next((line for line in lines if line.startswith(f"(job {letter}: ")), "")


def test_p4_a_lead_goes_its_way_with_a_real_service_from_research_to_a_ready_draft(server):
    team = through(paying(server))
    assert team.says("Outreach", "Ready to send") == "yes"
    assert "opened a second cross-dock" in team.says("Outreach", "AI draft")
    assert evidence(team, "Outreach", "f").startswith("(job f: tiny, 2026-03-02, from ")
    assert not any("AI001" in team.codes(tab) for tab in BLOCKS)
    assert len(server.billed) == 7
    assert "USD 0.00" in team.log("AI job")[0]


def test_p10_a_second_run_with_nothing_new_writes_nothing_and_calls_no_model(server):
    team = through(paying(server))
    calls = len(server.asked)
    assert team.sync().plan.is_empty
    assert len(server.asked) == calls


def test_p12_a_plan_asks_nobody_and_says_what_a_sync_would_take(server):
    model = replace(paying(server), pays=False)
    team = SmallTeam(lead(NORD), lead(SOUTH), model=model)
    assert server.asked == []
    assert team.outcome.ai.calls == 8
    assert team.outcome.ai.tokens > 8 * 100
    assert 0 < team.outcome.ai.cost_usd < 0.1
    assert team.outcome.unasked == 8
    assert team.says("Research", "AI note") == ""
    team.model = paying(server)
    team.sync()
    assert len(server.billed) == 8
    assert team.outcome.unasked == 0


def test_what_failed_says_so_at_its_cell_with_what_to_do_and_is_not_asked_for_ever(server):
    server.does("b", Does(refusal="No."))
    team = SmallTeam(lead(NORD), model=paying(server))
    assert team.says("Research", "AI mismatch") == ""
    assert evidence(team, "Research", "b") == (
        "(job b: failed: the model refused to answer; clear AI evidence in this row to have it "
        "asked again, or write the cell yourself)"
    )
    assert "AI001" in team.codes("Research")
    assert team.sync().plan.is_empty
    assert len(server.calls("b")) == 1
    team.types("Research", {"AI evidence": None})
    team.sync()
    assert len(server.calls("b")) == 2
    assert len(server.calls("a")) == 1, "its answer stands and is not paid for again"
    assert team.says("Research", "AI mismatch") == "none found"
    assert evidence(team, "Research", "b").startswith("(job b: tiny, ")
    assert "AI001" not in team.codes("Research")


def test_clearing_an_ai_cell_asks_once_more(server):
    team = SmallTeam(lead(NORD), model=paying(server))
    for calls in (2, 3):
        team.types("Research", {"AI note": None})
        team.sync()
        assert len(server.calls("a")) == calls
        assert team.sync().plan.is_empty
        assert len(server.calls("a")) == calls


def test_what_waits_says_for_what_and_the_next_sync_goes_on(server):
    server.always["a"] = Does(status=503, body="")
    team = SmallTeam(lead(NORD), model=paying(server))
    assert "waiting: the model's service is out of order" in evidence(team, "Research", "a")
    assert "AI002" in team.codes("Research")
    server.always.clear()
    team.model = paying(server)
    team.sync()
    assert team.says("Research", "AI note")
    assert "AI002" not in team.codes("Research")


def test_r60_a_cell_whose_inputs_changed_is_called_stale_until_it_is_answered(server):
    team = SmallTeam(lead(NORD), model=paying(server))
    before = team.says("Research", "AI note")
    server.always["a"] = Does(status=503, body="")
    team.model = paying(server)
    team.types("Research", {"Source notes": MORE})
    team.sync()
    assert team.says("Research", "AI note") == before
    told = evidence(team, "Research", "a")
    assert "; stale, its input or the model has changed since; waiting: " in told
    quotes = team.says("Research", "AI evidence")
    assert "AI note ← Source notes: “" in quotes, "those of what still stands stay"


def test_r62_a_quote_that_sounds_like_our_own_line_stays_whole(server):
    notes = "Ost runs 14 docks; stale, its input or the model has changed since; says the sign."
    server.always["a"] = Does(status=503, body="")
    team = SmallTeam(lead(NORD, **{"Source notes": notes}))
    before = team.says("Research", "AI evidence")
    assert "has changed since; says the sign" in before
    team.sync()
    assert team.says("Research", "AI evidence") == before
    team.model = paying(server)
    team.sync()
    assert "has changed since; says the sign" in team.says("Research", "AI evidence")


def test_r62_an_outage_of_another_model_leaves_no_trace_once_the_old_one_answers_again(server):
    from sheetsync.ai.offline import OfflineDrafter

    team = SmallTeam(lead(NORD))
    before = team.says("Research", "AI evidence")
    server.always |= dict.fromkeys("abcdefghijk", Does(status=503, body=""))
    team.model = paying(server)
    team.sync()
    team.sync()
    assert team.says("Research", "AI evidence").count("; stale, ") == 2
    team.model = OfflineDrafter()
    team.sync()
    assert team.says("Research", "AI evidence") == before


def test_r58_a_lying_model_gets_no_lie_into_a_draft_however_often_it_is_asked(server):
    def lies(asked):
        import json

        text = "You grew 40% last year."
        claim = {
            "text": text,
            "quote": "opened a second cross-dock in Memphis",
            "column": "Verified signal",
        }
        said = [{"text": text, "claims": [claim]}]
        columns = {"f": {"AI subject": "40% growth", "AI draft": said},
                   "g": {"AI variants": [{"letter": "B", "sentences": said}]}}  # fmt: skip
        return json.dumps({"mark": asked.nonce, **columns[asked.job]})

    server.always |= {"f": Does(content=lies), "g": Does(content=lies)}
    team = through(paying(server))
    assert "40" not in team.says("Outreach", "AI draft") + team.says("Outreach", "AI variants")
    assert "40" not in team.says("Outreach", "AI subject")
    assert not team.says("Outreach", "Draft check").startswith("HELD")


def test_a_sentence_that_is_held_is_written_again_with_the_reason_and_then_quoted(server):
    import json

    drafts = iter(
        ["The careers page lists 40 open roles.", "The careers page lists 14 open roles."]
    )

    def learns(asked):
        text = next(drafts)
        claim = {
            "text": text,
            "quote": "The careers page lists 14 open roles",
            "column": "Source notes",
        }
        own = [{"text": text, "claims": [claim]}]
        return json.dumps({"mark": asked.nonce, "AI subject": "Roles", "AI draft": own})

    server.does("f", Does(content=learns), Does(content=learns))
    team = through(paying(server))
    assert "14 open roles" in team.says("Outreach", "AI draft")
    first, again = server.calls("f")
    assert "Held" not in first.data
    assert '"40"' in again.data["Held"][0]["Why"]


def test_the_runs_limits_are_those_of_the_settings(server):
    team = SmallTeam(model=paying(server))
    team.types("Settings", {"Value": 3}, "AI calls per run")
    for company in (NORD, SOUTH):
        team.adds("Research", lead(company))
    team.sync()
    assert len(server.billed) == 3
    waiting = [f.message for f in team.found("Qualification") if f.code == "AI002"]
    assert waiting == [
        "4 AI answers wait: the 3 calls of this run are used up; a later sync goes on."
    ]
    team.model = paying(server)
    team.sync()
    assert len(server.billed) == 6


def test_only_three_rows_are_tried_when_a_run_is_told_so(server):
    model = replace(paying(server), rows=1)
    team = SmallTeam(lead(NORD), lead(SOUTH), model=model)
    assert team.says("Research", "AI note", NORD)
    assert not team.says("Research", "AI note", SOUTH)
    assert not team.says("Research", "AI evidence", SOUTH)
    assert "AI002" not in team.codes("Research")


def test_answers_come_into_the_book_round_by_round_while_the_run_goes_on(server):
    server.delay = 0.15
    model = paying(server, at_once=1, flush_s=0.2)
    model.in_rounds = True
    team = SmallTeam(*(lead(f"{n}hafen") for n in ("Ost", "West", "Mittel")), model=model)
    filled = [sum(bool(row["AI note"]) for row in team.rows("Research"))]
    for turn, _ in enumerate(rounds(model)):
        if turn:
            team.sync()
            filled.append(sum(bool(row["AI note"]) for row in team.rows("Research")))
    assert len(filled) > 2
    assert filled == sorted(filled)
    assert filled[-1] == 3
    assert len(server.billed) == len({a.key for a in server.billed}) == 12


def test_without_a_book_a_paid_model_answers_nothing(server):
    answers = paying(server).answer([])
    assert list(answers) == []
    assert server.asked == []


def test_a_service_on_the_web_without_prices_says_that_the_budget_cannot_be_kept(
    server, monkeypatch
):
    model = paying(server, prices=None)
    SmallTeam(lead(NORD), model=model)
    assert model.notices == [], "what runs on this machine costs nothing"
    monkeypatch.setattr(Service, "is_local", property(lambda _: False))
    model = RemoteModel(replace(model.service, model="other", key=model.service.key), pays=True)
    SmallTeam(lead(SOUTH), model=model)
    assert "cannot be kept" in model.notices[0]


def test_a_model_that_is_changed_is_asked_again_and_its_name_stands_there(server):
    team = SmallTeam(lead(NORD), model=paying(server))
    team.model = paying(server, model="other")
    team.sync()
    assert evidence(team, "Research", "a").startswith("(job a: other, ")


def test_of_two_runs_at_once_one_pays_and_the_other_asks_nobody_and_says_so(server):
    model = paying(server)
    with Ledger.writing(place_of("memory")):
        team = SmallTeam(lead(NORD), model=model)
    assert server.asked == []
    assert "Another sync of this book is running" in model.notices[0]
    assert not team.says("Research", "AI evidence")
    team.sync()
    assert len(server.billed) == 4


def test_a_machine_that_cannot_keep_a_ledger_pays_for_nothing(server, monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    team = SmallTeam(lead(NORD), model=paying(server))
    assert server.asked == []
    assert "cannot keep the record" in evidence(team, "Research", "a")


def test_a_ledger_that_was_damaged_is_said_and_used_as_far_as_it_goes(server):
    team = SmallTeam(lead(NORD), model=paying(server))
    place = place_of("memory")
    lines = place.read_text().split("\n")
    place.write_text("\n".join(["nonsense", *lines]))
    model = paying(server)
    twin = SmallTeam(lead(NORD), model=model)
    assert "was damaged" in model.notices[0]
    assert len(server.billed) == 4, "what could be read of it is not paid for again"
    assert twin.says("Research", "AI note") == team.says("Research", "AI note")
