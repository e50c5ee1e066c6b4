"""Names of the signature fields in a plan's document."""


def signature_field_name(approver_id: str) -> str:
    """Return the name of an approver's signature field."""
    return f"Signature-{approver_id}"
