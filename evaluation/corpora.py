"""Readers of the gold corpora: files in, frozen documents out. Nothing is copied and nothing is kept on disk."""

from __future__ import annotations

import html
import importlib.util
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any
from xml.etree import ElementTree

from dateline.dates.edtf import MONTHS
from dateline.values import Span


class Missing(LookupError):
    """A text that was annotated is not in the corpora, or is another there than was annotated."""


@dataclass(frozen=True, slots=True)
class GoldTimex:
    """A TIMEX3: its place in the text and its attributes."""

    id: str
    span: Span
    type: str
    value: str
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """An event mention: its place in the text and its TimeML class; ``tense`` and ``pos`` of its first instance."""

    id: str
    span: Span
    kind: str
    tense: str = "NONE"
    pos: str = ""
    instance: str | None = None
    when: str | None = None
    """The date of the happening it refers to, where the corpus says so (EDTF)."""


@dataclass(frozen=True, slots=True)
class Link:
    """A relation of an event or time to another, by their ids (instances are resolved to their events)."""

    source: str
    relation: str
    target: str


@dataclass(frozen=True, slots=True)
class Document:
    """An article of a corpus: what is sent to the engine, and what the annotators found in it.

    ``creation`` is the printed date line where it stands in the text: it is not scored. ``timed`` is how far the
    annotators have marked times, None for the whole text.
    """

    id: str
    text: str
    published: str | None
    timexes: tuple[GoldTimex, ...] = ()
    events: tuple[GoldEvent, ...] = ()
    links: tuple[Link, ...] = ()
    creation: Span | None = None
    timed: Span | None = None


@dataclass(frozen=True, slots=True)
class Shared:
    """Where the corpora are: the folder that holds ``corpora/``."""

    root: Path

    @property
    def corpora(self) -> Path:
        """The folder of corpora."""
        return self.root / "corpora"


# --- TimeML -------------------------------------------------------------------------------------------------------

_TAG = re.compile(r"<(/?)([\w:]+)([^>]*?)(/?)>|<[^>]*>")
_ATTRIBUTE = re.compile(r"""([\w:]+)\s*=\s*"([^"]*)\"""")


def timeml(shared: Shared, corpus: str) -> list[Document]:
    """The documents of ``timebank`` or ``aquaint``, in order of their names."""
    return [read_timeml(path) for path in sorted((shared.corpora / corpus).glob("*.tml"))]


def read_timeml(path: Path) -> Document:
    """One TimeML file: the content of TEXT with inner tags removed and entities resolved, white space kept."""
    raw = path.read_text(encoding="utf-8").replace("\r\n", "\n")
    body = re.search(r"<TEXT>(.*?)</TEXT>", raw, re.DOTALL)
    created = re.search(r'<DCT>.*?<TIMEX3[^>]*\bvalue="([^"]*)"', raw, re.DOTALL)
    if body is None or created is None:
        raise ValueError(f"{path.name}: no TEXT or no DCT")
    text, elements = _unmarked(body[1])
    instances = _instances(raw)
    return Document(
        id=path.stem,
        text=text,
        published=created[1][:10],
        timexes=tuple(_timex(span, found) for name, span, found in elements if name == "TIMEX3"),
        events=tuple(_event(span, found, instances) for name, span, found in elements if name == "EVENT"),
        links=tuple(_links(raw, instances)),
    )


def _unmarked(body: str) -> tuple[str, list[tuple[str, Span, dict[str, str]]]]:
    """The plain text of marked-up text, and its elements in order: name, span and attributes."""
    parts: list[str] = []
    opened: list[tuple[str, int, dict[str, str]]] = []
    elements: list[tuple[str, Span, dict[str, str]]] = []
    length = last = 0
    for tag in _TAG.finditer(body):
        parts.append(html.unescape(body[last : tag.start()]))
        length += len(parts[-1])
        last = tag.end()
        if tag[1] and opened:
            name, start, found = opened.pop()
            elements.append((name, Span(start, length), found))
        elif tag[2] and not tag[4]:
            opened.append((tag[2], length, _attributes(tag[3])))
    parts.append(html.unescape(body[last:]))
    return "".join(parts), sorted(elements, key=lambda element: element[1])


def _attributes(text: str) -> dict[str, str]:
    return {name: html.unescape(value) for name, value in _ATTRIBUTE.findall(text)}


def _instances(raw: str) -> dict[str, dict[str, str]]:
    """Attributes of each MAKEINSTANCE by its id, and by its event's id (the first of the event)."""
    found: dict[str, dict[str, str]] = {}
    for tag in re.findall(r"<MAKEINSTANCE([^>]*)>", raw):
        attributes = _attributes(tag)
        found[attributes["eiid"]] = attributes
        found.setdefault(attributes["eventID"], attributes)
    return found


