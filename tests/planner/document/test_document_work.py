"""How much work a document takes, in calls of functions: no busy machine changes those.

How long it takes beside a bare canvas, `tests/benchmarks/document.py` tells.
"""

import cProfile
import pstats

from plan_makers import full_plan
from read_back import export, page_texts

MOST_CALLS_A_PAGE = 15_500
"""Some 13,900 when this was written; 19,600 before lines, rules and tags were drawn with fewer steps."""


def test_a_page_of_the_document_takes_no_more_work_than_it_did():
    plan = full_plan()
    pages = len(page_texts(export(plan)))
    with cProfile.Profile() as profile:
        export(plan)
    assert pstats.Stats(profile).total_calls / pages < MOST_CALLS_A_PAGE
