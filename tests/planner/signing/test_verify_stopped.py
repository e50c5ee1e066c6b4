import time

import pytest

from planner.signing.verify.limits import Limits
from planner.signing.verify.sandbox import VerifyingStoppedError, read_confined


def test_reading_that_is_no_longer_wanted_ends_at_once(signed):
    asked = []

    def cancelled():
        asked.append(time.monotonic())
        return True

    begun = time.monotonic()
    with pytest.raises(VerifyingStoppedError):
        read_confined(signed * 40, Limits(), cancelled=cancelled)
    assert asked
    assert time.monotonic() - begun < Limits().wall_seconds / 2


def test_reading_goes_on_while_it_is_wanted(signed):
    assert read_confined(signed, Limits(), cancelled=lambda: False).plan is not None