def _timex(span: Span, found: dict[str, str]) -> GoldTimex:
    return GoldTimex(found["tid"], span, found.get("type", ""), found.get("value", ""), found.get("mod"))


def _event(span: Span, found: dict[str, str], instances: dict[str, dict[str, str]]) -> GoldEvent:
    made = instances.get(found["eid"], {})
    return GoldEvent(found["eid"], span, found.get("class", ""), made.get("tense", "NONE"), made.get("pos", ""))


def _links(raw: str, instances: dict[str, dict[str, str]]) -> Iterator[Link]:
    for tag in re.findall(r"<TLINK([^>]*)>", raw):
        found = _attributes(tag)
        source = found.get("eventInstanceID") or found.get("timeID") or ""
        target = found.get("relatedToEventInstance") or found.get("relatedToTime") or ""
        ends = [instances[end]["eventID"] if end in instances else end for end in (source, target)]
        yield Link(ends[0], found.get("relType", ""), ends[1])


# --- Wikinews about Apple -----------------------------------------------------------------------------------------

TIMED_SENTENCES = 6


def wikinews(shared: Shared) -> list[Document]:
    """The articles of ``wikinews-apple``; an event's ``when`` is the date of its instance, unknown digits dropped."""
    folder = shared.corpora / "wikinews-apple"
    dates = _instance_dates(folder / "instances.tsv")
    texts = key_module(shared, "texts")
    return [_wikinews(path, dates, texts) for path in sorted((folder / "articles").glob("*.xml"))]


def _instance_dates(path: Path) -> dict[str, str]:
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    dates = {row[0]: row[7].split("-XX")[0] for row in rows if len(row) > 7 and row[1] == "EVENT"}
    return {name: when for name, when in dates.items() if when and not when.startswith("XXXX")}


def _wikinews(path: Path, dates: dict[str, str], texts: ModuleType) -> Document:
    root = ElementTree.parse(path).getroot()
    tokens = root.findall("token")
    text: str = texts.rebuild(tokens)
    spans = _token_spans(text, tokens)
    marked = list(_markables(root, spans))
    instance = _instance_of(root)
    created = [span for name, span, found in marked if found.get("functionInDocument") == "CREATION_TIME"]
    return Document(
        id=root.get("doc_id", path.stem),
        text=text,
        published=texts._date(text[:400]),
        timexes=tuple(
            GoldTimex(found["m_id"], span, found["type"], found["value"])
            for name, span, found in marked
            if name == "TIMEX3" and found.get("functionInDocument") != "CREATION_TIME"
        ),
        events=tuple(
            _wikinews_event(span, found, instance, dates) for name, span, found in marked if name == "EVENT_MENTION"
        ),
        creation=created[0] if created else None,
        timed=Span(0, max(spans[token.get("t_id", "")].end for token in tokens if _timed(token))),
    )


def _timed(token: ElementTree.Element) -> bool:
    """Whether the token lies where the corpus marks times: in the title, the date line or the next four sentences."""
    return int(token.get("sentence", "0")) < TIMED_SENTENCES


def _wikinews_event(span: Span, found: dict[str, str], instance: dict[str, str], dates: dict[str, str]) -> GoldEvent:
    name = instance.get(found["m_id"])
    return GoldEvent(found["m_id"], span, "", found.get("tense", ""), found.get("pos", ""), name, dates.get(name or ""))


def _token_spans(text: str, tokens: list[ElementTree.Element]) -> dict[str, Span]:
    spans: dict[str, Span] = {}
    end = 0
    for token in tokens:
        word = token.text or ""
        start = text.index(word, end)
        end = start + len(word)
        spans[token.get("t_id", "")] = Span(start, end)
    return spans


def _markables(root: ElementTree.Element, spans: dict[str, Span]) -> Iterator[tuple[str, Span, dict[str, str]]]:
    """Every markable that has words: name, span from its first to its last token, attributes."""
    for markable in root.find("Markables") or ():
        places = [spans[anchor.get("t_id", "")] for anchor in markable.findall("token_anchor")]
        if places:
            span = Span(min(place.start for place in places), max(place.end for place in places))
            yield markable.tag, span, dict(markable.attrib)


def _instance_of(root: ElementTree.Element) -> dict[str, str]:
    """Instance id by the markable id of a mention."""
    names = {found.get("m_id", ""): found.get("instance_id") for found in root.iter("EVENT")}
    found: dict[str, str] = {}
    for relation in root.iter("REFERS_TO"):
        targets = [names.get(target.get("m_id", "")) for target in relation.findall("target")]
        if targets and targets[0]:
            found |= {source.get("m_id", ""): targets[0] for source in relation.findall("source")}
    return found


# --- key events ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class KeyDocument:
    """An article annotated as in ``key-events``: its text and its gold, as that corpus' own scorer takes it."""

    document: Document
    gold: dict[str, Any]


