"""Who asks Google: every wrong credential gives one sentence, and no secret goes anywhere but to Google."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest
import requests
from click.testing import CliRunner, Result
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from google.auth._cloud_sdk import CLOUD_SDK_CLIENT_ID

from sheetsync.books.google_access import SCOPE, find_access
from sheetsync.books.google_address import address
from sheetsync.books.google_client import SheetsClient
from sheetsync.books.google_errors import GoogleBusy
from sheetsync.books.google_pace import Pace
from sheetsync.cli import main
from tests.broken import says
from tests.google_identity import (
    IAM,
    KEY_ID,
    REFRESH,
    TOKEN,
    Guarded,
    OtherHosts,
    TokenServer,
    key_file,
    key_info,
    pem,
    secrets,
)
from tests.google_sheets import Clockwork
from tests.laid_sheets import laid_sheet
from tests.sheets_server.server import ACCOUNT, Server

ROOT = Path(__file__).parents[2]
OWNER = "boss@example.com"
TARGET = "worker@example-project.iam.gserviceaccount.com"


@dataclass(slots=True)
class Desk:
    """A person's machine with a key file, and all of Google on loopback."""

    server: Server
    office: TokenServer
    door: Guarded
    others: OtherHosts
    folder: Path
    key: str
    environment: dict[str, str] = field(default_factory=dict)

    def run(self, *words: str, **environment: str) -> Result:
        own = {**self.environment, **environment}
        done = CliRunner().invoke(main, [*words, address(self.key)], env=own)
        if done.exception is not None and not isinstance(done.exception, SystemExit):
            raise done.exception
        return done

    def process(
        self, *words: str, without: tuple[str, ...] = (), **environment: str
    ) -> "subprocess.CompletedProcess[str]":
        """The same in a process of its own, whose libraries read the environment anew."""
        own = {**os.environ, **self.environment, "PYTHONPATH": str(ROOT), **environment}
        command = [sys.executable, "-c", "from sheetsync.cli import main; main()", *words]
        return subprocess.run(
            [*command, address(self.key)],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
            env={name: value for name, value in own.items() if name not in without},
        )

    def everything(self) -> str:
        """All cells, notes and metadata of the sheet, and every file that a run has left."""
        path = f"/v4/spreadsheets/{self.key}"
        _, body = self.server.handle("GET", path, {"includeGridData": "true"}, account=OWNER)
        left = (self.folder / "home").rglob("*")
        texts = [each.read_text(errors="replace") for each in left if each.is_file()]
        return json.dumps(body) + "".join(texts)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    server = Server()
    with TokenServer() as office, Guarded(server, office) as door, OtherHosts(tmp_path) as others:
        key = laid_sheet(server, owner=OWNER)
        server.person(key).share(ACCOUNT)
        server.trace.clear()
        environment = {
            "SHEETSYNC_SHEETS_URL": door.url,
            "GOOGLE_APPLICATION_CREDENTIALS": str(key_file(tmp_path, office.url)),
            "NO_GCE_CHECK": "true",
            **others.environment,
        }
        yield Desk(server, office, door, others, tmp_path, key, environment)


def no_secret_in(*texts: str) -> None:
    for text in texts:
        assert not [secret for secret in secrets() if secret in text]


