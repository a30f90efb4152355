"""The files and batches of the loopback model's service, honest unless told to misbehave.

What stands here follows OpenAI's reference of the Batch API: a file is uploaded, a batch
is created of it, and its answers and errors come in two files, in any order.
"""

import json
import re
from collections import defaultdict, deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

if TYPE_CHECKING:
    from tests.ai.model_server import Asked, Does

_BOUNDARY = re.compile(r"boundary=\"?([^\";]+)")
OPEN = ("validating", "in_progress", "finalizing")

Lines = list[str]
"""The lines of a file."""


@dataclass
class Batches:
    """What the service keeps.

    Attributes:
        work: Works one question off; ``None`` if it is never answered.
        files: Contents by name, as long as they are not deleted.
        known: Every batch by name, oldest first.
        requests: Method and path of every request.
        faults: How the next requests of one kind, such as ``POST /files``, are answered.
        held: Does every batch stay out?
        end: How a batch ends.
        refusal: The code of the error with which a batch fails.
        answered: Most lines that are worked off.
        made: How many files there have been.
        shown: Changes the lines of the two files before they are handed out.
    """

    work: "Callable[[Asked], tuple[int, Any] | None]"
    files: dict[str, bytes] = field(default_factory=dict)
    known: dict[str, dict[str, Any]] = field(default_factory=dict)
    requests: list[str] = field(default_factory=list)
    faults: "dict[str, deque[Does]]" = field(default_factory=lambda: defaultdict(deque))
    held: bool = False
    end: str = "completed"
    refusal: str = ""
    answered: int = 1_000_000
    made: int = 0
    shown: Callable[[Lines, Lines], tuple[Lines, Lines]] = lambda answers, errors: (answers, errors)

    def fails(self, kind: str, *how: "Does") -> None:
        """Answer the next requests of a kind like this."""
        self.faults[kind].extend(how)

    def count(self, kind: str) -> int:
        """How many requests of a kind there were."""
        return sum(map(kind.__eq__, self.requests))

    @property
    def lines(self) -> list[dict[str, Any]]:
        """Every question of every batch, as it was uploaded."""
        return [line for one in self.known.values() for line in one["lines"]]

    def kind(self, method: str, target: str) -> str:
        """Note a request, and name it without what differs from one to the next."""
        path = urlsplit(target).path.removeprefix("/v1")
        own = re.sub(r"/(file|batch)-\d+", "/*", path)
        self.requests.append(f"{method} {own}")
        return self.requests[-1]

    def answer(
        self, kind: str, target: str, headers: Mapping[str, str], raw: bytes
    ) -> tuple[int, Any]:
        """The status and the body of an honest answer."""
        name = target.rpartition("/v1/")[2].split("/")[1] if "*" in kind else ""
        match kind:
            case "POST /files":
                return 200, self._upload(headers["content-type"], raw)
            case "GET /files/*/content" if name in self.files:
                return 200, self.files[name].decode()
            case "DELETE /files/*" if name in self.files:
                del self.files[name]
                return 200, {"id": name, "object": "file", "deleted": True}
            case "POST /batches":
                return 200, self._shown(self._create(json.loads(raw)))
            case "GET /batches":
                return 200, self._list(parse_qs(urlsplit(target).query))
            case "GET /batches/*" if name in self.known:
                self._go_on(self.known[name])
                return 200, self._shown(self.known[name])
        return 404, {"error": {"message": "no such thing", "code": None}}

    def _upload(self, kind: str, raw: bytes) -> dict[str, Any]:
        found = _BOUNDARY.search(kind)
        assert found is not None
        parts = raw.split(b"--" + found[1].encode())
        content = next(p for p in parts if b'name="file"' in p).partition(b"\r\n\r\n")[2]
        assert any(b'name="purpose"' in p and b"batch" in p for p in parts)
        return {"id": self._keep(content.removesuffix(b"\r\n")), "object": "file"}

    def _keep(self, content: bytes) -> str:
        self.made += 1
        name = f"file-{self.made}"
        self.files[name] = content
        return name

    def _create(self, asked: Mapping[str, Any]) -> dict[str, Any]:
        assert asked["endpoint"] == "/v1/chat/completions"
        assert asked["completion_window"] == "24h"
        lines = [json.loads(line) for line in self.files[asked["input_file_id"]].splitlines()]
        assert len({line["custom_id"] for line in lines}) == len(lines)
        assert all(len(line["custom_id"]) <= 64 for line in lines)
        assert {(line["method"], line["url"]) for line in lines} == {
            ("POST", "/v1/chat/completions")
        }
        name = f"batch-{len(self.known) + 1}"
        self.known[name] = {
            "id": name,
            "object": "batch",
            "endpoint": asked["endpoint"],
            "completion_window": "24h",
            "created_at": len(self.known),
            "input_file_id": asked["input_file_id"],
            "metadata": asked.get("metadata"),
            "status": "validating",
            "output_file_id": None,
            "error_file_id": None,
            "errors": None,
            "lines": lines,
        }
        return self.known[name]

    @staticmethod
    def _shown(batch: Mapping[str, Any]) -> dict[str, Any]:
        return {name: value for name, value in batch.items() if name != "lines"}

    def _list(self, query: Mapping[str, list[str]]) -> dict[str, Any]:
        names = list(reversed(self.known))
        after = query.get("after", [""])[0]
        names = names[names.index(after) + 1 :] if after else names
        page = names[: int(query.get("limit", ["20"])[0])]
        data = [self._shown(self.known[name]) for name in page]
        return {"object": "list", "data": data, "has_more": len(page) < len(names)}

    def _go_on(self, batch: dict[str, Any]) -> None:
        if batch["status"] not in OPEN:
            return
        if self.held:
            batch["status"] = "in_progress"
            return
        batch["status"] = self.end
        if self.end == "failed":
            data = [{"code": self.refusal, "message": "no", "line": 1}] if self.refusal else []
            batch["errors"] = {"object": "list", "data": data}
            return
        answers, errors = self._worked_off(batch["lines"])
        answers, errors = self.shown(answers, errors)
        for name, content in (("output_file_id", answers), ("error_file_id", errors)):
            if content:
                batch[name] = self._keep("".join(f"{line}\n" for line in content).encode())

    def _worked_off(self, lines: list[dict[str, Any]]) -> tuple[Lines, Lines]:
        from tests.ai.model_server import Asked

        answers: Lines = []
        errors: Lines = []
        for number, line in enumerate(lines):
            own = {"id": f"batch_req_{number}", "custom_id": line["custom_id"]}
            if number >= self.answered:
                error = {"code": f"batch_{self.end}", "message": "it was not come to"}
                errors.append(json.dumps({**own, "response": None, "error": error}))
                continue
            came = self.work(Asked({"idempotency-key": line["custom_id"]}, line["body"]))
            if came is not None:
                status, body = came
                response = {"status_code": status, "request_id": "r", "body": body}
                into = answers if status == 200 else errors
                into.append(json.dumps({**own, "response": response, "error": None}))
        return answers, errors
