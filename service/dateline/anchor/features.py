"""What speaks for an option: the words and the grammar around the mention and the time, as names of features.

A feature is a short string; the trained weights know it or do not. Anything unknown weighs nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dateline.anchor.options import Option
from dateline.dates import When
from dateline.lang.en import predicates as words
from dateline.values import Grounded, Mention, Parse

_LINKED = {"direct", "argument", "clause", "same"}
_CUES = {"advmod", "mark", "npadvmod"}
_MAX_PATH = 5


class Situation:
    """A mention among its options: what all their features share."""

    def __init__(self, tree: Parse, mention: Mention, options: list[Option], day: date | None) -> None:
        self.tree, self.mention, self.day = tree, mention, day
        token = mention.token
        head = tree.heads[token]
        sentence = tree.sentence_of[token]
        self.dep = tree.deps[token]
        self.governor = (
            "-" if head == token else tree.lemmas[head].lower() if tree.pos[head] == "VERB" else tree.pos[head]
        )
        self.form = (
            f"{mention.tense} {mention.aspect}"
            if mention.pos == "VERB"
            else f"{mention.pos} {_determiner(tree, token)}"
        )
        self.place = str(sentence) if sentence < 3 else "early" if sentence < 7 else "late"
        linked = next((option.way for option in options if option.way in _LINKED), "")
        near = sum(option.way == "sentence" for option in options)
        self.around = linked or f"{min(near, 2)} near"
        self.known = any(option.kind == "time" for option in options)
        self.main = _main(tree, token)
        self.up = _ancestors(tree, token)
        self.cues = [tree.words[child].lower() for child in tree.children[token] if tree.deps[child] in _CUES]

    def features(self, option: Option) -> Iterator[str]:
        """The names of the option's features."""
        mention = self.mention
        if option.kind != "time" or option.grounded is None:
            key = option.kind
        else:
            key = option.way if option.way in _LINKED else f"{option.way}{option.order}"
            yield from self._of_time(option, option.grounded, key)
        yield key
        yield f"{key}|{self.form}"
        yield f"{key}|{mention.kind}|{mention.pos}"
        yield f"{key}|{mention.family}"
        yield f"{key}|{self.dep}|{self.form}"
        yield f"{key}|{self.governor}|{self.dep}"
        yield f"{key}|{self.around}|{self.form}"
        yield f"{key}|{self.place}|{self.form}|{self.dep == 'ROOT'}"
        yield f"{key}|{mention.status}"
        yield f"{key}|main {self.main}"
        for cue in self.cues:
            yield f"{option.way or option.kind}|cue {cue}"
            yield f"{option.way or option.kind}|cue {cue}|{self.form}"
        if option.kind != "time":
            yield f"{key}|{self.known}|{self.place}"

    def _of_time(self, option: Option, grounded: Grounded, key: str) -> Iterator[str]:
        mention, when = self.mention, option.when
        side = _side(when, self.day)
        unit = when.precision if when is not None else "-"
        yield f"{key}|{side}|{self.form}"
        yield f"{key}|{unit}|{mention.kind}"
        yield f"{key}|{grounded.timex.type}|{grounded.value[:4] if grounded.value.endswith('REF') else unit}"
        yield f"{key}|{grounded.timex.rule}"
        yield f"{key}|{grounded.anchor.kind if grounded.anchor else '-'}|{side}"
        yield f"{key}|{option.preposition}|{mention.pos}"
        distance = option.token - mention.token
        sentences = self.tree.sentence_of[mention.token] - self.tree.sentence_of[option.token]
        yield f"{key}|{min(sentences, 4)}|{self.form}"
        if option.way not in ("earlier", "same"):
            yield f"{key}|{'before' if distance < 0 else 'after'}|{min(abs(distance) // 4, 5)}"
            path = _path(self.tree, self.up, option.token)
            yield f"{option.way} path {path}"
            yield f"{option.way} path {path}|{self.form}"


def _side(when: When | None, day: date | None) -> str:
    """Where a time lies from the day of publication."""
    if when is None or day is None:
        return "-"
    if when.earliest == when.latest == day:
        return "on"
    if when.latest is not None and when.latest < day:
        return "past"
    return "ahead" if when.earliest is not None and when.earliest > day else "across"


def _main(tree: Parse, token: int) -> str:
    """The main word of its sentence: the form, whether it reports, whether it is the mention itself."""
    root = token
    while tree.heads[root] != root:
        root = tree.heads[root]
    return f"{tree.tags[root]} {tree.lemmas[root].lower() in words.REPORTING} {root == token}"


def _determiner(tree: Parse, token: int) -> str:
    for child in tree.children[token]:
        if tree.deps[child] == "det":
            return tree.lemmas[child].lower()
        if tree.deps[child] == "poss":
            return "poss"
    return "-"


def _path(tree: Parse, up: list[int], time: int) -> str:
    """The labels of the parse from the mention up to where the two meet, and down to the time."""
    down = _ancestors(tree, time)
    met = next((token for token in up if token in down), None)
    if met is None:
        return "-"
    rising = [tree.deps[token] for token in up[: up.index(met)]]
    falling = [tree.deps[token] for token in down[: down.index(met)] if tree.pos[token] != "ADP"]
    return "^".join(rising) + "/" + "v".join(falling)


def _ancestors(tree: Parse, token: int) -> list[int]:
    found = [token]
    while len(found) <= 2 * _MAX_PATH and (head := tree.heads[token]) != token:
        found.append(token := head)
    return found