class TestTheKeyOfAServiceAccount:
    def test_it_is_signed_for_a_token_that_opens_sheets_and_nothing_else(self, desk):
        assert desk.run("sync").exit_code == 0
        (claims,) = desk.office.claims
        assert claims["iss"] == ACCOUNT
        assert claims["scope"] == SCOPE == "https://www.googleapis.com/auth/spreadsheets"
        assert claims["exp"] - claims["iat"] <= 3600
        assert set(desk.door.bearers) == {f"Bearer {TOKEN}1"}
        assert len(desk.door.bearers) == 4  # two reads, a look, and a write

    def test_nobody_but_google_is_asked_on_the_way(self, desk):
        assert desk.run("sync").exit_code == 0
        assert set(desk.others.hosts) <= {f"{IAM}:443"}

    def test_a_token_that_expires_in_the_middle_is_renewed(self, desk):
        desk.server.between.before(desk.office.valid.clear, matching="spreadsheets.get")
        assert desk.run("check").exit_code == 0
        assert desk.office.asked == 2
        assert desk.door.bearers == [f"Bearer {TOKEN}{number}" for number in (1, 1, 2)]

    def test_a_write_that_met_an_expired_token_is_carried_out_once(self, desk):
        desk.server.between.before(desk.office.valid.clear, matching="batchGetByDataFilter")
        assert desk.run("sync").exit_code == 0
        assert desk.office.asked == 2
        assert sum(":batchUpdate" in path for _, path, _ in desk.server.trace) == 1

    def test_a_file_that_notepad_saved_is_read(self, desk):
        path = Path(desk.environment["GOOGLE_APPLICATION_CREDENTIALS"])
        path.write_text(path.read_text(), encoding="utf-8-sig")
        assert desk.run("check").exit_code == 0

    def test_sheetsync_toml_names_it_from_its_own_folder(self, desk, monkeypatch):
        monkeypatch.chdir(desk.folder)
        Path("sheetsync.toml").write_text('[google]\ncredentials = "key.json"\n')
        assert desk.run("check", GOOGLE_APPLICATION_CREDENTIALS="").exit_code == 0
        assert desk.office.asked == 1

    def test_sheetsync_toml_may_name_it_from_the_home_folder(self, desk, monkeypatch):
        monkeypatch.chdir(desk.folder)
        Path("sheetsync.toml").write_text('[google]\ncredentials = "~/key.json"\n')
        done = desk.run("check", GOOGLE_APPLICATION_CREDENTIALS="", HOME=str(desk.folder))
        assert done.exit_code == 0
        assert desk.office.asked == 1

    def test_no_password_of_a_netrc_file_goes_along(self, desk):
        netrc = desk.folder / "netrc"
        netrc.write_text("default login me password hunter2\n")
        assert desk.run("check", NETRC=str(netrc)).exit_code == 0
        assert desk.office.passwords == []
        assert all(each.startswith("Bearer ") for each in desk.door.bearers)


NO_KEY = "Keys, add a key of type JSON"
WRONG: Mapping[str, tuple[Any, str, str]] = {
    "no JSON": ("BEGIN", "is not JSON", "Download the key"),
    "no text": (b"\xff\xfe\x00", "is not JSON", "Download the key"),
    "empty": ("", "is not JSON", "Download the key"),
    "nested too deeply": ("[" * 100_000, "is not JSON", "Download the key"),
    "an OAuth client": ({"installed": {"client_secret": TOKEN}}, "is an OAuth client", NO_KEY),
    "an OAuth client of the web": ({"web": {}}, "is an OAuth client", NO_KEY),
    "other JSON": ({"name": "package"}, "not the key of a service account", NO_KEY),
    "another kind": ({"type": "something"}, "not the key of a service account", NO_KEY),
    "a list": ([1], "not the key of a service account", NO_KEY),
    "a number": (7, "not the key of a service account", NO_KEY),
    "nothing": (None, "not the key of a service account", NO_KEY),
    "a sign-in without its parts": (
        {"type": "authorized_user", "refresh_token": REFRESH},
        "are incomplete or damaged",
        "sign in with",
    ),
    "an impersonation without its parts": (
        {"type": "impersonated_service_account"},
        "are incomplete or damaged",
        "sign in with",
    ),
    "an identity from elsewhere without its parts": (
        {"type": "external_account", "audience": 3},
        "are incomplete or damaged",
        "sign in with",
    ),
}


