"""English, as news writes it: words, rules, and what is not a time."""
