"""Sign-off: the fingerprint of a plan, approvals, and signed revisions."""
