"""Google's own description of the API: which methods there are and what a request may hold.

Reads the discovery documents that ``google-api-python-client`` ships. The check follows
proto3's JSON mapping: unknown names are refused, numbers may come as text, enums as their
names, null means "not set", and snake_case names are taken like camelCase ones.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import unquote


@dataclass(frozen=True, slots=True)
class Method:
    """One method of the API and the path parameters of one call of it."""

    id: str
    parameters: Mapping[str, Any]
    request: str | None
    response: str | None
    path: Mapping[str, str]


def available() -> bool:
    """Whether the discovery documents are installed."""
    return find_spec("googleapiclient") is not None


@cache
def document(name: str = "sheets.v4") -> Mapping[str, Any]:
    """A discovery document, as Google ships it.

    Raises:
        FileNotFoundError: ``google-api-python-client`` is not installed.
    """
    spec = find_spec("googleapiclient")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("google-api-python-client holds the discovery documents")
    folder = Path(spec.submodule_search_locations[0]) / "discovery_cache" / "documents"
    loaded: dict[str, Any] = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    return loaded


@cache
def _routes(name: str) -> list[tuple[str, re.Pattern[str], Mapping[str, Any]]]:
    found: list[tuple[str, re.Pattern[str], Mapping[str, Any]]] = []

    def walk(resources: Mapping[str, Any]) -> None:
        for resource in resources.values():
            for method in resource.get("methods", {}).values():
                path = re.sub(r"\\{(\w+)\\}", r"(?P<\1>[^/]+?)", re.escape(method["path"]))
                found.append((method["httpMethod"], re.compile(f"^{path}$"), method))
            walk(resource.get("resources", {}))

    walk(document(name)["resources"])
    # A verb after a colon is part of the path, not of the last parameter.
    return sorted(found, key=lambda route: ":" not in route[2]["path"])


def match(verb: str, path: str, name: str = "sheets.v4") -> Method | None:
    """Find the method that a call is for; ``path`` is still percent-encoded."""
    # node-google-spreadsheet puts a slash before the verb or at the end; Google takes both.
    tidy = path.replace("/:", ":").strip("/")
    relative = tidy.removeprefix(document(name)["servicePath"])
    for http, pattern, method in _routes(name):
        if http == verb and (hit := pattern.match(relative)):
            return Method(
                method["id"],
                method.get("parameters", {}) | document(name)["parameters"],
                method.get("request", {}).get("$ref"),
                method.get("response", {}).get("$ref"),
                {key: unquote(value) for key, value in hit.groupdict().items()},
            )
    return None


@cache
def camel(name: str) -> str:
    """``sheet_id`` as JSON writes it: ``sheetId``."""
    return re.sub(r"_([a-z0-9])", lambda found: found[1].upper(), name)


def snake(name: str) -> str:
    """``sheetId`` as the messages of Google's parser write it: ``sheet_id``."""
    return re.sub(r"([A-Z])", lambda found: "_" + found[1].lower(), name)


def properties(shape: Mapping[str, Any], name: str = "sheets.v4") -> Mapping[str, Any] | None:
    """The fields of an object, or ``None`` where any name is allowed."""
    if "$ref" in shape:
        shape = document(name)["schemas"][shape["$ref"]]
    found: Mapping[str, Any] | None = shape.get("properties")
    if found is None and shape.get("type") == "object" and "additionalProperties" not in shape:
        return {}
    return found
