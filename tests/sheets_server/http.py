"""The thin HTTP shell: reads a request, hands it to the server, writes the answer."""

import gzip
import json
import socket
import struct
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from time import sleep
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit

from tests.sheets_server import exports
from tests.sheets_server.faults import Cut, NoAnswer
from tests.sheets_server.refusals import Refusal
from tests.sheets_server.server import Server


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # One packet for head and body: two would wait 40 ms for each other (Nagle, delayed ACK).
    wbufsize = -1
    disable_nagle_algorithm = True
    sheets: Server
    hold_s: float = 30.0

    def _answer(self) -> None:
        parts = urlsplit(self.path)
        length = int(self.headers.get("Content-Length") or 0)
        raw = self.rfile.read(length) if length else b""
        if self.headers.get("Content-Encoding") == "gzip":
            raw = gzip.decompress(raw)
        try:
            body: Any = self._decoded(raw)
            query = parse_qs(parts.query, keep_blank_values=True)
            verb = self.headers.get("X-HTTP-Method-Override") or self.command
            if verb != self.command:
                # A long GET sent as a POST carries its query in the body (googleapiclient).
                query, body = parse_qs(raw.decode(), keep_blank_values=True), None
            status, answer = self.sheets.handle(verb, parts.path, query, body)
        except Refusal as refusal:
            status, answer = refusal.code, refusal.body()
        except (Cut, NoAnswer) as lost:
            if isinstance(lost, NoAnswer):
                sleep(self.hold_s)
            self._cut()
            return
        except Exception as bug:  # noqa: BLE001 - a bug of the server must not look like a lost connection
            told = f"The local Sheets server has a bug: {type(bug).__name__}: {bug}"
            status, answer = 500, Refusal(told, code=500).body()
        self._send(status, answer)

    def _decoded(self, raw: bytes) -> Any:
        kind = self.headers.get("Content-Type", "")
        if not raw or "urlencoded" in kind:
            return None
        if self.path.startswith("/upload/"):
            return raw
        try:
            return json.loads(raw)
        except ValueError:
            first = raw.decode("utf-8", "replace").splitlines()[:1]
            raise Refusal(
                "Invalid JSON payload received. Unexpected token.\n" + "".join(first)
            ) from None

    def _cut(self) -> None:
        # A linger of zero seconds makes closing send RST instead of FIN.
        linger = struct.pack("ii", 1, 0)
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self.close_connection = True
        self.connection.close()

    def _send(self, status: int, answer: Any) -> None:
        kind = "application/json; charset=UTF-8"
        if answer is None:
            payload, kind = b"", "text/html"
        elif isinstance(answer, bytes):
            kinds = {b"%PDF": exports.PDF, b"PK\x03\x04": exports.ZIP}
            payload, kind = answer, kinds.get(answer[:4], exports.CSV)
        elif isinstance(answer, str):
            payload = answer.encode()
            kind = "text/html; charset=UTF-8" if answer.startswith("<") else kind
        else:
            payload = (json.dumps(answer, indent=2, ensure_ascii=False) + "\n").encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(payload)))
        self.end_headers()
        self.wfile.write(payload)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = _answer  # noqa: N815 - names of the base class

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class's name
        """Say nothing; ``Server.trace`` has it all."""


class _Quiet(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away, or a connection that a fault cut, is no news."""
        if not isinstance(sys.exc_info()[1], OSError | ValueError):
            super().handle_error(request, client_address)


class Loopback:
    """A server on a port of 127.0.0.1 while the ``with`` block lasts.

    Args:
        server: What answers.
        port: The port; 0 lets the system choose.
        hold_s: How long a request that gets no answer keeps its connection, in seconds.
    """

    def __init__(self, server: Server, port: int = 0, *, hold_s: float = 30.0) -> None:
        handler = type("Handler", (_Handler,), {"sheets": server, "hold_s": hold_s})
        self.http = _Quiet(("127.0.0.1", port), handler)
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
