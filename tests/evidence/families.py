"""One test for a whole list of cases, which names every case that fails.

A verdict takes less time than collecting a test of its own for it; ten thousand of
them are better asked in a few hundred tests.
"""

from collections.abc import Callable, Iterable
from typing import Any


def family(
    names: str | tuple[str, ...], cases: Iterable[Any]
) -> Callable[[Callable[..., None]], Callable[[], None]]:
    """Run the test below over all cases, then fail with each case that failed.

    Args:
        names: What the test calls a case, or each of the values that a case holds.
        cases: The cases; at least one.
    """
    if isinstance(names, str):
        listed = [{names: case} for case in cases]
    else:
        listed = [dict(zip(names, case, strict=True)) for case in cases]

    def over(test: Callable[..., None]) -> Callable[[], None]:
        def whole() -> None:
            assert listed
            failed = []
            for case in listed:
                try:
                    test(**case)
                except Exception as error:  # noqa: BLE001 - whatever it is, the case is named
                    failed.append(f"{case}: {type(error).__name__} {error}")
            assert not failed, "\n".join([f"{len(failed)} of {len(listed)}", *failed])

        whole.__name__, whole.__module__ = test.__name__, test.__module__
        return whole

    return over
