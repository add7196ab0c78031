"""A line for the timeline: who did what to whom, in the article's own words."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from dateline.events.clause import Clauses
from dateline.events.names import Names
from dateline.lang.en import predicates as words
from dateline.values import Parse

MAX_WORDS = 14
_SUBJECTS = (8, 4)
_MAX_STEPS = 5
_END = 2**31
_CORE = {"aux", "auxpass", "neg", "prt"}
_OBJECTS = {"dobj", "attr", "acomp", "dative", "oprd"}
_COMPLEMENTS = {"xcomp", "ccomp"}
_EXTRAS = {"prep", "agent", "npadvmod"}
_CUT = {"relcl", "acl", "appos", "parataxis", "advcl", "intj", "meta", "dep", "preconj"}
_LOOSE = {"PUNCT", "CCONJ", "SCONJ", "ADP", "PART", "DET"}
_DETERMINERS = {"the", "a", "an", "this", "that", "these", "those", "their", "its", "whose"}
_MARKS = {",", ";", ":", "-", "--", "–", "—"}
_QUOTES = {"-LRB-", "-RRB-", "``", "`", "''", '"', "“", "”", "(", ")"}
_NOT_FIRST = _DETERMINERS | {",", "-", "--", "–", "and", "but"}
_NO_GAP_BEFORE = {".", ",", ";", ":", "?", "!", ")", "]", "'s", "’s", "n't", "n’t", "%", "'", "’"}
_NO_WORDS = _QUOTES | _NO_GAP_BEFORE
_SPEAKING = words.REPORTING | {"ask"}
_HEADS = {"nsubj", "nsubjpass"}
_VOWELS = frozenset("aeiou")
_QUESTIONS = {"ccomp", "pcomp", "csubj"}


def title(tree: Parse, clauses: Clauses, names: Names, token: int, timed: frozenset[int]) -> str:
    """The title of the event that ``token`` names: at most ``MAX_WORDS`` words, no time in it, no reporting clause."""
    builder = _Builder(tree, clauses, names, timed)
    if clauses.is_verb(token):
        return _of_verb(builder, token)
    verb = clauses.governor(token)
    if verb is not None and _is_told_by(tree, clauses, token, verb):
        return _of_verb(builder, verb)
    return builder.phrase(token)


def _of_verb(builder: _Builder, token: int) -> str:
    """A finite verb's own clause; an infinitive is told with what leads to it: "refused to sign"."""
    head, path = _leading(builder.tree, builder.clauses, token)
    if not path:
        return builder.clause(token)
    whole = builder.clause(head, path) if builder.clauses.is_verb(head) else builder.phrase(head, path)
    return whole or builder.clause(_main_verb(builder.tree, token))


def _main_verb(tree: Parse, token: int) -> int:
    """The verb whose complement the token is."""
    for _ in range(_MAX_STEPS):
        head = tree.heads[token]
        if tree.deps[token] != "xcomp" or tree.pos[head] != "VERB":
            break
        token = head
    return token


def _leading(tree: Parse, clauses: Clauses, token: int) -> tuple[int, frozenset[int]]:
    """The finite verb, or the noun at the root, that an unfinished verb hangs on, and the words on the way to it."""
    path: set[int] = set()
    for _ in range(_MAX_STEPS):
        if clauses.is_verb(token) and not _is_unfinished(tree, clauses, token):
            break
        if tree.heads[token] == token:
            break
        path.add(token)
        token = tree.heads[token]
    return token, frozenset(path)


def _is_unfinished(tree: Parse, clauses: Clauses, verb: int) -> bool:
    if tree.deps[verb] == "pcomp":
        return tree.words[tree.heads[verb]].lower() == "from"
    return tree.deps[verb] == "xcomp" or clauses.group(verb).tense == "INFINITIVE"


def _is_told_by(tree: Parse, clauses: Clauses, token: int, verb: int) -> bool:
    """Whether the verb only lends the word a clause: "held talks", "was independent"."""
    if tree.deps[token] in ("dobj", "nsubj", "nsubjpass"):
        return tree.pos[verb] == "VERB" and tree.lemmas[verb].lower() in words.SUPPORT
    subject = clauses.subject(verb) if tree.deps[token] in ("acomp", "attr") else None
    return subject is not None and tree.pos[subject] in ("NOUN", "PROPN")


