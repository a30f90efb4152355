"""A real model, weak and willing, over a real connection: whatever it writes, the gate holds.

Nothing of its text is asserted, only what may become of it.
"""

import pytest

from sheetsync.ai.budget import Budget, Caps
from sheetsync.ai.jobs import JobState
from sheetsync.ai.ledger import Ledger
from sheetsync.ai.service import Service
from sheetsync.ai.session import Session
from sheetsync.ai.terms import Terms
from tests.ai import real_model
from tests.ai.asking import MESSAGE, job
from tests.ai.independent import objections

pytestmark = [
    pytest.mark.real_model,
    pytest.mark.skipif(bool(real_model.MISSING), reason=real_model.MISSING),
    pytest.mark.xdist_group("real_model"),
]


@pytest.fixture(scope="module")
def url():
    with real_model.served() as address:
        yield address


def asked(url, place, *jobs):
    with Ledger.writing(place) as ledger:
        service = Service("smollm2", url, timeout_s=300, at_once=1)
        model = Session(service, ledger, Terms("run", "2026-03-02", Budget(Caps())))
        return model.answer(jobs), model.spent


def test_r58_no_claim_of_a_real_model_reaches_a_draft_without_its_quote(url, tmp_path):
    own = job("f")
    (answer,), spent = asked(url, tmp_path / "ledger.jsonl", own)
    assert spent.calls in (1, 2, 3)
    assert spent.tokens > 0
    assert answer.state in (JobState.DONE, JobState.FAILED)
    around = (MESSAGE["Opt-out sentence"], MESSAGE["Sender"])
    draft = answer.cells.get("AI draft", "")
    assert objections(draft, {**own.evidence, **own.sent}, around=around) == []
    again, spent = asked(url, tmp_path / "ledger.jsonl", own)
    assert again[0].cells == answer.cells
    assert spent.calls == 0, "what is in the ledger is not asked again"


def test_what_a_real_model_says_of_a_reply_is_the_replys_own_words(url, tmp_path):
    own = job("i", inputs={"Reply text": "We are comparing two vendors. What does it cost?"})
    (answer,), _ = asked(url, tmp_path / "ledger.jsonl", own)
    assert answer.state in (JobState.DONE, JobState.FAILED)
    for claim in answer.claims:
        assert claim.quote in own.inputs["Reply text"]
    summary = answer.cells.get("AI reply summary", "unknown")
    assert summary == "unknown" or objections(summary, own.inputs) == []