def key_module(shared: Shared, name: str) -> ModuleType:
    """The corpus' own code (``texts``, ``score`` or ``edtf_bounds``), imported from where it is."""
    return _imported(shared.corpora / "key-events" / f"{name}.py")


@cache
def _imported(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"key_events_{path.stem}", path)
    if spec is None or spec.loader is None:
        raise ImportError(str(path))
    module = importlib.util.module_from_spec(spec)
    before, writes = list(sys.path), sys.dont_write_bytecode
    sys.dont_write_bytecode = True
    try:
        spec.loader.exec_module(module)
    finally:
        sys.path[:], sys.dont_write_bytecode = before, writes
    return module


def key_events(shared: Shared) -> list[KeyDocument]:
    """The articles of ``key-events`` in order of their names."""
    texts: dict[str, tuple[str, str]] = key_module(shared, "texts").load()
    folder = shared.corpora / "key-events" / "gold"
    return [
        KeyDocument(Document(name, text, published), json.loads((folder / f"{name}.json").read_text(encoding="utf-8")))
        for name, (text, published) in sorted(texts.items())
    ]


# --- tables -------------------------------------------------------------------------------------------------------


def event_times(shared: Shared) -> dict[str, dict[str, str]]:
    """The labels of ``event-times``: by document and event id."""
    labels: dict[str, dict[str, str]] = {}
    for line in (shared.corpora / "event-times" / "event-times.tab").read_text(encoding="utf-8").splitlines():
        name, _, _, _, event, _, _, label = line.split("\t")
        labels.setdefault(name, {}).setdefault(event, label)
    return labels


def timenorm_pairs(shared: Shared) -> list[Document]:
    """The rows of ``timenorm-pairs`` as documents: a blank line starts one, and its first row is its creation time.

    An expression is a paragraph of its own, in the order of the story, since some are counted from the one before.
    """
    path = shared.corpora / "timenorm-pairs" / "train.tsv"
    blocks = path.read_text(encoding="utf-8").strip("\n").split("\n\n")
    return [_pairs(number, block) for number, block in enumerate(blocks) if "\n" in block]


def _pairs(number: int, block: str) -> Document:
    rows = [tuple(line.split("\t")) for line in block.split("\n")]
    (_, _, created), *expressions = rows
    timexes: list[GoldTimex] = []
    start = 0
    for words, kind, value in expressions:
        timexes.append(GoldTimex(f"t{len(timexes)}", Span(start, start + len(words)), kind, value))
        start += len(words) + 2
    return Document(f"pairs-{number}", "\n\n".join(row[0] for row in expressions), created[:10], tuple(timexes))


# --- TDG ----------------------------------------------------------------------------------------------------------

_TDG = re.compile(
    r'^filename:<doc id="(\d+)"[^\n]*:SNT_LIST\n(.*?)\nEDGE_LIST\n(.*?)(?=\n\n|\Z)', re.DOTALL | re.MULTILINE
)


def tdg(shared: Shared) -> list[Document]:
    """The articles of ``tdg``: sentences joined by newlines, as ``key-events`` has them; edges as links."""
    raw = (shared.corpora / "tdg" / "train.txt").read_text(encoding="utf-8").replace("\r\n", "\n")
    return [_tdg(found[1], found[2], found[3]) for found in _TDG.finditer(raw)]


def _tdg(name: str, text: str, edges: str) -> Document:
    lines = text.split("\n")
    rows = [tuple(edge.split("\t")) for edge in edges.split("\n") if edge]
    kinds = {child: kind for child, kind, _, _ in rows}
    spans = {child: _node(lines, child) for child in kinds}
    return Document(
        id=f"tdg_{name}",
        text=text,
        published=_printed_date(lines[0]),
        timexes=tuple(GoldTimex(node, spans[node], "", "") for node, kind in kinds.items() if kind == "Timex"),
        events=tuple(GoldEvent(node, spans[node], "") for node, kind in kinds.items() if kind == "Event"),
        links=tuple(Link(child, relation, parent) for child, _, parent, relation in rows),
        creation=Span(0, len(lines[0])),
    )


def _printed_date(line: str) -> str | None:
    found = re.search(rf"({'|'.join(MONTHS)}) (\d{{1,2}}) ?,? (\d{{4}})", line)
    return f"{found[3]}-{MONTHS.index(found[1]) + 1:02}-{int(found[2]):02}" if found else None


def _node(lines: list[str], node: str) -> Span:
    """The span of ``sentence_first_last``: token numbers within a line."""
    sentence, first, last = (int(part) for part in node.split("_"))
    words = lines[sentence].split(" ")
    before = sum(len(line) + 1 for line in lines[:sentence])
    start = before + sum(len(word) + 1 for word in words[:first])
    return Span(start, start + len(" ".join(words[first : last + 1])))
