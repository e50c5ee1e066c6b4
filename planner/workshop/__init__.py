"""The workshop: its agenda and clock, capturing, voting, deciding; pure, and knows no file and no window."""