class _Builder:
    def __init__(self, tree: Parse, clauses: Clauses, names: Names, timed: frozenset[int]) -> None:
        self.tree, self.clauses, self.names, self.timed = tree, clauses, names, timed

    def clause(self, verb: int, needed: frozenset[int] = frozenset()) -> str:
        """Subject, verb and what completes it, as far as there is room; "" where not all that is needed has room."""
        subject = self.clauses.subject(verb)
        if subject in self.timed and (seen := self.clauses.child(verb, "dobj")) is not None:
            return self.phrase(seen, needed)  # "Monday saw the launch of a new ferry"
        leads = [self._noun(subject, room) for room in _SUBJECTS] if subject is not None else [self._asked(verb)]
        for lead in leads:
            told, whole = self._predicate(verb, lead, needed)
            if whole:
                break
        if not needed <= {*lead, *told}:
            return ""
        start = min([verb, *lead, *self.clauses.helpers(verb)])
        speaks = self.tree.lemmas[verb].lower() in words.REPORTING
        early = [token for token in told if token < start and speaks]
        text = self._text(lead, [token for token in told if token not in early])
        return f"{text}: {self._text([], early)}" if early else text

    def _asked(self, verb: int) -> list[int]:
        """The word for a subject that nobody names: he spoke of **what** happened, nobody knows **who** won."""
        tree = self.tree
        if tree.deps[verb] not in _QUESTIONS:
            return []
        return [child for child in tree.children[verb] if tree.deps[child] in _HEADS and tree.tags[child] == "WP"]

    def _predicate(self, verb: int, lead: list[int], needed: frozenset[int]) -> tuple[list[int], bool]:
        """The words of the verb and of what completes it, and whether all its objects and complements have room."""
        deps = self.tree.deps
        children = [child for child in self._after(verb, min([verb, *lead])) if child not in lead]
        core = [verb, *self.clauses.helpers(verb), *(child for child in children if self._is_core(child))]
        room = MAX_WORDS - self._length(lead) - self._length(core)
        body: set[int] = set()
        whole = True
        for child in self._in_order_of_need(children, needed):
            taken = self._trimmed(child, room - self._length(body), needed)
            whole = whole and (bool(taken) or deps[child] in _EXTRAS)
            body.update(taken)
        told = sorted({*core, *body} - set(lead))
        self._drop_loose_end(told)
        return told, whole

    def phrase(self, noun: int, needed: frozenset[int] = frozenset()) -> str:
        """The words of a noun's phrase; "" where not all that is needed has room."""
        found = self._trimmed(noun, MAX_WORDS, needed)
        return self._text(found, []) if needed <= set(found) else ""

    def _after(self, verb: int, first: int) -> list[int]:
        """What hangs on a verb, without question words, what only opens the sentence, and what is said in passing."""
        return [child for child in self.tree.children[verb] if not self._is_aside(verb, first, child)]

    def _is_aside(self, verb: int, first: int, child: int) -> bool:
        tree = self.tree
        speaks = tree.lemmas[verb].lower() in _SPEAKING
        if tree.tags[child] in ("WDT", "WP"):
            return True
        match tree.deps[child]:
            case "ccomp" if child < first:
                return not speaks
            case "ccomp" if not speaks:
                return any(self._opens_quotation(token) for token in tree.subtree(child)[:4])
            case "npadvmod":
                return child < verb or not self._is_measure(verb, child)
            case "prep" | "agent":
                return child < verb
        return False

    def _is_measure(self, verb: int, noun: int) -> bool:
        """Whether a noun without a preposition belongs to the verb: "fell 5%", and not one left over by the parse."""
        tree = self.tree
        before = tree.heads[tree.subtree(noun)[0] - 1]
        if self._counts(noun):
            return True
        whole = tree.pos[noun] == "NOUN" and not any(tree.deps[child] in _CUT for child in tree.children[noun])
        return whole and verb in (before, tree.heads[before])

    def _counts(self, noun: int) -> bool:
        return any(self.tree.pos[child] == "NUM" for child in (noun, *self.tree.children[noun]))

    def _is_core(self, child: int) -> bool:
        tree = self.tree
        if tree.deps[child] in _CORE:
            return True
        if tree.words[child].lower() not in words.PARTICLES:
            return False
        if tree.deps[child] == "prep":
            return not tree.children[child] and tree.heads[child] == child - 1  # it went under in 1978
        if tree.deps[child] != "advmod":
            return False
        return tree.words[child - 1] != "," and tree.pos[child + 1 : child + 2] != ("NUM",)

    def _in_order_of_need(self, children: list[int], needed: frozenset[int]) -> list[int]:
        deps = self.tree.deps
        first = [child for child in children if child in needed]
        rest = [child for wanted in (_OBJECTS, _COMPLEMENTS, _EXTRAS) for child in children if deps[child] in wanted]
        return list(dict.fromkeys([*(c for c in rest if deps[c] in _OBJECTS), *first, *rest]))

    def _noun(self, head: int, room: int) -> list[int]:
        return self._trimmed(head, room) or [head]

    def _trimmed(self, head: int, room: int, needed: frozenset[int] = frozenset()) -> list[int]:
        """The tokens of a phrase, without clauses and asides; where it is too long, without its last prepositions,
        then without what is coordinated. Empty where even that is too long."""
        left_out: set[int] = set()
        whole = self.tree.words[head - 1] == "," and self.tree.deps[head] == "prep" and head - 2 not in self.timed
        for _ in range(2 * MAX_WORDS):
            found = self._whole_words(sorted(self._walk(head, left_out, needed)))
            self._drop_loose_end(found)
            if self._length(found) <= room:
                return found
            if whole:
                break
            spare = max((self._spared(each) for each in found if each not in (head, *needed)), default=(0, -1))
            if spare[0] == 0:
                break
            left_out.update(self._with_its_list(spare[1]))
        return []

    def _with_its_list(self, token: int) -> list[int]:
        """A word to leave out; of a list all but the first, and the "and"."""
        tree = self.tree
        if tree.deps[token] != "conj":
            return [token]
        while tree.deps[tree.heads[token]] == "conj":
            token = tree.heads[token]
        return [child for child in tree.children[tree.heads[token]] if tree.deps[child] in ("cc", "conj")]

    def _spared(self, token: int) -> tuple[int, int]:
        """How well a phrase does without what hangs on the token: not at all (0), or the more the higher."""
        tree = self.tree
        above = tree.heads[token]
        match tree.deps[token]:
            case "npadvmod":
                return 3, token
            case "prep" if tree.words[token].lower() != "of":
                return 3, token
            case "prep" if tree.lemmas[above].lower() not in words.OF_SOMETHING:
                return 2, token
            case "conj":
                return 1, token
            case _:
                return 0, token

    def _length(self, tokens: Iterable[int]) -> int:
        """The number of words that tokens make: what stands together is one."""
        tree = self.tree
        return sum(tree.words[token] not in _NO_WORDS and tree.starts[token] != self._end(token) for token in tokens)

    def _end(self, token: int) -> int:
        return self.tree.ends[token - 1] if token else -1

    def _whole_words(self, tokens: list[int]) -> list[int]:
        """With the parts of hyphenated words that the parse hangs elsewhere: "face-to-face"."""
        tree, found = self.tree, set(tokens)
        for token in tokens:
            place = token
            while tree.words[place + 1 : place + 2] == ("-",) and tree.ends[place] == tree.starts[place + 1]:
                known = place + 2 in found
                found |= {place + 1, place + 2}
                if known:
                    break
                place += 2
        return sorted(token for token in found if token < len(tree))

    def _drop_loose_end(self, tokens: list[int]) -> None:
        tree = self.tree
        while len(tokens) > 1 and tree.pos[tokens[-1]] in _LOOSE and tree.tags[tokens[-1]] != "RP":
            if tree.words[tokens[-1]].lower() in words.PARTICLES and tree.deps[tokens[-1]] in ("prep", "advmod", "prt"):
                break
            tokens.pop()

    def _walk(self, head: int, left_out: set[int], needed: frozenset[int]) -> list[int]:
        tree, found, stack = self.tree, [], [head]
        while stack:
            token = stack.pop()
            if token in left_out or (self._is_time(token) and not self._needs_time(head, token)):
                continue
            found.append(token)
            aside = self._aside(token)
            stack.extend(
                child
                for child in tree.children[token]
                if child in needed or (not self._is_cut(child) and child < aside)
            )
            if len(found) > 4 * MAX_WORDS:
                break
        return found

    def _is_cut(self, token: int) -> bool:
        """A clause inside a phrase, or a second sentence behind one."""
        tree = self.tree
        if tree.tags[token] == "WDT":
            return True
        match tree.deps[token]:
            case "mark":
                return tree.words[token].lower() not in ("for", "to")
            case "conj":
                return self.clauses.is_verb(token) and self.clauses.group(token).tense in ("PAST", "PRESENT", "FUTURE")
            case "npadvmod":
                joined = tree.words[token + 1 : token + 2] == ("-",)
                return tree.tags[token] in ("NNS", "NNP", "NNPS") and not (joined or self._counts(token))
            case "prep":
                child = self.clauses.child(token, "pcomp")
                return child is not None and self.clauses.child(child, "nsubj") is not None
            case dep:
                return dep in _CUT

    def _aside(self, noun: int) -> int:
        """Where what is said of a noun only in passing begins: behind the comma that follows it and starts no list."""
        tree = self.tree
        children = [child for child in tree.children[noun] if child > noun]
        if tree.pos[noun] not in ("NOUN", "PROPN") or any(tree.deps[child] == "conj" for child in children):
            return _END
        return next((child for child in children if tree.words[child] == ","), _END)

    def _needs_time(self, head: int, token: int) -> bool:
        """Whether a time is all that a verb acts on, or what makes "not" true: "spent six weeks", "not until May"."""
        if self.tree.deps[head] == "dobj" and head in self.timed:
            return True
        for _ in range(_MAX_STEPS):
            if self.clauses.until(self.tree.heads[token]) == token:
                return True
            token = self.tree.heads[token]
        return False

    def _is_time(self, token: int) -> bool:
        """A word of a time, or a preposition whose only object is one: "in 1991"."""
        if token in self.timed:
            return True
        if self.tree.pos[token] not in ("ADP", "SCONJ"):
            return False
        objects = [child for child in self.tree.children[token] if self.tree.deps[child] in ("pobj", "pcomp")]
        return bool(objects) and all(child in self.timed for child in objects)

    def _text(self, lead: list[int], body: list[int]) -> str:
        """The words of the tokens, spaced as in the article where they stand together there."""
        tree = self.tree
        tokens = self._without_marks([token for token in (*lead, *body) if tree.words[token] not in _QUOTES])
        while len(tokens) > 1 and self._cannot_lead(tokens[0]):
            tokens.pop(0)
        pieces, told = [], frozenset(tokens)
        for before, token in pairwise((-1, *tokens)):
            pieces.append(self._gap(before, token) + self._word(token, told, token in lead))
        text = " ".join("".join(pieces).split()[:MAX_WORDS]).strip(" ,;:-")
        return text[:1].upper() + text[1:]

    def _cannot_lead(self, token: int) -> bool:
        """An article, or "its" of nobody knows whom; not "this" where it is the subject."""
        tree = self.tree
        if tree.words[token].lower() not in _NOT_FIRST:
            return False
        return tree.pos[token] != "PRON" or (tree.tags[token] == "PRP$" and self.names.of(token) is None)

    def _without_marks(self, tokens: list[int]) -> list[int]:
        """Without the commas and dashes around what was left out."""
        kept = set(tokens)
        return [token for token in tokens if self.tree.words[token] not in _MARKS or {token - 1, token + 1} <= kept]

    def _gap(self, before: int, token: int) -> str:
        tree = self.tree
        together = before == token - 1 and before >= 0 and tree.ends[before] == tree.starts[token]
        if together or tree.words[token] in _NO_GAP_BEFORE:
            return ""
        return ": " if before >= 0 and self._opens_quotation(token) else " "

    def _opens_quotation(self, token: int) -> bool:
        """Whether a quoted sentence begins here, in the middle of another."""
        tree = self.tree
        quoted = token > 0 and tree.words[token - 1] in _QUOTES and tree.pos[token] not in ("PROPN", "NOUN", "ADJ")
        return quoted and tree.words[token][:1].isupper()

    def _word(self, token: int, told: frozenset[int], leads: bool) -> str:
        """A token's word, or the name that a pronoun stands for unless the title has that name already.

        Only the word that leads the title needs its name: behind a subject "his" and "it" can be understood.
        """
        tree = self.tree
        name = self.names.of(token) if leads or self._is_person(token) else None
        if name is None or set(range(name[0], name[1] + 1)) & told:
            return self._article(token, told) if tree.words[token] in ("a", "an") else tree.words[token]
        words_ = (
            " ".join(tree.words[name[0] : name[1] + 1])
            .replace(" '", "'")
            .replace(" ’", "’")
            .replace(" -", "-")
            .replace("- ", "-")
        )
        if tree.tags[token] != "PRP$":
            return words_
        return f"{words_}'" if tree.tags[name[1]] in ("NNS", "NNPS") and words_.endswith("s") else f"{words_}'s"

    def _article(self, token: int, told: frozenset[int]) -> str:
        """ "A" or "an", where the word that it stood before is left out: a (11th-century) temple."""
        behind = min((other for other in told if other > token), default=token + 1)
        if behind == token + 1:
            return self.tree.words[token]
        return "an" if self.tree.words[behind][:1].lower() in _VOWELS else "a"

    def _is_person(self, token: int) -> bool:
        return self.tree.words[token].lower() in ("he", "she") and self.tree.deps[token] in _HEADS
