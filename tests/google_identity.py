"""Google's doors on loopback: who gives out tokens, who looks at them, and the way to other hosts.

Keys, signatures, tokens and certificates are real ones; only the machines are all this one.
"""

import base64
import json
import ssl
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qs

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from tests.sheets_server.http import Loopback
from tests.sheets_server.refusals import Refusal
from tests.sheets_server.server import ACCOUNT, Server

KEY_ID = "kid5ecret0000planted"
TOKEN = "ya29.t0kensecretplanted"
REFRESH = "1//refresh5ecretplanted"
IAM = "iamcredentials.googleapis.com"
OAUTH = "oauth2.googleapis.com"


@cache
def private_key() -> rsa.RSAPrivateKey:
    """The service account's key."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def pem() -> str:
    """The same as a key file holds it."""
    form = serialization.PrivateFormat.PKCS8
    none = serialization.NoEncryption()
    return private_key().private_bytes(serialization.Encoding.PEM, form, none).decode()


def key_info(office: str, /, **changed: Any) -> dict[str, Any]:
    """The content of a service account's key file; ``None`` leaves a field out."""
    info = {
        "type": "service_account",
        "project_id": "example-project",
        "private_key_id": KEY_ID,
        "private_key": pem(),
        "client_email": ACCOUNT,
        "client_id": "1",
        "token_uri": office,
    }
    return {name: value for name, value in (info | changed).items() if value is not None}


def key_file(folder: Path, office: str, /, **changed: Any) -> Path:
    """A service account's key file."""
    path = folder / "key.json"
    path.write_text(json.dumps(key_info(office, **changed)), encoding="utf-8")
    return path


def secrets() -> list[str]:
    """What must be found nowhere: every line of the key, its id, and the beginning of each token."""
    lines = [line for line in pem().splitlines() if not line.startswith("-")]
    return [*lines, KEY_ID, TOKEN, REFRESH, "eyJ0eXAi", "eyJhbGci"]


class Running:
    """An HTTP server in a thread while the ``with`` block lasts."""

    def __init__(self, handler: type[BaseHTTPRequestHandler]) -> None:
        self.http = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.http.daemon_threads = True
        self.http.block_on_close = False
        self.url = f"http://127.0.0.1:{self.http.server_port}"
        self._thread = Thread(target=self.http.serve_forever, args=(0.02,), daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.http.shutdown()
        self.http.server_close()
        self._thread.join(5)


class _Quiet(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class's name
        """Say nothing."""

    def _body(self) -> bytes:
        return self.rfile.read(int(self.headers.get("Content-Length") or 0))

    def _reply(self, status: int, body: Any, headers: Mapping[str, str] | None = None) -> None:
        payload = (body if isinstance(body, str) else json.dumps(body)).encode()
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(payload)))
        self.end_headers()
        self.wfile.write(payload)


class TokenServer(Running):
    """Gives out access tokens for signed assertions, or the refusal that is planned.

    Attributes:
        claims: What each assertion said whose signature was right.
        valid: The tokens that are good now.
        refusal: Status and body to answer instead.
        asked: How often it was asked.
        passwords: ``Authorization`` headers that came along; there should be none.
    """

    def __init__(self) -> None:
        self.claims: list[dict[str, Any]] = []
        self.forms: list[dict[str, str]] = []
        self.valid: set[str] = set()
        self.refusal: tuple[int, Any] | None = None
        self.asked = 0
        self.passwords: list[str] = []
        office = self

        class Handler(_Quiet):
            def do_POST(self) -> None:
                form = {k: v[0] for k, v in parse_qs(self._body().decode()).items()}
                office.passwords += filter(None, [self.headers.get("Authorization")])
                self._reply(*office.answer(form))

        super().__init__(Handler)
        self.url += "/token"

    def answer(self, form: dict[str, str]) -> tuple[int, Any]:
        """Answer one request for a token."""
        self.asked += 1
        self.forms.append(form)
        if self.refusal is not None:
            return self.refusal
        if "assertion" in form:
            self.claims.append(_verified(form["assertion"]))
        token = f"{TOKEN}{self.asked}"
        self.valid.add(token)
        return 200, {"access_token": token, "expires_in": 3600, "token_type": "Bearer"}


