"""Which model is asked, where and with which key: the file first, then the environment, else nobody."""

import pytest

from sheetsync.ai.budget import Prices
from sheetsync.ai.service import Service, read_service
from sheetsync.ai.settings import _KNOWN
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
        ("usd_per_day = -1", "usd_per_day must not be negative. .* usd_per_day = 5"),
        ("usd_per_day = 1e12", "usd_per_day must be at most 1,000,000,000"),
        ("usd_per_day = nan", "usd_per_day is not a number"),
        ("batch_price_share = 0.009", "must be at least 0.01. .* batch_price_share = 0.5"),
        ("batch_price_share = 0", "must be at least 0.01"),
        ("batch_price_share = 1.5", "must be at most 1. .* batch_price_share = 0.5"),
        ("examples = 7", "is not a whole number from 0 to 5. .* examples = 3"),
        ("timeout_seconds = 0", "timeout_seconds must be at least 0.2"),
        ("timeout_seconds = 0.1", "timeout_seconds must be at least 0.2"),
        ("flush_seconds = 0", "flush_seconds must be at least 0.2"),
        ("flush_second = 5", "flush_second is not known. .* flush_seconds is meant"),
        ("Model = 5", "Model is not known. .* model is meant"),
        ("input_usd_per_million = 1", "needs output_usd_per_million"),
        ("budget = 5", "budget is not known. .* known are base_url, "),
    ],
)
def test_a_line_that_cannot_be_used_is_named(tmp_path, line, words):
    with pytest.raises(UsageError, match=words):
        read(tmp_path, f"[ai]\n{line}", SHEETSYNC_MODEL="m")


@pytest.mark.parametrize("name", sorted(_KNOWN))
def test_the_value_that_a_refusal_suggests_can_be_used_itself(tmp_path, name):
    lines = [f"{each} = {value}" for each, value in _KNOWN.items()]
    with pytest.raises(UsageError) as refused:
        read(tmp_path, f"[ai]\nmodel = 'm'\n{name} = []".replace("model = 'm'\nmodel", "model"))
    assert refused.value.next_step == f"Correct the line: such as {name} = {_KNOWN[name]}."
    assert read(tmp_path, "\n".join(["[ai]", *lines])).batch_price_share == 0.5


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:99999/v1",
        "http://127.0.0.1:0/v1",
        "http://127.0.0.1:x/v1",
        "http:///v1",
        "http://api..com/v1",
        "http://256.1.1.1/v1",
        "http://☃/v1",
        "http://api.example.com/v 1",
        "http://[::1/v1",
    ],
)
def test_an_address_that_no_service_can_have_is_refused_before_anything_is_asked(tmp_path, address):
    with pytest.raises(UsageError, match="base_url is not a web address"):
        read(tmp_path, f'[ai]\nmodel = "m"\nbase_url = "{address}"')


def test_a_host_with_letters_of_other_languages_is_an_address(tmp_path):
    address = "https://übung.example/v1"
    assert read(tmp_path, f'[ai]\nmodel = "m"\nbase_url = "{address}"').base_url == address


def test_the_address_that_is_kept_holds_neither_a_password_nor_a_key():
    own = Service("m", "https://ana:secret@api.example.com:8443/v1/?key=secret#secret")
    assert own.address == "https://api.example.com:8443/v1"
    assert Service("m").address == Service("m", "https://api.openai.com/v1/").address


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"[ai]\nmodel = gpt-4.1-mini", r"at line 2.* put names in quotes"),
        (b"[ai\nmodel =", "at line 1"),
        (b'[ai]\nmodel = "m\xff"', "not text in UTF-8"),
        (b'ai = "m"', "heading"),
        (b'[[ai]]\nmodel = "m"', "heading"),
    ],
)
def test_a_file_that_cannot_be_read_is_not_taken_for_one_that_names_no_model(
    tmp_path, content, words
):
    (tmp_path / "sheetsync.toml").write_bytes(content)
    with pytest.raises(UsageError, match=f"sheetsync.toml cannot be read: .*{words}"):
        read_service(tmp_path, {})


def test_a_folder_in_the_place_of_the_file_is_said(tmp_path):
    (tmp_path / "sheetsync.toml").mkdir()
    with pytest.raises(UsageError, match=r"sheetsync.toml cannot be read: .* Nothing was done"):
        read_service(tmp_path, {})
