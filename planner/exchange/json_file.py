"""A plan read from the file that holds its JSON."""

import stat
from pathlib import Path

from planner.exchange.plan_json import MAX_BYTES, read_json
from planner.files import refusals
from planner.files.errors import file_error
from planner.model.plan import Plan


def read_json_file(path: Path) -> Plan:
    """Read a plan from a file with its JSON.

    Raises:
        PlanError: it is not there, can't be read, or is no plan.
    """
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise refusals.not_a_file(path)
        if found.st_size > MAX_BYTES:
            raise refusals.too_large(path.name)
        return read_json(path.read_bytes())
    except FileNotFoundError as error:
        raise refusals.no_file(path.name) from error
    except OSError as error:
        raise file_error(error, path) from error
