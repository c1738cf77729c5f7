"""Telling whoever watches how far a long step is, without the step knowing who that is.

Steps wrap what they walk through in `track`; a listener, set for the time of a run, is told. Under
Dagster's daemon nobody listens.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Protocol, TypeVar

T = TypeVar("T")


class Listener(Protocol):
    """Somebody who is told of steps and their advance."""

    def begin(self, what: str) -> None:
        """The stage ``what`` has begun."""

    def advance(self, what: str, done: int, total: int) -> None:
        """``done`` of ``total`` units of ``what`` are finished."""


_listener: ContextVar[Listener | None] = ContextVar("listener", default=None)


@contextmanager
def heard_by(listener: Listener) -> Iterator[None]:
    """Report to this listener inside the block."""
    token = _listener.set(listener)
    try:
        yield
    finally:
        _listener.reset(token)


def announce(what: str) -> None:
    """Tell the listener that a stage has begun."""
    if listener := _listener.get():
        listener.begin(what)


def track(
    items: Sequence[T], what: str, *, size: Callable[[T], int] = lambda item: 1
) -> Iterator[T]:
    """Walk through items and tell the listener after each; ``size`` is how many units an item counts for."""
    listener = _listener.get()
    total = sum(map(size, items))
    done = 0
    if listener:
        listener.advance(what, done, total)
    for item in items:
        yield item
        done += size(item)
        if listener:
            listener.advance(what, done, total)
