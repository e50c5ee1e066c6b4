"""What breaks this plan? One open finding after another, until the plan can be signed."""
