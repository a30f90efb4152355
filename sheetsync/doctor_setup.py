"""What ``doctor`` says of the machine and the folder: Python, packages, own files, the model."""

import re
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from importlib import metadata
from pathlib import Path
from urllib.parse import urlsplit

from sheetsync import resources
from sheetsync.ai.jobs import Model, for_tab
from sheetsync.ai.service import is_local_address, read_service
from sheetsync.contract import Contract, load
from sheetsync.doctor_check import Check
from sheetsync.errors import ContractError, SheetsyncError, UsageError

CONFIG = "sheetsync.toml"
DISTRIBUTION = "sheetsync-sales"

_REQUIREMENT = re.compile(r"([\w.-]+)(?:\[[^]]*\])?\s*(?:>=\s*([\d.]+))?")
_OLDEST = (3, 11)


def python() -> Iterator[Check]:
    """Say which Python runs, and whether the packages that sheetsync needs are there."""
    running = ".".join(map(str, sys.version_info[:3]))
    old = sys.version_info[:2] < _OLDEST
    wanted = ".".join(map(str, _OLDEST))
    yield Check(
        "Python",
        f"This is Python {running}; sheetsync needs {wanted} or newer.",
        f"Install Python {wanted} or newer, and sheetsync with it." if old else "",
    )
    try:
        needed = metadata.requires(DISTRIBUTION) or []
    except metadata.PackageNotFoundError:
        yield Check("Packages", "sheetsync runs from its folder and is not installed.")
        return
    yield packages([line for line in needed if "extra ==" not in line])


def packages(needed: Sequence[str]) -> Check:
    """Say whether packages are installed and new enough.

    Args:
        needed: Requirements such as ``click>=8.2``, as the package's metadata has them.
    """
    wrong: list[str] = []
    for line in needed:
        found = _REQUIREMENT.match(line)
        if found is None:
            continue
        name, least = found[1], found[2] or "0"
        try:
            installed = metadata.version(name)
        except metadata.PackageNotFoundError:
            wrong.append(f"{name} is missing")
            continue
        if _numbers(installed) < _numbers(least):
            wrong.append(f"{name} is {installed}, but {least} or newer is needed")
    if wrong:
        step = f"Install sheetsync again: python -m pip install --upgrade {DISTRIBUTION}."
        return Check("Packages", f"{'; '.join(wrong)}.", step)
    return Check("Packages", f"All {len(needed)} packages that sheetsync needs are there.")


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", version.partition("+")[0])[:3]))


def configuration(named: Path | str | SheetsyncError | None) -> Check:
    """Say what ``sheetsync.toml`` names.

    Args:
        named: The book that it names, why it names none, or ``None`` without the file.
    """
    if named is None:
        return Check(CONFIG, "There is none in this folder, so that commands name the book.")
    if isinstance(named, SheetsyncError):
        return Check(CONFIG, named.what, named.next_step)
    if isinstance(named, str):
        return Check(CONFIG, f"It names the Google Sheet {named}.")
    if not named.exists():
        step = f"Correct the line “book = …” in {CONFIG}, or put the workbook there."
        return Check(CONFIG, f"It names {named}, which does not exist.", step)
    return Check(CONFIG, f"It names {named}.")


def loaded() -> Contract | ContractError:
    """Read the contract and the prompts as a run does; gives what is wrong with them instead."""
    try:
        contract = load()
        for tab in contract.tabs:
            for_tab(tab)
    except ContractError as error:
        return error
    except (AttributeError, OSError, TypeError, ValueError):  # a form that nobody has thought of
        return _malformed("A file in schemas or templates")
    return contract


def own_files(folder: Path, contract: Contract | ContractError) -> Check:
    """Say which of the shipped schemas and templates a project replaces, and whether they are valid.

    Args:
        folder: The project's folder.
        contract: What :func:`loaded` says.
    """
    name, own = "Schemas and templates", _overriding(folder)
    trouble = next(filter(None, map(_unreadable, own)), None)
    if trouble is None and isinstance(contract, ContractError):
        trouble = contract
    if trouble is not None:
        return Check(name, trouble.what, trouble.next_step)
    if own:
        return Check(name, f"This folder's own files are used and valid: {', '.join(own)}.")
    return Check(name, "Those that came with sheetsync are used.")


def _overriding(folder: Path) -> list[str]:
    if Path(resources.__file__).parents[1].resolve() == folder.resolve():
        return []  # the checkout: its files are the shipped ones
    names = [f"schemas/{name}" for name in resources.schema_names()]
    names += [f"templates/prompts/{name}" for name in resources.prompt_names()]
    names += [f"templates/{name}" for name in _TEMPLATES]
    return [name for name in names if (folder / name).is_file()]


_TEMPLATES = ("guides.yaml", "import-headers.yaml", "notes.yaml", "public-hosts.yaml")


def _unreadable(name: str) -> ContractError | None:
    """Say why a file is not what every one of them is, a table of names; ``None`` if it is."""
    kind, _, file = name.partition("/")
    read = resources.schema_yaml if kind == "schemas" else resources.template_yaml
    try:
        if isinstance(read(file), dict):
            return None
    except ContractError as error:
        return error
    except (OSError, ValueError):
        return _malformed(name)
    return _malformed(name)


def _malformed(name: str) -> ContractError:
    return ContractError(
        f"{name} does not have the form of the one that came with sheetsync.",
        not_done="Nothing was read or written.",
        next_step="Correct it, or delete it to use the one that came with sheetsync.",
    )


def model(folder: Path, environment: Mapping[str, str], answering: Model | None) -> Check:
    """Say who fills the AI columns, and what is configured; a key itself is never shown.

    Args:
        folder: Where ``sheetsync.toml`` may stand.
        environment: The environment.
        answering: Who answers in this run; ``None`` with ``--no-ai``.
    """
    own = _ai_table(folder)
    named = str(own.get("model") or environment.get("SHEETSYNC_MODEL") or "")
    address = str(own.get("base_url") or environment.get("OPENAI_BASE_URL") or "")
    has_key = bool(environment.get("OPENAI_API_KEY"))
    who = f"The {answering.name} fills the AI columns" if answering else "AI is off in this run"
    if not named:
        extra = " A key is set, but no model is named." if has_key else ""
        return Check("Model", f"No model is configured. {who}.{extra}")
    where = f" at {_host(address)}" if address else ""
    if not (has_key or address):
        step = "Set OPENAI_API_KEY, or the base URL of a model that needs no key."
        return Check("Model", f"The model {named} is named, but there is no key for it.", step)
    try:
        read_service(folder, environment)
    except UsageError as error:
        readable = address and _host(address) != _UNREADABLE
        if readable or not address:
            return Check("Model", error.what, error.next_step)
    key = "a key is set" if has_key else "no key is set"
    told = f"The model {named}{where} is configured; {key}."
    if "input_usd_per_million" not in own and not (address and is_local_address(address)):
        told += " What it costs is not set under [ai], so only the number of calls is limited, not money."
    return Check("Model", told if answering and answering.name == named else f"{told} {who}.")


def _ai_table(folder: Path) -> Mapping[str, object]:
    try:
        with (folder / CONFIG).open("rb") as file:
            own = tomllib.load(file).get("ai")
    except (OSError, ValueError):
        return {}  # an unreadable file is said where it is looked for the book
    return own if isinstance(own, dict) else {}


def _host(address: str) -> str:
    """The host alone: a base URL may hold a password."""
    try:
        return urlsplit(address).hostname or _UNREADABLE
    except ValueError:
        return _UNREADABLE


_UNREADABLE = "an address that cannot be read"
