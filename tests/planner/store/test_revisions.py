from datetime import UTC, datetime

from planner.editing import revision, verbs
from planner.editing.history import Change
from planner.editing.patch import diff
from planner.model.fingerprint import fingerprint
from planner.model.records_signoff import SignedRevision
from planner.signoff.approvals import standing_approval
from planner.signoff.compare import compare
from planner.store.plan_file import PlanFile
from planner.store.revisions import NOW, Revision, as_copy, named_revision, revisions_in, revisions_of
from planner.truths.example_plan import example_plan

AT = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)


def signed_twice(path):
    """Make a plan file with two signed revisions and an edit after them."""
    with PlanFile.create(path, example_plan()) as file:
        for words in ("Patience.", "Speed."):
            edit(file, verbs.change(file.plan, "brief", "stands_for", words))
            signed = SignedRevision(
                id=f"signed-{words.rstrip('.').lower()}",
                number=file.plan.revision,
                fingerprint=fingerprint(file.plan),
                at=AT,
            )
            records = {**file.plan.signed_revisions, signed.id: signed}
            edit(file, verbs.Edit(revision.with_tables(file.plan, {"signed_revisions": records}), "Sign"))
        edit(file, verbs.change(file.plan, "brief", "stands_for", "Both."))
        return revisions_of(file)


def edit(file, made):

    change = Change(made.label, diff(file.plan, made.plan), made.field, 0.0, made.lasting, made.files)
    file.append(change, made.plan, replaces_last=False)


def test_an_open_file_tells_the_same_revisions_as_a_closed_one(tmp_path):
    path = tmp_path / "plan.tcplan"
    told = signed_twice(path)
    assert [one.plan.the_brief.stands_for for one in told] == ["Patience.", "Speed.", "Both."]
    assert [one.title for one in told] == ["Revision 1", "Revision 2", "Revision 3, as it is now"]
    assert [one.fingerprint for one in revisions_in(path)] == [one.fingerprint for one in told]
    assert named_revision(told, NOW) is told[-1]


def test_a_copy_of_a_revision_is_a_plan_of_its_own_that_nobody_approved(tmp_path):
    first, *_ = signed_twice(tmp_path / "plan.tcplan")
    copy = as_copy(first)
    assert copy.plan_id != first.plan.plan_id
    assert copy.revision == 1
    assert compare(first.plan, copy).is_empty
    assert not copy.signed_revisions
    assert not any(standing_approval(copy, approver) for approver in copy.approvers)


def test_a_copy_of_the_plan_as_it_is_carries_no_decision_either(tmp_path):
    *_, now = signed_twice(tmp_path / "plan.tcplan")
    assert now.plan.signed_revisions
    assert not as_copy(Revision(now.plan, now.fingerprint)).signed_revisions
