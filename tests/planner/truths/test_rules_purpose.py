import pytest

from planner.model.records_experience import Channel, ListeningSource
from planner.model.vocabulary import Level
from planner.truths.words import counts_attention, counts_own_output

FEED = Channel(id="feed", name="Photo feed", owner="marketer")


def test_blanks_are_no_answer_to_the_business_question(told):
    assert told("purpose.unanswered", ("brief", "answer", " \n "))


def test_a_tactic_adrift_is_told_which_objectives_there_are(told):
    (finding,) = told("purpose.tactic-adrift", ("weekday-letter", "objectives", []))
    assert (finding.subject, finding.field) == ("weekday-letter", "objectives")
    assert "“Fill the tables from Monday to Thursday”" in finding.remedy


def test_without_any_objective_the_mend_is_to_set_one_first(told):
    findings = told("purpose.tactic-adrift", "weekday-guests")
    assert [finding.subject for finding in findings] == ["answer-reviews", "weekday-letter"]
    assert all("Set an objective first" in finding.remedy for finding in findings)


@pytest.mark.parametrize("level", [Level.ACTIVITY, Level.ENGAGEMENT])
def test_the_level_says_that_a_measure_is_no_result_whatever_its_words(told, level):
    (finding,) = told("purpose.tool-as-objective", ("weekday-guests", "measure_level", level))
    assert finding.field == "measure_level"
    assert level.label.lower() in finding.message


def test_the_words_say_it_where_the_level_does_not(told):
    (finding,) = told("purpose.tool-as-objective", ("weekday-guests", "measure", "Likes per post"))
    assert finding.field == "measure"
    assert "“Likes per post”" in finding.message


def test_the_unit_says_it_as_well_as_the_measure(told):
    growth = ("weekday-guests", "measure", "Size of our circle")
    assert told("purpose.tool-as-objective", growth, ("weekday-guests", "unit", "followers"))
    assert not told("purpose.tool-as-objective", growth, ("weekday-guests", "unit", "guests"))
    nameless = ("weekday-guests", "measure", "")
    assert not told("purpose.tool-as-objective", nameless, ("weekday-guests", "unit", "followers"))


@pytest.mark.parametrize(
    "measure",
    [
        "Followers",
        "Number of Twitter followers",
        "Page views",
        "Likes and shares",
        "Posts a week",
        "Reach",
        "Organic reach of the feed",
        "Engagement rate",
    ],
)
def test_measures_that_count_attention_are_seen(measure):
    assert counts_attention(measure)


@pytest.mark.parametrize(
    "measure",
    [
        "Orders from followers",
        "Reviews answered within a day",
        "Interviews held",
        "Market share",
        "Children we reach with school meals",
        "People reached with clean water",
        "Subscribers kept",
        "Employee engagement",
        "Fans delivered",
        "Posts filled within three months",
        "Cost per call",
        "Reviews",
        "",
    ],
)
def test_a_stop_that_nobody_can_waive_lets_every_result_pass(measure):
    assert not counts_attention(measure)


@pytest.mark.parametrize(
    "criterion", ["12 posts a week", "Three articles a month", "A video every Friday", "40 e-mails sent"]
)
def test_a_volume_of_ones_own_is_seen(criterion):
    assert counts_own_output(criterion)


@pytest.mark.parametrize(
    "criterion",
    [
        "Four bookings a week come from the letter",
        "20 engineers ask a question after an article",
        "Every video is watched to the end by half of those who begin",
        "Posts",
        "Half of those who complained come back",
        "",
    ],
)
def test_what_others_do_because_of_it_is_no_volume_of_ones_own(criterion):
    assert not counts_own_output(criterion)


def test_a_channel_without_work_or_answers_is_idle(told):
    (finding,) = told("purpose.idle-channel", FEED)
    assert finding.subject == "feed"


@pytest.mark.parametrize(
    "step",
    [
        ("feed", "interactive", True),
        ("weekday-letter", "channel", "feed"),
        ListeningSource(id="feed-talk", name="Comments", channel="feed"),
    ],
    ids=["it is interactive", "a tactic uses it", "somebody listens there"],
)
def test_a_channel_is_not_idle_when(told, step):
    assert not [finding for finding in told("purpose.idle-channel", FEED, step) if finding.subject == "feed"]


def test_new_channels_need_not_be_questioned_before_there_are_tactics(told):
    new = Channel(id="new", name="New feed", existing=False)
    assert not told("purpose.old-tools-unused", new, "answer-reviews", "weekday-letter")


def test_several_new_channels_are_named_in_the_plural(told):
    new = [Channel(id=f"new-{n}", name=f"Feed {n}", existing=False) for n in range(2)]
    moves = [(tactic, "channel", "new-0") for tactic in ("answer-reviews", "weekday-letter")]
    (finding,) = told("purpose.old-tools-unused", *new, *moves)
    assert finding.message.startswith("“Feed 0” and “Feed 1” open newly")
    assert "“Reviews” and “Letter to regulars”" in finding.message
