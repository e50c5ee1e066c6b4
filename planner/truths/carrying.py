"""Who carries an entry: the people who answer for it and those who do its work."""

from planner.model.records_experience import Channel
from planner.model.records_work import Objective, Tactic


def carriers_of(record: Tactic | Channel | Objective) -> tuple[str, ...]:
    """Return the ids of all who carry an entry, each once.

    A tactic is carried by its accountable and responsible people, a channel by its owner and its
    voices, an objective by its owner.
    """
    match record:
        case Tactic():
            people = (record.accountable, *record.responsible)
        case Channel():
            people = (record.owner, *(voice.person for voice in record.voices))
        case Objective():
            people = (record.owner,)
    return tuple(dict.fromkeys(person for person in people if person is not None))
