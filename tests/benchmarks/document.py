"""How fast the plan document is made, beside a bare canvas: `python tests/benchmarks/document.py`.

Not part of the tests: it measures. Each figure is a ratio or a rate within one run, as machines differ.
The bare canvas draws the same lines at the same places with ReportLab's own `drawString` and an
embedded font: no layout, no rules, no tags, no charts. That is the least that a document of that
text could cost.
"""

import argparse
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from io import BytesIO
from typing import Any

import msgspec
import pypdfium2
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from planner.document.options import PdfOptions
from planner.document.pdf import pdf_bytes
from planner.model.plan import Plan
from planner.paper.text.canvas import prepare_reportlab
from planner.paper.text.fontfiles import MAIN, packaged
from planner.samples import load_sample
from planner.truths.engine import check_plan
from planner.truths.example_plan import EXAMPLE_DAY

_FONT = "Bare"
Line = tuple[float, float, float, str]
"""Left end, baseline, size and text."""


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--memory", type=int, help="print pages, seconds and peak MiB for so many tactics")
    options.add_argument("--repeat", type=int, default=7, help="runs of each, of which the median counts")
    given = options.parse_args()
    if given.memory is not None:
        _measure_memory(given.memory)
        return
    # First: a process counts the peak of the one that started it as its own.
    _grow()
    _compare(given.repeat)


def plan_of(tactics: int) -> Plan:
    """Return a sample plan with so many tactics, each with a text of its own."""
    plan = load_sample("pizzeria")
    model = next(iter(plan.tactics.values()))
    table = {
        f"tactic-{n}": msgspec.structs.replace(model, id=f"tactic-{n}", name=f"{model.name}, number {n + 1}")
        for n in range(tactics)
    }
    return msgspec.structs.replace(plan, tactics=table)


def document_of(plan: Plan) -> bytes:
    """Return the plan's document, tagged and finished as users get it."""
    return pdf_bytes(plan, check_plan(plan, EXAMPLE_DAY), PdfOptions(), today=EXAMPLE_DAY)


def lines_of(data: bytes) -> list[list[Line]]:
    """Return the lines of each page of a document, as a reader finds them."""
    found = []
    for page in pypdfium2.PdfDocument(data):
        text = page.get_textpage()
        boxes = [text.get_rect(index) for index in range(text.count_rects())]
        lines = [
            (left, low, high - low, text.get_text_bounded(left, low, right, high))
            for left, low, right, high in boxes
        ]
        found.append(
            [(x, y, max(6.0, size), said.replace("\r\n", " ")) for x, y, size, said in lines if said.strip()]
        )
    return found


def bare(pages: list[list[Line]]) -> bytes:
    """Draw lines on a canvas and nothing else."""
    buffer = BytesIO()
    canvas = Canvas(buffer, invariant=1, pageCompression=1, initialFontName=_FONT)
    for page in pages:
        for x, y, size, said in page:
            canvas.setFont(_FONT, round(size, 1))
            canvas.drawString(x, y, said)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _compare(repeat: int) -> None:
    prepare_reportlab()
    pdfmetrics.registerFont(TTFont(_FONT, str(packaged(MAIN).path)))
    plan = plan_of(12)
    report = check_plan(plan, EXAMPLE_DAY)
    data = pdf_bytes(plan, report, PdfOptions(), today=EXAMPLE_DAY)
    pages = lines_of(data)[:20]
    whole = len(lines_of(data))
    rounds = [
        (
            _seconds(lambda: pdf_bytes(plan, report, PdfOptions(), today=EXAMPLE_DAY)) / whole,
            _seconds(lambda: bare(pages)) / len(pages),
        )
        for _ in range(repeat)
    ]
    made, drawn = (statistics.median(side) for side in zip(*rounds, strict=True))
    ratio = statistics.median(one / other for one, other in rounds)
    lines = sum(map(len, pages)) / len(pages)
    print(f"{whole} pages of {lines:.0f} lines: {made * 1e3:.2f} ms a page, tagged and finished")
    print(f"{len(pages)} pages, bare canvas:  {drawn * 1e3:.2f} ms a page")
    print(
        f"ratio: {ratio:.2f} (median of {repeat} pairs; texts that come again are known from the run before)"
    )


def _seconds(work: Callable[[], Any]) -> float:
    """Return the processor's time."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def _grow() -> None:
    """Print what longer documents take, each in a process of its own."""
    for tactics in (12, 250, 500, 1000, 2000):
        words = [sys.executable, __file__, "--memory", str(tactics)]
        print(subprocess.run(words, capture_output=True, text=True, check=True).stdout.strip())


def _measure_memory(tactics: int) -> None:
    import resource  # noqa: PLC0415 - not on Windows

    plan = plan_of(tactics)
    report = check_plan(plan, EXAMPLE_DAY)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    begun = time.process_time()
    data = pdf_bytes(plan, report, PdfOptions(), today=EXAMPLE_DAY)
    taken = time.process_time() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    pages = len(pypdfium2.PdfDocument(data))
    print(
        f"{tactics:5} tactics: {pages:5} pages, {taken:6.2f} s, {taken / pages * 1e3:5.1f} ms a page, "
        f"peak {peak:5.0f} MiB ({before:.0f} before, {(peak - before) / pages * 100:5.1f} for 100 pages), "
        f"{len(data) / 1024:6.0f} KiB"
    )


if __name__ == "__main__":
    main()
