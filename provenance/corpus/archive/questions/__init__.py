"""Questions that are asked often, in SQL: what it asks, the columns a chart shows, the question."""
