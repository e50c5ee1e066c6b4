"""What the fixes do: each function looks at a plan and returns the edits that would mend one finding.

A function is given the look and the id that the finding is about; no edits mean that it can't mend it.
Which of them is safe, and how it is called, stands in the rule's declaration (`registry.Fix`).
"""
