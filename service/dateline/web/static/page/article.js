// The article as it was sent, cut where marks begin and end. Offsets are UTF-16, which is what JavaScript counts.

import { h } from "./dom.js";
import { tone } from "./status.js";

/** What to mark: every event's first words always, and all of the chosen event's: `{start, end, kind, event}`. */
export function marksOf(events, chosen, evidence) {
  const marks = events.flatMap((event) =>
    event.mentions.map(({ trigger }) => ({ ...span(trigger), kind: "trigger", event })),
  );
  if (chosen) marks.push(...litBy(chosen));
  if (evidence) marks.push({ ...span(evidence), kind: "date", lit: true });
  return marks.filter(({ start, end }) => start < end);
}

function litBy(event) {
  const { mentions, basis } = event;
  const lit = mentions.flatMap(({ trigger, sentence }) => [
    { ...span(sentence), kind: "sentence", lit: true },
    { ...span(trigger), kind: "trigger", event, lit: true },
  ]);
  if (basis && basis.start !== null) lit.push({ ...span(basis), kind: "date", lit: true });
  return lit;
}

const span = ({ start, end }) => ({ start, end });

/** Fills `place` with `text`, marked. A click on an event's words chooses it. */
export function show(place, text, marks, choose) {
  place.replaceChildren(...pieces(text, marks).map((piece) => element(piece, choose)));
}

/** Cuts the text at every start and end: `{text, marks}` in order, in time linear in text and marks. */
export function pieces(text, marks) {
  const starts = [...marks].sort((a, b) => a.start - b.start);
  const cuts = [...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  const found = [];
  let open = [];
  let i = 0;
  for (let cut = 0; cut + 1 < cuts.length; cut++) {
    const [from, to] = [cuts[cut], cuts[cut + 1]];
    open = open.filter(({ end }) => end > from);
    while (i < starts.length && starts[i].start <= from) open.push(starts[i++]);
    found.push({ text: text.slice(from, to), marks: [...open] });
  }
  return found;
}

const ORDER = ["trigger", "date", "sentence"];

function element({ text, marks }, choose) {
  if (!marks.length) return document.createTextNode(text);
  const lit = ORDER.filter((kind) => marks.some((mark) => mark.lit && mark.kind === kind));
  const event = (marks.find((mark) => mark.event && mark.lit) ?? marks.find((mark) => mark.event))?.event;
  const classes = [...lit, ...(lit.length ? ["lit"] : []), ...(event ? ["word", tone(event.status)] : [])];
  return h(
    lit.length ? "mark" : "span",
    {
      class: classes.join(" "),
      "data-event": event?.id,
      title: event?.title,
      onclick: event ? () => choose(event.id) : null,
    },
    text,
  );
}

/** The words to look at first. */
export const firstLit = (place) => place.querySelector(".lit.trigger") ?? place.querySelector(".lit");
