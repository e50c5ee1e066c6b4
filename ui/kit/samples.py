"""The sample plans as things to start from."""

from planner.samples import sample_names
from ui.kit.choice_list import ListChoice


def sample_choices() -> list[ListChoice]:
    """Return the samples with their summaries."""
    return [ListChoice(sample.name, sample.title, sample.summary, "file-text") for sample in sample_names()]
