"""What the vocabulary says of people and tactics: senior, external, push, relationship."""

from planner.model.records_purpose import Person
from planner.model.vocabulary import Employment, Seniority


def is_external(person: Person) -> bool:
    """Whether a person belongs to an agency or is a contractor."""
    return person.employment is not Employment.EMPLOYEE


def is_senior(person: Person) -> bool:
    """Whether a person is a director or executive, and an employee."""
    return person.level in {Seniority.DIRECTOR, Seniority.EXECUTIVE} and not is_external(person)


def is_intern(person: Person) -> bool:
    """Whether a person is an intern."""
    return person.level is Seniority.INTERN
