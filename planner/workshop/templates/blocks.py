"""The blocks that templates are made of: one for each step of the walk, and what goes round them.

A question must be readable from the last row and answerable in the time; a note says in a minute what
the room is to do, and which truths to raise (`planner.truths`).
"""

from planner.language import phrase
from planner.model.vocabulary import BlockPicture, BlockSort
from planner.model.walk import Step
from planner.workshop.templates.shape import TemplateBlock

OPENING = TemplateBlock(
    BlockSort.OPENING,
    15,
    phrase("Welcome and aim"),
    phrase("Everybody knows the aim, the rules and who decides"),
    phrase("What must be there when we leave this room?"),
    phrase(
        "Say the aim in one sentence, and who decides where we do not agree. Rules: one talks, all write; "
        "what leads away goes to the parking lot; every decision gets a name and a day."
    ),
)
PURPOSE = TemplateBlock(
    BlockSort.WORK,
    30,
    phrase("The business question"),
    phrase("One answer to the business question, in the sponsor's words"),
    phrase("How will these activities improve the business?"),
    phrase(
        "Five minutes alone, then read out. Refuse tools and channels as an answer: ask “and what would "
        "the business gain by that?” until somebody names a result. Let the sponsor say the final sentence."
    ),
    step=Step.PURPOSE,
)
EXPERIENCE = TemplateBlock(
    BlockSort.WORK,
    45,
    phrase("What customers live through"),
    phrase("Each touchpoint rated; the worst ones with an owner and a day for the fix"),
    phrase("Where do we let customers down today?"),
    phrase(
        "Rate each touchpoint from 0 to 10, with the evidence said aloud. Experience comes before promotion: "
        "nothing is announced where a critical issue is open. Leave no critical issue without owner and day."
    ),
    picture=BlockPicture.BOARD,
    step=Step.EXPERIENCE,
)
OBJECTIVES = TemplateBlock(
    BlockSort.WORK,
    35,
    phrase("Measured results"),
    phrase("Three to five objectives with measure, baseline, target, due day and owner"),
    phrase("By which figure will the business see that it worked?"),
    phrase(
        "Followers, posts and views are no objectives. For each one: how does the result come about, and who "
        "of the leaders asked for this measure? More than five objectives are none."
    ),
    picture=BlockPicture.LADDER,
    step=Step.OBJECTIVES,
)
CHANNELS = TemplateBlock(
    BlockSort.WORK,
    35,
    phrase("Listening and promises"),
    phrase("A response promise that our hours can keep, for each channel where people expect an answer"),
    phrase("Where do people expect an answer from us, and how soon?"),
    phrase(
        "List every account that exists, those of other departments too. A promise is hours of cover, voices "
        "and a way up to somebody who can solve the case. Ask what ten times the messages would do."
    ),
    picture=BlockPicture.LOAD,
    step=Step.CHANNELS,
)
TACTICS = TemplateBlock(
    BlockSort.WORK,
    45,
    phrase("What we will do"),
    phrase("Tactics, each with an objective, a channel, hours and somebody accountable"),
    phrase("What will we do, and what does the customer gain by it?"),
    phrase(
        "Take the adopted ideas one by one. No tactic without an objective, no push without the customer's "
        "gain. Ask of each one: when do we stop it? Listening needs hours before publishing does."
    ),
    picture=BlockPicture.TIMELINE,
    step=Step.TACTICS,
)
PEOPLE = TemplateBlock(
    BlockSort.WORK,
    25,
    phrase("Who carries it"),
    phrase("One accountable person for everything, and nobody above the hours they have"),
    phrase("Who answers for it, and what will they stop doing to make room?"),
    phrase(
        "Read the names aloud; each one says yes in the room. Relationships are not handed to agencies or "
        "interns. Where a week is red, move a start or find hours: do not hope."
    ),
    picture=BlockPicture.LOAD,
    step=Step.PEOPLE,
)
METRICS = TemplateBlock(
    BlockSort.WORK,
    30,
    phrase("From activity to result"),
    phrase("A ladder from what we do to each objective, with rates and what could break them"),
    phrase("How does what we do become what the business wants?"),
    phrase(
        "Climb from the bottom: activity, engagement, outcome, business. Say of each rate whether it is "
        "assumed, tested or measured. A ladder that ends in attention ends nowhere."
    ),
    picture=BlockPicture.LADDER,
    step=Step.METRICS,
)
BUDGET = TemplateBlock(
    BlockSort.WORK,
    25,
    phrase("Money and rhythm"),
    phrase("An approved amount, and the days of the reviews with the sponsor in them"),
    phrase("What does it cost, and when do we look at it again?"),
    phrase(
        "Nothing is free: hours count. People and training before tools. The first review lies within "
        "ninety days, and the sponsor takes part."
    ),
    picture=BlockPicture.TIMELINE,
    step=Step.BUDGET,
)
BREAKS = TemplateBlock(
    BlockSort.BREAKS,
    30,
    phrase("What breaks this plan?"),
    phrase("No stop left; each warning mended, or waived with a reason"),
    phrase("What breaks this plan?"),
    phrase(
        "Go through the stops first: mend each one here, since nobody can waive it. Then the warnings: mend, "
        "or let a senior person waive with a reason. Stop when the plan can be signed, and say so."
    ),
    picture=BlockPicture.FINDINGS,
    step=Step.SIGN_OFF,
)
WRITING = TemplateBlock(
    BlockSort.WRITING,
    15,
    phrase("Silent writing"),
    phrase("Ideas on the wall, each with the name of who said it"),
    phrase("What should we do, and for whom?"),
    phrase(
        "Nobody talks for seven minutes; everybody writes one idea a line. Ask for what customers and the "
        "front line said. Then group by dragging, and let each group get a name."
    ),
    picture=BlockPicture.BOARD,
    step=Step.TACTICS,
)
VOTE = TemplateBlock(
    BlockSort.VOTE,
    15,
    phrase("Choosing"),
    phrase("The ideas to go on with, each adopted, parked or declined with a reason"),
    phrase("Which few ideas bring the most for what they cost?"),
    phrase(
        "Three dots each, typed in for the room, hidden until all have voted. Then decide from the top: "
        "adopt, park or decline, and write down why. The vote advises; whoever decides decides."
    ),
    step=Step.TACTICS,
)
BREAK = TemplateBlock(
    BlockSort.PAUSE, 15, phrase("Break"), question=phrase("Break"), notes=phrase("Say when it goes on.")
)
LUNCH = TemplateBlock(
    BlockSort.PAUSE, 45, phrase("Lunch"), question=phrase("Lunch"), notes=phrase("Say when it goes on.")
)
BUFFER = TemplateBlock(
    BlockSort.BUFFER,
    10,
    phrase("Buffer"),
    phrase("Back on time"),
    phrase("What still needs a decision?"),
    phrase("Give it to what ran late. Where nothing did, take something from the parking lot."),
)
CLOSING = TemplateBlock(
    BlockSort.CLOSING,
    20,
    phrase("Decisions and next steps"),
    phrase("Every decision with an owner and a day; nothing left undecided unseen"),
    phrase("Who does what by when?"),
    phrase(
        "Read the list of what is undecided; decide, or give it an owner and a day. Go through the parking "
        "lot. Make the minutes before anybody leaves."
    ),
    picture=BlockPicture.TIMELINE,
)

STEP_BLOCKS = (PURPOSE, EXPERIENCE, OBJECTIVES, CHANNELS, TACTICS, PEOPLE, METRICS, BUDGET)
"""The block of each step of the walk but the last, in order."""

BY_SORT = {
    BlockSort.OPENING: OPENING,
    BlockSort.WRITING: WRITING,
    BlockSort.VOTE: VOTE,
    BlockSort.BREAKS: BREAKS,
    BlockSort.PAUSE: BREAK,
    BlockSort.BUFFER: BUFFER,
    BlockSort.CLOSING: CLOSING,
}
"""What a new block of a sort starts from; one of plain work starts empty."""
