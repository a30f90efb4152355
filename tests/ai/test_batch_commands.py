"""``sync --batch`` and the workbook: drafts, rewrites and variants arrive sync by sync, behind the gate."""

import json

import pytest

from sheetsync.ai.budget import PICO
from sheetsync.ai.ledger import Ledger, place_of
from sheetsync.ai.remote import RemoteModel
from sheetsync.ai.service import Service
from tests.ai.asking import PRICES
from tests.ai.model_server import Does, ModelServer
from tests.ai.test_commands import configured
from tests.memory_team import NORD, SOUTH, SmallTeam
from tests.workbooks import DECIDED, MONDAY, lead, team

OUT = "asked in a batch; a later sync takes in the answer"


@pytest.fixture
def server():
    with ModelServer() as own:
        yield own


@pytest.fixture
def own(tmp_path, monkeypatch, server):
    """A workbook with a lead in a folder whose sheetsync.toml names the loopback service."""
    monkeypatch.chdir(tmp_path)
    configured(tmp_path, server, "batch_price_share = 0.5")
    return team(tmp_path / "sales.xlsx", lead("Ost"))


def evidence(own, tab, letter, who="Ost"):
    lines = str(own.row(tab, who)["AI evidence"] or "").split("\n")
    return next((line for line in lines if line.startswith(f"(job {letter}: ")), "")


def accompanied(own):
    """Take the lead to where its first message is written, each sync in batches."""
    for tab, cells in (
        ("Qualification", DECIDED),
        ("Outreach", {"Angle": "the yard", "Stop condition": "an answer", "Variant": "A"}),
    ):
        own.sync("--batch")
        own.sync("--batch")
        own.types(tab, "Ost", cells)


def test_p8_scheduled_syncs_bring_the_draft_its_rewrite_and_its_variants_into_their_cells(
    own, server
):
    drafts = iter(
        ["The careers page lists 40 open roles.", "The careers page lists 14 open roles."]
    )

    def said(text):
        quote = "The careers page lists 14 open roles"
        return [
            {"text": text, "claims": [{"text": text, "quote": quote, "column": "Source notes"}]}
        ]

    def learns(asked):
        return json.dumps(
            {"mark": asked.nonce, "AI subject": "Roles", "AI draft": said(next(drafts))}
        )

    def varies(asked):
        texts = {"B": "Your careers page lists 14 open roles.", "C": "It lists 14 open roles."}
        own = [{"letter": letter, "sentences": said(text)} for letter, text in texts.items()]
        return json.dumps({"mark": asked.nonce, "AI variants": own})

    server.does("f", Does(content=learns), Does(content=learns))
    server.always["g"] = Does(content=varies)
    accompanied(own)
    own.sync("--batch")
    assert evidence(own, "Outreach", "f") == f"(job f: waiting: {OUT})"
    own.sync("--batch")
    assert own.row("Outreach", "Ost")["AI draft"] is None, "the gate has held the first draft"
    assert evidence(own, "Outreach", "f") == f"(job f: waiting: {OUT})"
    own.sync("--batch")
    assert "14 open roles" in own.row("Outreach", "Ost")["AI draft"]
    assert evidence(own, "Outreach", "f").startswith(f"(job f: tiny, {MONDAY}, from ")
    assert evidence(own, "Outreach", "g") == f"(job g: waiting: {OUT})"
    own.sync("--batch")
    assert str(own.row("Outreach", "Ost")["AI variants"]).startswith("B:\n")
    assert evidence(own, "Outreach", "g").startswith(f"(job g: tiny, {MONDAY}, from ")
    assert len(server.billed) == len({asked.key for asked in server.billed})
    assert server.batches.files == {}
    told = own.sync("--batch")
    assert told["changes"] == []
    assert told["ai"]["calls"] == 0


def test_r58_a_lie_that_came_back_in_a_batch_enters_no_draft(own, server):
    def lies(asked):
        text = "You grew 40% last year."
        quote = "opened a second cross-dock in Memphis"
        claim = {"text": text, "quote": quote, "column": "Verified signal"}
        said = [{"text": text, "claims": [claim]}]
        return json.dumps({"mark": asked.nonce, "AI subject": "40% growth", "AI draft": said})

    server.always["f"] = Does(content=lies)
    accompanied(own)
    for _ in range(5):
        own.sync("--batch")
        row = own.row("Outreach", "Ost")
        assert "40" not in f"{row['AI draft']}{row['AI subject']}"
    assert len(server.calls("f")) == 2, "the same lie is held for the same reasons, and known"


def test_a_sync_says_what_it_sent_and_the_next_one_what_came_back_and_what_it_cost(own, server):
    first = own.run("sync", "--batch", "--today", MONDAY)
    sent = "4 questions were sent to tiny as a batch; the next sync collects the answers."
    assert sent in first.stderr
    assert "Asked tiny" not in first.stdout
    again = own.run("sync", "--today", MONDAY)
    assert "answers of a batch came back." in again.stderr
    assert "Asked tiny: 4 calls, 2,400 tokens, USD 0.0014." in again.stdout
    assert own.row("Research", "Ost")["AI note"]
    assert server.asked
    assert all(asked.headers.keys() == {"idempotency-key"} for asked in server.asked), "none live"


