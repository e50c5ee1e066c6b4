"""Callbacks that do not keep their owner alive.

A widget that a child of its own refers back to is freed by the garbage collector alone, and that may
take a window apart in any order, at any time. Freed by the last reference, it goes in Qt's order.
"""

from collections.abc import Callable
from typing import ParamSpec, TypeVar
from weakref import WeakMethod

P = ParamSpec("P")
R = TypeVar("R")


def weakly(method: Callable[P, R]) -> Callable[P, R]:
    """Return a callback that calls a bound method without holding its object.

    Args:
        method: a bound method of an object that outlives every call.
    """
    reference = WeakMethod(method)

    def call(*args: P.args, **kwargs: P.kwargs) -> R:
        found = reference()
        if found is None:
            msg = "the owner of this callback is gone"
            raise RuntimeError(msg)
        result: R = found(*args, **kwargs)
        return result

    return call
