"""Where ``schemas/`` and ``templates/`` are, and how their files are read.

A project's own folder (beside its ``sheetsync.toml``, or the current folder) is
looked up first, then the copy inside the installed package, then the checkout.
"""

from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from sheetsync.errors import ContractError

_PACKAGE = Path(__file__).parent


@cache
def _folder(kind: str) -> Path:
    shipped = _PACKAGE / "_data" / kind
    return shipped if shipped.is_dir() else _PACKAGE.parent / kind


def find(kind: str, name: str) -> Path:
    """Say which file serves: the project's own ``kind/name``, else the shipped one.

    Raises:
        ContractError: Neither exists.
    """
    for folder in (Path.cwd() / kind, _folder(kind)):
        if (folder / name).is_file():
            return folder / name
    raise ContractError(
        f"The file {kind}/{name} is missing.",
        not_done="Nothing was read or written.",
        next_step="Reinstall sheetsync-sales, or put the file into your project's own folder.",
    )


def schema_names() -> tuple[str, ...]:
    """The names of the shipped tab contracts; a project may replace any of them."""
    return tuple(sorted(path.name for path in _folder("schemas").glob("*.yaml")))


def prompt_names() -> tuple[str, ...]:
    """The names of the shipped prompt files; a project may replace any of them."""
    return tuple(sorted(path.name for path in (_folder("templates") / "prompts").glob("*.yaml")))


def schema_yaml(name: str) -> Any:
    """Read one file of ``schemas/``."""
    return _read_yaml(find("schemas", name))


def template_yaml(name: str) -> Any:
    """Read one YAML file of ``templates/``."""
    return _read_yaml(find("templates", name))


def template_text(name: str) -> str:
    """Read one text file of ``templates/``."""
    return find("templates", name).read_text(encoding="utf-8")


def _read_yaml(path: Path) -> Any:
    import yaml

    try:
        return _parsed(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        place = getattr(error, "problem_mark", None)
        line = f" line {place.line + 1}" if place is not None else ""
        raise ContractError(
            f"{path.parent.name}/{path.name}{line} is not valid YAML.",
            not_done="Nothing was read or written.",
            next_step="Correct the file, or delete it to use the one that came with sheetsync.",
        ) from None


@lru_cache(maxsize=64)
def _parsed(text: str) -> Any:
    """What a file says, which nobody may change: a run asks for some of them more than once."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(text, Loader=loader)  # noqa: S506 - safe loader
