"""From a text to its paragraphs, what each of them is, its sentences and its quotations."""