def _verified(assertion: str) -> dict[str, Any]:
    head, claims, signature = assertion.split(".")
    signed = f"{head}.{claims}".encode()
    public = private_key().public_key()
    public.verify(_decoded(signature), signed, padding.PKCS1v15(), hashes.SHA256())
    found: dict[str, Any] = json.loads(_decoded(claims))
    return found


def _decoded(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


class Guarded(Loopback):
    """The Sheets server behind a door: only tokens that are good are let in.

    Attributes:
        bearers: The ``Authorization`` header of each request.
    """

    def __init__(self, server: Server, office: TokenServer) -> None:
        super().__init__(server)
        self.bearers: list[str] = []
        plain: Any = self.http.RequestHandlerClass
        bearers = self.bearers

        def guarded(handler: Any) -> None:
            given = handler.headers.get("Authorization", "")
            bearers.append(given)
            if given.removeprefix("Bearer ") in office.valid:
                plain._answer(handler)
                return
            handler.rfile.read(int(handler.headers.get("Content-Length") or 0))
            told = "Request had invalid authentication credentials."
            handler._send(401, Refusal(told, code=401).body())

        self.http.RequestHandlerClass = type(
            "Handler", (plain,), {"do_GET": guarded, "do_POST": guarded}
        )


class OtherHosts(Running):
    """Every other host of the internet, by way of a proxy: answers over TLS what is planned.

    Attributes:
        hosts: Whom somebody wanted to reach.
        answers: Status and body by the end of a path.
        paths: What was asked for.
        bodies: What came along with it.
    """

    def __init__(self, folder: Path, *hosts: str) -> None:
        self.hosts: list[str] = []
        self.paths: list[str] = []
        self.bodies: list[str] = []
        self.answers: dict[str, tuple[int, Any]] = {}
        self.authority = folder / "authority.pem"
        context = _certified(folder, self.authority, hosts or (IAM, OAUTH))
        outer = self

        class Handler(_Quiet):
            def do_CONNECT(self) -> None:
                outer.hosts.append(self.path)
                self.send_response(200)
                self.end_headers()
                self.wfile.flush()
                try:
                    self.connection = context.wrap_socket(self.connection, server_side=True)
                except OSError:  # whoever came does not trust the certificate
                    self.close_connection = True
                    return
                self.rfile = self.connection.makefile("rb")
                self.wfile = self.connection.makefile("wb", buffering=0)  # type: ignore[assignment] # as http.server makes it itself
                self.close_connection = False

            def do_POST(self) -> None:
                outer.bodies.append(self._body().decode())
                outer.paths.append(self.path)
                ends = (found for end, found in outer.answers.items() if self.path.endswith(end))
                self._reply(*next(ends, (404, {"error": {"code": 404}})))

            do_GET = do_POST  # noqa: N815 - a name of the base class

            def finish(self) -> None:
                super().finish()
                self.connection.close()  # the secure one; the server closes what it accepted

        super().__init__(Handler)

    @property
    def environment(self) -> dict[str, str]:
        """What leads every program here."""
        proxies = {"HTTPS_PROXY": self.url, "https_proxy": self.url}
        return proxies | {
            "NO_PROXY": "127.0.0.1",
            "no_proxy": "127.0.0.1",
            "REQUESTS_CA_BUNDLE": str(self.authority),
        }


def _certified(folder: Path, authority: Path, hosts: Sequence[str]) -> ssl.SSLContext:
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, hosts[0])])
    today = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(private_key().public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(today - timedelta(days=1))
        .not_valid_after(today + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName(list(map(x509.DNSName, hosts))), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(private_key(), hashes.SHA256())
    )
    authority.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    key = folder / "tls-key.pem"
    key.write_text(pem())
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(authority, key)
    return context
