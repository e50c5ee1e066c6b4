"""House truths: the organisation's own rules and questions, made without programming."""

from ui.steps.sign_off.house.tab import HouseTab

__all__ = ["HouseTab"]
