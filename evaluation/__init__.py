"""How good the answers are: measured on the gold corpora beside the project, printed beside baseline, peer and target.

One module a kind of gold. Each has ``evaluate(shared, answers) -> Section``; none knows how answers are made.
"""
