"""Steps from each version of the file's schema to the next, run by Alembic on a copy.

To change the schema (a field of a record counts): raise `planner.store.tables.VERSION`, note here the
digest of the schema that is left behind, and add a revision to `versions`. The tests say both digests.
"""

OLDER_SCHEMAS: dict[int, str] = {
    1: "0a6aee177473b52ba86add18b74917e90e3e888eb23e478c0dd4d8ffca1acb43",
    2: "d4d850c27a5a30abc739bded2267e048077f69501b3fbc8a7e855fa6298718a9",
    3: "01b6ab9faf12197816da4d66bd2793ae48c603c5d2c7ae217d40568ad19857ba",
}
"""Digest of the schema (`planner.store.gate.schema_digest`) of each older version that can be opened."""

CURRENT_SCHEMA = "7f07c76ef666cc2fccec7834dad92f3e81d9cb29b586bf7c37a9541194ddc725"
"""Digest of this version's schema, noted so that no change of a table goes unnoticed."""
