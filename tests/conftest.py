"""What holds for every test: nothing outside the test's own folder is written, nothing leaves the machine."""

import socket
from collections.abc import Iterator
from typing import Any

import pytest

_HERE = ("127.0.0.1", "::1", "localhost")

_LONGEST = (
    "test_recorded_pairs",
    "test_sheet_faults",
    "test_sheet_path",
    "test_blind",
    "test_recorded_leads",
    "test_season",
    "test_leads",
    "test_sequences",
    "test_real_model",
    "test_demo",
)
"""Begun first: a file stays with one process, and the others would wait for it at the end."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the files that take longest first; the rest stay in their order."""
    items.sort(key=lambda item: item.path.stem not in _LONGEST)


@pytest.fixture(scope="session", autouse=True)
def home_of_the_session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Caches and undo journals of fixtures that several tests share."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(home / "state"))
        patch.setenv("XDG_CACHE_HOME", str(home / "cache"))
        yield


@pytest.fixture(autouse=True)
def home_of_the_test(tmp_path, monkeypatch):
    """Each test has its own memory of earlier runs: it starts with none."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "home" / "state"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home" / "cache"))


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    """Only servers on this machine can be reached."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if isinstance(address, tuple) and address[0] not in _HERE:
            raise AssertionError(f"a test tried to reach {address[0]}")
        connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded)
        yield
