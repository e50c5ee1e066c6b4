"""From the report model to pages, with ReportLab; nothing here reads the plan's records."""
