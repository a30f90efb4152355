"""Which model is asked, where and with which key: the file first, then the environment, else nobody."""

import pytest

from sheetsync.ai.budget import Prices
from sheetsync.ai.service import read_service
from sheetsync.errors import UsageError

KEY = {"OPENAI_API_KEY": "sk-planted"}


def read(folder, text="", **environment):
    if text:
        (folder / "sheetsync.toml").write_text(text)
    return read_service(folder, environment)


def test_with_nothing_set_nobody_is_asked(tmp_path):
    assert read(tmp_path) is None
    assert read(tmp_path, **KEY, OPENAI_BASE_URL="https://api.example.com/v1") is None
    assert read(tmp_path, 'book = "sales.xlsx"') is None


def test_the_file_comes_before_the_environment(tmp_path):
    environment = {"SHEETSYNC_MODEL": "theirs", "OPENAI_BASE_URL": "https://theirs.example/v1"}
    own = read(tmp_path, **environment)
    assert (own.model, own.base_url) == ("theirs", "https://theirs.example/v1")
    own = read(
        tmp_path, '[ai]\nmodel = "ours"\nbase_url = "https://ours.example/v1"', **environment
    )
    assert (own.model, own.base_url) == ("ours", "https://ours.example/v1")


def test_an_empty_address_in_the_environment_is_none(tmp_path):
    assert read(tmp_path, SHEETSYNC_MODEL="m", OPENAI_BASE_URL="").base_url is None


@pytest.mark.parametrize(
    ("address", "sent"),
    [
        (None, True),
        ("https://api.example.com/v1", True),
        ("http://api.example.com/v1", False),
        ("http://127.0.0.1:8080/v1", False),
        ("http://localhost:8080/v1", False),
        ("https://192.168.1.7/v1", False),
        ("https://box.local/v1", False),
    ],
)
def test_the_environments_key_goes_to_services_on_the_web_only(tmp_path, address, sent):
    environment = {**KEY, **({"OPENAI_BASE_URL": address} if address else {})}
    own = read(tmp_path, SHEETSYNC_MODEL="m", **environment)
    assert (own.key.reveal() == "sk-planted") is sent
    assert "sk-planted" not in repr(own)


def test_a_key_that_is_named_for_an_address_is_meant_for_it(tmp_path):
    text = '[ai]\nmodel = "m"\nbase_url = "http://127.0.0.1:1/v1"\nkey_from = "OURS"'
    assert read(tmp_path, text, **KEY, OURS="sk-ours").key.reveal() == "sk-ours"


def test_a_service_on_the_web_needs_a_key_and_one_on_this_machine_does_not(tmp_path):
    assert read(tmp_path, SHEETSYNC_MODEL="m").needs_key
    assert not read(tmp_path, SHEETSYNC_MODEL="m", **KEY).needs_key
    assert not read(tmp_path, SHEETSYNC_MODEL="m", OPENAI_BASE_URL="http://[::1]:1/v1").needs_key


def test_limits_and_prices_are_read(tmp_path):
    text = """[ai]
model = "m"
input_usd_per_million = 0.15
output_usd_per_million = 0.6
calls_per_day = 100
usd_per_day = 2.5
concurrency = 99
timeout_seconds = 30
"""
    own = read(tmp_path, text)
    assert own.prices == Prices.per_million(0.15, 0.6)
    assert (own.calls_per_day, own.usd_per_day, own.at_once, own.timeout_s) == (100, 2.5, 32, 30.0)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("model = 3", "model is not a text"),
        ('base_url = "api.example.com"', "base_url is not a web address"),
        ("calls_per_day = true", "calls_per_day is not a number"),
        ("usd_per_day = -1", "usd_per_day is not a number"),
        ("input_usd_per_million = 1", "needs output_usd_per_million"),
        ("budget = 5", "budget is not known"),
    ],
)
def test_a_line_that_cannot_be_used_is_named(tmp_path, line, words):
    with pytest.raises(UsageError, match=words):
        read(tmp_path, f"[ai]\n{line}", SHEETSYNC_MODEL="m")


def test_a_file_that_cannot_be_read_is_the_matter_of_whoever_looks_for_the_book(tmp_path):
    assert read(tmp_path, "[ai\nmodel =") is None
