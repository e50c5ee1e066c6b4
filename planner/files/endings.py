"""How the files are called in which a whole plan lies."""

PLAN_ENDING, JSON_ENDING = ".tcplan", ".json"
ENDINGS = (PLAN_ENDING, JSON_ENDING)
