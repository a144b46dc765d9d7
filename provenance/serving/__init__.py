"""Audits over HTTP for a newsroom's own machines: an interface for programs and the page, live. Nothing is kept."""