def test_a_sync_that_finds_a_batch_unfinished_leaves_the_file_as_it_is(own, server):
    server.batches.held = True
    own.sync("--batch")
    before = own.path.read_bytes()
    for options in (["--batch"], []):
        told = own.run("sync", *options, "--today", MONDAY)
        assert "4 questions are still out in a batch" in told.stderr
        assert "0 changes; nothing was written" in told.stdout
        assert own.path.read_bytes() == before
    assert server.asked == []


def test_p12_plan_and_check_touch_no_network_and_say_what_is_out(own, server):
    server.batches.held = True
    own.sync("--batch")
    requests = len(server.batches.requests)
    for command in ("plan", "check"):
        told = own.run(command, "--format", "json", "--today", MONDAY)
        assert "4 questions are still out in a batch" in told.stderr
    planned = own.json("plan")
    assert planned["ai"]["calls"] == 0
    assert planned["changes"] == []
    assert len(server.batches.requests) == requests


def test_what_is_out_is_collected_though_nobody_asks_for_it_any_more(own, server):
    server.batches.held = True
    own.sync("--batch")
    own.types("Research", "Ost", {"AI note": "ours", "AI mismatch": "ours"})
    columns = ("AI suggested problem", "AI suggested signal", "AI evidence")
    own.types("Research", "Ost", dict.fromkeys(columns, "ours"))
    own.types(
        "Qualification",
        "Ost",
        {name: "ours" for name, value in own.row("Qualification", "Ost").items() if _ai(name)},
    )
    own.sync("--no-ai")
    own.sync()
    own.sync()
    server.batches.held = False
    own.sync()
    ledger = Ledger.read(place_of(str(own.path)))
    assert ledger.batches == {}
    assert len(ledger.answers) == len(server.billed) == 4
    assert own.row("Research", "Ost")["AI note"] == "ours"


def _ai(name):
    return str(name).startswith("AI ")


def test_a_limit_of_rows_holds_for_a_batch_too(own, server):
    own.adds("Research", lead("West"), lead("Mitte"))
    own.sync("--batch", "--limit", "1")
    assert len(server.batches.lines) == 4
    own.sync("--batch")
    assert len(server.batches.lines) == 12


def test_the_limits_of_the_settings_hold_for_a_batch(own, server):
    own.types("Settings", "AI calls per run", {"Value": 3})
    own.sync("--batch")
    assert len(server.batches.lines) == 3
    own.sync("--batch")
    assert len(server.batches.lines) == 4


def test_a_service_without_batches_says_so_in_the_sheet_and_a_plain_sync_goes_on(own, server):
    server.batches.fails("POST /files", *[Does(status=404, body={})] * 9)
    own.sync("--batch")
    assert "run the sync without --batch" in evidence(own, "Research", "a")
    assert server.batches.count("POST /files") == 1
    own.sync()
    assert own.row("Research", "Ost")["AI note"]


def test_a_question_about_inputs_that_changed_meanwhile_is_not_answered_by_the_old_batch(
    own, server
):
    own.sync("--batch")
    own.types("Research", "Ost", {"Source notes": "They opened a yard in Turin. They run 9 docks."})
    own.sync("--batch")
    assert evidence(own, "Research", "a") == f"(job a: waiting: {OUT})"
    own.sync("--batch")
    assert own.row("Research", "Ost")["AI note"] == "They opened a yard in Turin"


def test_with_the_offline_drafter_there_is_nothing_to_send_and_it_is_said(own, server, tmp_path):
    (tmp_path / "sheetsync.toml").unlink()
    told = own.run("sync", "--batch", "--today", MONDAY)
    assert "No model is configured, so nothing is sent as a batch" in told.stderr
    assert own.row("Research", "Ost")["AI note"]
    assert "No model" not in own.run("sync", "--batch", "--no-ai", "--today", MONDAY).stderr


def test_only_sync_takes_batch(own):
    assert "--batch" in own.run("sync", "--help").stdout
    assert own.run("plan", "--batch").exit_code == 2


def in_passes(server, budget, **service):
    """One run whose first pass sends four questions, and whose second has four more to send."""
    priced = {"prices": PRICES, "timeout_s": 5.0, **service}
    model = RemoteModel(Service("tiny", server.url, **priced), pays=True, batch=True)
    model.in_rounds = True
    small = SmallTeam(model=model)
    small.types("Settings", {"Value": budget}, "AI budget per run (USD)")
    small.adds("Research", lead(NORD))
    small.sync()
    first = len(server.batches.lines)
    small.adds("Research", lead(SOUTH))
    small.sync()
    (_, parts), *_ = Ledger.read(place_of("memory")).spent.values()
    return first, len(server.batches.lines) - first, parts / PICO


def test_i6_what_one_pass_of_a_run_has_sent_counts_in_its_next_pass(server, monkeypatch, tmp_path):
    first, second, reserved = in_passes(server, 1.0)
    assert (first, second) == (4, 4)
    half = reserved * 0.75
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "other"))
    with ModelServer() as other:
        _, second, reserved = in_passes(other, half)
    assert 0 < second < 4
    assert reserved <= half


def test_what_a_run_has_sent_counts_against_the_day_once_only(server, monkeypatch, tmp_path):
    whole = in_passes(server, 1.0)[2]
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "other"))
    with ModelServer() as other:
        assert in_passes(other, 1.0, usd_per_day=whole * 1.1)[:2] == (4, 4)
