"""One self-contained page: the article with its claims marked, findings in the margin, chains drawn."""
