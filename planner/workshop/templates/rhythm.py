"""The 180-minute rhythm in which teams make a one-page strategy: 20, 25, 35, 45, 35 and 20 minutes.

The rhythm is that of a published agenda for one-page strategies (objective, goals, strategies, measures);
the content of its parts follows the walk.
"""

from planner.language import phrase
from planner.model.vocabulary import BlockPicture, BlockSort
from planner.model.walk import Step
from planner.workshop.templates.shape import AgendaTemplate, TemplateBlock

RHYTHM = AgendaTemplate(
    "ogsm",
    phrase("One page in 180 minutes"),
    phrase("The rhythm of one-page strategies: 20, 25, 35, 45, 35 and 20 minutes, without a break."),
    (
        TemplateBlock(
            BlockSort.OPENING,
            20,
            phrase("Objective"),
            phrase("One sentence that says what the business is to gain"),
            phrase("How will these activities improve the business?"),
            phrase(
                "Everybody writes one sentence for five minutes; read out, cross out tools and channels, and "
                "let the sponsor say the one that stays."
            ),
            step=Step.PURPOSE,
        ),
        TemplateBlock(
            BlockSort.WORK,
            25,
            phrase("Goals"),
            phrase("Three to five measured results with baseline, target and due day"),
            phrase("By which figures will the business see it?"),
            phrase(
                "Each goal leads to the objective, or it goes. A figure without a baseline is a wish: write "
                "down who finds it out, and by when."
            ),
            BlockPicture.LADDER,
            Step.OBJECTIVES,
        ),
        TemplateBlock(
            BlockSort.WORK,
            35,
            phrase("Strategies"),
            phrase("What we mend first, where we listen and answer, and what we leave out"),
            phrase("What will we mend, keep and stop, so that customers come back?"),
            phrase(
                "Look at the worst touchpoints before any channel. Each strategy serves a goal; one that "
                "serves none is taken out. Say aloud what we will not do."
            ),
            BlockPicture.BOARD,
            Step.EXPERIENCE,
        ),
        TemplateBlock(
            BlockSort.WORK,
            45,
            phrase("Tactics and measures"),
            phrase("Tactics with hours and an owner, each on a ladder to a goal"),
            phrase("What will we do, and how does it become a result?"),
            phrase(
                "Ten minutes of silent writing, then vote with three dots each. For what is adopted: "
                "objective, channel, hours, accountable person, metric, and when to stop."
            ),
            BlockPicture.TIMELINE,
            Step.TACTICS,
        ),
        TemplateBlock(
            BlockSort.BREAKS,
            35,
            phrase("What breaks this plan?"),
            phrase("No stop left; each warning mended, or waived with a reason"),
            phrase("What breaks this plan?"),
            phrase(
                "Stops first, then warnings. Mend at once where it is a name or a day; waive only with a "
                "reason and a senior name."
            ),
            BlockPicture.FINDINGS,
            Step.SIGN_OFF,
        ),
        TemplateBlock(
            BlockSort.CLOSING,
            20,
            phrase("Owners and next steps"),
            phrase("Every decision with an owner and a day; the first review in the calendar"),
            phrase("Who does what by when?"),
            phrase("Read what is undecided, then the parking lot. Make the minutes before anybody leaves."),
            BlockPicture.TIMELINE,
            Step.BUDGET,
        ),
    ),
    fixed=True,
)