class TestWrongFiles:
    @pytest.mark.parametrize("kind", WRONG)
    def test_each_is_said_in_a_sentence(self, desk, kind):
        content, what, then = WRONG[kind]
        path = desk.folder / "wrong.json"
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            path.write_text(content if isinstance(content, str) else json.dumps(content))
        done = desk.run("check", GOOGLE_APPLICATION_CREDENTIALS=str(path))
        says(done, 2, str(path), what, "Nothing was read or written.", then)
        no_secret_in(done.output)
        assert desk.office.asked == 0

    def test_a_file_that_is_missing(self, desk):
        done = desk.run("check", GOOGLE_APPLICATION_CREDENTIALS="/nowhere/key.json")
        says(done, 2, "/nowhere/key.json does not exist", "sign in with “gcloud auth")

    def test_a_home_folder_that_nobody_has(self, desk):
        done = desk.run("check", GOOGLE_APPLICATION_CREDENTIALS="~nobody-here/key.json")
        says(done, 2, "~nobody-here/key.json cannot be read")

    def test_a_folder(self, desk):
        done = desk.run("check", GOOGLE_APPLICATION_CREDENTIALS=str(desk.folder))
        says(done, 2, f"{desk.folder} is a folder", "Name the file itself")

    def test_a_file_that_cannot_be_read(self, desk):
        loop = desk.folder / "loop.json"
        loop.symlink_to(loop)
        done = desk.run("check", GOOGLE_APPLICATION_CREDENTIALS=str(loop))
        says(done, 2, "cannot be read (Too many levels", "Allow your account on this machine")

    @pytest.mark.skipif(
        not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read every file"
    )
    def test_a_file_that_may_not_be_read(self, desk):
        path = Path(desk.environment["GOOGLE_APPLICATION_CREDENTIALS"])
        path.chmod(0)
        says(desk.run("check"), 2, "cannot be read (Permission denied)")

    def test_the_example_that_comes_with_the_program(self, desk):
        example = ROOT / "credentials.example.json"
        done = desk.run("check", GOOGLE_APPLICATION_CREDENTIALS=str(example))
        says(done, 2, "credentials.example.json is the example", "holds no key", NO_KEY)

    @pytest.mark.parametrize("name", ["client_email", "private_key", "token_uri"])
    @pytest.mark.parametrize("value", [None, "", 7])
    def test_a_key_that_lacks_a_part(self, desk, name, value):
        key_file(desk.folder, desk.office.url, **{name: value})
        done = desk.run("check")
        says(done, 2, "is incomplete", f"it has no {name}", "Download the key")
        no_secret_in(done.output)

    @pytest.mark.parametrize("damage", ["cut", "another kind", "no key at all"])
    def test_a_private_key_that_is_damaged(self, desk, damage):
        damaged = {
            "cut": pem()[:400] + "\n-----END PRIVATE KEY-----\n",
            "another kind": ec.generate_private_key(ec.SECP256R1())
            .private_bytes(
                serialization.Encoding.DER,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
            .hex(),
            "no key at all": "MIIEvQIBADANBgkqhkiG9w0B",
        }[damage]
        key_file(desk.folder, desk.office.url, private_key=damaged)
        done = desk.run("check")
        says(done, 2, "The private key in ", " is damaged.", "do not edit it")
        no_secret_in(done.output)
        assert damaged not in done.output

    @pytest.mark.parametrize("where", ["environment", "environment, indented", "sheetsync.toml"])
    @pytest.mark.parametrize("command", ["check", "doctor", "init"])
    def test_a_key_pasted_where_its_file_belongs_is_not_shown(
        self, desk, monkeypatch, where, command
    ):
        monkeypatch.chdir(desk.folder)
        info = key_info(desk.office.url)
        if where == "sheetsync.toml":
            lines = f"[google]\ncredentials = '''{json.dumps(info)}'''\n"
            Path("sheetsync.toml").write_text(f'book = "{desk.key}"\n{lines}')
            done = desk.run(command, GOOGLE_APPLICATION_CREDENTIALS="")
        else:
            text = json.dumps(info, indent=2 if "indented" in where else None)
            done = desk.run(command, GOOGLE_APPLICATION_CREDENTIALS=text)
        assert done.exit_code == (1 if command == "doctor" else 2)
        assert "it may be the key itself" in done.output
        assert "Save the key as a file of its own" in done.output
        no_secret_in(done.output)

    @pytest.mark.parametrize("text", ["-----BEGIN PRIVATE KEY-----", "Zm9vYmFy" * 200])
    def test_nor_is_a_part_of_one(self, desk, text):
        done = desk.run("check", GOOGLE_APPLICATION_CREDENTIALS=text)
        says(done, 2, "it may be the key itself")
        assert text not in done.output


FIND = """
import os, pathlib
from sheetsync.books.google_access import find_access
access = find_access(os.environ, pathlib.Path())
print(f"account “{access.account}”", access.credentials.refresh_token)
"""


class TestNoCredentials:
    @pytest.mark.parametrize("elsewhere", [{}, {"NO_GCE_CHECK": "", "GCE_METADATA_HOST": "dead"}])
    def test_a_machine_without_any_says_how_to_get_some(self, desk, elsewhere):
        """Without google-auth's own warnings, too, be it in a cloud or not."""
        dead = "127.0.0.1:9"
        own = {name: dead if value == "dead" else value for name, value in elsewhere.items()}
        done = desk.process(
            "check",
            without=("SHEETSYNC_SHEETS_URL", "GOOGLE_APPLICATION_CREDENTIALS"),
            HOME=str(desk.folder),
            CLOUDSDK_CONFIG=str(desk.folder / "gcloud"),
            GCE_METADATA_IP=dead,
            GCE_METADATA_DETECT_RETRIES="1",
            **own,
        )
        assert done.returncode == 2
        lines = done.stderr.splitlines()
        assert lines[0] == "Error: There are no credentials for Google Sheets on this machine."
        assert lines[1] == "Nothing was read or written."
        assert lines[2].startswith("Name the key file of a service account in GOOGLE_APPLICATION")
        assert len(lines) == 3

    @pytest.fixture
    def signed_in(self, desk) -> Path:
        gcloud = desk.folder / "gcloud"
        gcloud.mkdir()
        content = {"type": "authorized_user", "client_id": CLOUD_SDK_CLIENT_ID}
        content |= {"client_secret": "s"}
        content |= {"refresh_token": REFRESH, "token_uri": desk.office.url}
        path = gcloud / "application_default_credentials.json"
        path.write_text(json.dumps(content))
        return path

    def test_a_sign_in_of_gcloud_is_found_without_a_warning(self, desk, signed_in):
        done = subprocess.run(
            [sys.executable, "-W", "error", "-c", FIND],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
            env={
                **{k: v for k, v in os.environ.items() if k != "GOOGLE_APPLICATION_CREDENTIALS"},
                "CLOUDSDK_CONFIG": str(signed_in.parent),
                "PYTHONPATH": str(ROOT),
            },
        )
        assert (done.stdout, done.stderr) == (f"account “” {REFRESH}\n", "")

    def test_a_person_who_signed_in_is_asked_for_as_such(self, desk, signed_in):
        desk.others.answers["/token"] = 200, {"access_token": TOKEN, "expires_in": 3600}
        desk.office.valid.add(TOKEN)
        done = desk.run("doctor", GOOGLE_APPLICATION_CREDENTIALS=str(signed_in))
        assert "sheetsync asks as the credentials of this machine" in done.stdout
        assert "“Sales” can be read" in done.stdout
        (form,) = (parse_qs(body) for body in desk.others.bodies if "refresh_token" in body)
        assert form["refresh_token"] == [REFRESH]
        assert form["scope"] == [SCOPE]
        no_secret_in(done.output)

    def test_a_sign_in_that_was_revoked_says_how_to_sign_in_again(self, desk, signed_in):
        desk.others.answers["/token"] = grant("Token has been expired or revoked.")
        done = desk.run("check", GOOGLE_APPLICATION_CREDENTIALS=str(signed_in))
        says(done, 2, "was deleted, disabled or revoked", "gcloud auth application-default login")
        no_secret_in(done.output)

    @pytest.mark.parametrize(
        "url",
        [
            "https://example.com",
            "http://127.0.0.1@example.com",
            "http://127.0.0.1.example.com",
            "file://127.0.0.1/x",
            "http://[::1",
            "127.0.0.1:80",
        ],
    )
    def test_another_address_of_google_is_one_of_this_machine_or_none(self, desk, url):
        done = desk.run("check", SHEETSYNC_SHEETS_URL=url)
        says(
            done, 2, "SHEETSYNC_SHEETS_URL names another machine", "Leave SHEETSYNC_SHEETS_URL out"
        )
        assert desk.office.asked == 0


def grant(description: str, error: str = "invalid_grant") -> tuple[int, Any]:
    return 400, {"error": error, "error_description": description}


SHORT_LIVED = (
    "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. "
    "Check your iat and exp values in the JWT claim."
)
REFUSALS = {
    "account deleted": (grant("Invalid grant: account not found"), "was deleted, disabled or"),
    "key deleted": (grant("Invalid JWT Signature."), "was deleted, disabled or revoked"),
    "account disabled": (
        grant("The account is disabled.", "unauthorized"),
        "was deleted, disabled",
    ),
    "sign-in revoked": (grant("Token has been expired or revoked."), "was deleted, disabled"),
    "an associated account": (grant("The associated account is gone."), "was deleted, disabled"),
    "wrong clock": (grant(SHORT_LIVED), "because this machine's clock is wrong"),
    "scope refused": (grant("Bad Request", "invalid_scope"), "is not good for Google Sheets"),
    "something new": ((400, {"error": "novelty"}), "Google did not accept the credentials."),
    "a page": ((400, "<html>no</html>"), "Google did not accept the credentials."),
    "no token": ((200, {"id": 1}), "Google did not accept the credentials."),
}


class TestNotLetIn:
    @pytest.mark.parametrize("kind", REFUSALS)
    @pytest.mark.parametrize("verbose", [(), ("--verbose",)])
    def test_each_refusal_of_a_token_is_said_in_a_sentence(self, desk, kind, verbose):
        desk.office.refusal, what = REFUSALS[kind]
        done = desk.run("check", *verbose)
        says(done, 2, what, "Nothing was read or written.")
        no_secret_in(done.output)
        assert desk.server.trace == []

    def test_a_wrong_clock_is_to_be_set(self, desk):
        desk.office.refusal = grant(SHORT_LIVED)
        says(desk.run("check"), 2, "Set the date and time of this machine")

    def test_a_token_refused_after_it_expired_is_said_too(self, desk):
        def gone() -> None:
            desk.office.valid.clear()
            desk.office.refusal = grant("Invalid grant: account not found")

        desk.server.between.before(gone, matching="spreadsheets.get")
        says(desk.run("check"), 2, "was deleted, disabled or revoked")

    def test_a_sheet_that_lets_no_token_in_is_said_too(self, desk):
        desk.server.between.before(lambda: None)
        desk.office.valid = _Closed()
        done = desk.run("check")
        says(done, 2, "no longer accepts the credentials", "Make a new key")
        no_secret_in(done.output)

    def test_a_certificate_that_is_not_trusted_is_said_so(self, desk):
        """A clock that is far off, or a proxy between: no use in trying again."""
        uri = f"https://{IAM}/token"
        key_file(desk.folder, uri)
        done = desk.run("check", REQUESTS_CA_BUNDLE="")
        says(done, 1, "There is no secure connection to Google", "Set the date and time")
        assert desk.server.trace == []


class TestATokenServerInTrouble:
    """No fault of the credentials: it may be over in a moment."""

    @pytest.fixture
    def client(self, desk, monkeypatch) -> SheetsClient:
        monkeypatch.setattr("time.sleep", lambda _: None)  # google-auth waits of its own, too
        access = find_access(desk.environment, desk.folder)
        clock = Clockwork()
        pace = Pace(now=clock.now, sleep=clock.sleep)
        return SheetsClient(access.credentials, base=desk.door.url, pace=pace, timeout=(3.0, 3.0))

    @pytest.mark.parametrize("answer", [(503, "down"), (500, {}), (429, "later")])
    def test_is_asked_again_and_then_to_be_run_again(self, desk, client, answer):
        desk.office.refusal = answer
        with pytest.raises(GoogleBusy, match="gives out no sign-in at the moment") as busy:
            client.read(desk.key, "")
        assert busy.value.exit_code == 75
        assert desk.server.trace == []
        desk.office.refusal = None
        assert client.read(desk.key, "", params={"fields": "spreadsheetId"})

    def test_that_is_not_there_is_no_connection(self, desk, client):
        desk.office.http.shutdown()
        desk.office.http.server_close()
        with pytest.raises(GoogleBusy, match="there is no connection"):
            client.read(desk.key, "")

    def test_is_not_waited_for_without_end(self, desk, client, monkeypatch):
        seen: list[Any] = []
        plain = requests.Session.send

        def noting(self: requests.Session, request: Any, **more: Any) -> Any:
            if IAM not in request.url:  # google-auth asks there beside the run, in a daemon thread
                seen.append(more.get("timeout"))
            return plain(self, request, **more)

        monkeypatch.setattr(requests.Session, "send", noting)
        client.read(desk.key, "", params={"fields": "spreadsheetId"})
        assert desk.office.asked == 1
        assert set(seen) == {(3.0, 3.0)}


class _Closed(set[str]):
    """No token is ever good."""

    def __contains__(self, _: object) -> bool:
        return False


class TestTheSheet:
    def test_one_that_is_not_shared_names_the_account_to_share_it_with(self, desk):
        desk.server.person(desk.key).unshare(ACCOUNT)
        done = desk.run("check")
        says(
            done, 2, address(desk.key), f"not shared with {ACCOUNT}", f"add {ACCOUNT} as an editor"
        )

    def test_one_in_the_bin_is_said_so(self, desk):
        desk.server.person(desk.key).bin()
        says(desk.run("check"), 2, "There is no Google Sheet at", "take it out of the bin")

    def test_an_excel_file_in_drive_is_said_so(self, desk):
        del desk.server.books[desk.key]
        says(desk.run("check"), 2, "is an Excel file", "choose File → Save as Google Sheets")

    def test_an_api_that_is_switched_off_names_the_page_to_switch_it_on(self, desk):
        told = (
            "Google Sheets API has not been used in project 603366585132 before or it is disabled. "
            "Enable it by visiting https://console.developers.google.com/apis then retry."
        )
        done = answered(desk, 403, told)
        says(
            done,
            2,
            "The Google Sheets API is not switched on",
            "library/sheets.googleapis.com?project=603366585132, press Enable",
        )

    @pytest.mark.parametrize(
        ("status", "told", "what", "then"),
        [
            (
                403,
                "Request had insufficient authentication scopes.",
                "is not good for Google Sheets",
                "--scopes=https://www.googleapis.com/auth/spreadsheets",
            ),
            (
                403,
                "The sheets.googleapis.com API requires a quota project, which is not set.",
                "which Google Cloud project it belongs to",
                "set-quota-project",
            ),
            (418, "I am a teapot", "(418: I am a teapot)", "sheetsync doctor"),
            (302, "", "Google refused", "sheetsync doctor"),
        ],
    )
    def test_what_google_says_becomes_a_sentence(self, desk, status, told, what, then):
        done = answered(desk, status, told)
        says(done, 1 if status in (418, 302) else 2, what, then)
        no_secret_in(done.output)


def answered(desk: Desk, status: int, told: str) -> Result:
    """Check the sheet while Google answers every request so."""

    class Refusing(Server):
        def handle(self, *_: Any, **__: Any) -> tuple[int, Any]:
            return status, {"error": {"code": status, "message": told}}

    with Guarded(Refusing(), desk.office) as door:
        return desk.run("check", SHEETSYNC_SHEETS_URL=door.url)


class TestActingAsAnother:
    def denied(self, status: int, told: str) -> tuple[int, Any]:
        return status, {"error": {"code": status, "message": told, "status": "PERMISSION_DENIED"}}

    def test_the_other_account_asks_with_the_one_scope(self, desk):
        granted = {"accessToken": f"{TOKEN}other", "expireTime": "2099-01-01T00:00:00Z"}
        desk.others.answers[":generateAccessToken"] = 200, granted
        desk.office.valid.add(f"{TOKEN}other")
        done = desk.run("init", SHEETSYNC_IMPERSONATE=TARGET)
        assert done.exit_code == 0, done.output
        assert f"Share the sheet with {TARGET}" in done.stderr
        assert set(desk.door.bearers) == {f"Bearer {TOKEN}other"}
        assert any(body and json.loads(body)["scope"] == [SCOPE] for body in desk.others.bodies)
        assert any(TARGET in path for path in desk.others.paths)
        no_secret_in(done.output, desk.everything())

    @pytest.mark.parametrize(
        "told",
        [
            "Permission 'iam.serviceAccounts.getAccessToken' denied on resource.",
            "Not found; Gaia id not found for email; it may be disabled or deleted.",
        ],
    )
    def test_one_that_may_not_is_said_so(self, desk, told):
        desk.others.answers[":generateAccessToken"] = self.denied(403, told)
        done = desk.run("check", SHEETSYNC_IMPERSONATE=TARGET)
        says(done, 2, "may not act as the service account", "Service Account Token Creator")
        no_secret_in(done.output)

    def test_its_api_that_is_switched_off_is_said_so(self, desk):
        told = (
            "IAM Service Account Credentials API has not been used in project 42 before or it is "
            "disabled."
        )
        desk.others.answers[":generateAccessToken"] = self.denied(403, told)
        done = desk.run("check", SHEETSYNC_IMPERSONATE=TARGET)
        says(done, 2, "The IAM Service Account Credentials API", f"library/{IAM}?project=42")

    def test_a_source_that_is_not_let_in_is_said_so(self, desk):
        desk.office.refusal = grant("Invalid JWT Signature.")
        done = desk.run("check", SHEETSYNC_IMPERSONATE=TARGET)
        says(done, 2, "was deleted, disabled or revoked")

    def test_a_file_of_that_kind_works_too(self, desk):
        granted = {"accessToken": f"{TOKEN}other", "expireTime": "2099-01-01T00:00:00Z"}
        desk.others.answers[":generateAccessToken"] = 200, granted
        desk.office.valid.add(f"{TOKEN}other")
        path = desk.folder / "acting.json"
        url = f"https://{IAM}/v1/projects/-/serviceAccounts/{TARGET}:generateAccessToken"
        acting = {"type": "impersonated_service_account", "service_account_impersonation_url": url}
        acting["source_credentials"] = key_info(desk.office.url)
        path.write_text(json.dumps(acting))
        done = desk.run("init", GOOGLE_APPLICATION_CREDENTIALS=str(path))
        assert done.exit_code == 0, done.output
        assert f"Share the sheet with {TARGET}" in done.stderr


class TestSecrets:
    @pytest.mark.parametrize("form", ["text", "json"])
    def test_none_is_in_what_a_run_prints_or_leaves(self, desk, form):
        for command in ("init", "check", "plan", "sync", "sync", "doctor", "log", "undo"):
            more = {"undo": (), "log": ("--format", form), "init": ("--format", form)}.get(
                command, ("--verbose", "--format", form)
            )
            done = desk.run(command, *more)
            no_secret_in(done.output)
        no_secret_in(desk.everything())
        assert "sync" in desk.everything()

    def test_none_is_in_a_traceback(self, desk):
        """An answer that no Google gives shows a fault of ours, and still no secret."""

        class Broken(Server):
            def handle(self, *_: Any, **__: Any) -> tuple[int, Any]:
                return 200, {"sheets": 5}

        with Guarded(Broken(), desk.office) as door:
            done = desk.process("sync", "--verbose", SHEETSYNC_SHEETS_URL=door.url)
        assert done.returncode != 0
        no_secret_in(done.stdout, done.stderr)
        assert KEY_ID not in done.stderr

    def test_none_is_in_what_google_auth_logs_when_it_is_asked_to(self, desk):
        done = desk.process("check", GOOGLE_SDK_PYTHON_LOGGING_SCOPE="google")
        assert done.returncode == 0
        no_secret_in(done.stdout, done.stderr)
