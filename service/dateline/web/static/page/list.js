// The events as a list: a button each, and behind it why the event bears its date.

import { h, percent, s } from "./dom.js";
import { glyph, tone, word } from "./status.js";

const BASES = {
  explicit: "a date in the text",
  relative: "counted from the publication date",
  narrative: "counted from another date in the text",
  event: "counted from another event",
  implicit: "the story's own time",
};

/** One row a event. `toggle` is called with an id, `read` when its place in the article is asked for. */
export const rowOf = (event, text, { toggle, read }) =>
  h(
    "li",
    { class: `row ${tone(event.status)}`, id: `row-${event.id}` },
    h(
      "button",
      { type: "button", class: "head", "aria-expanded": "false", "aria-controls": `why-${event.id}`, "data-event": event.id, onclick: () => toggle(event.id) },
      glyph(event.status),
      h("span", { class: "when" }, event.when.display),
      h("span", { class: "title" }, event.title),
      h("span", { class: "tail" }, h("span", { class: "status" }, word(event.status)), sure(event.confidence)),
    ),
    h("div", { class: "why", id: `why-${event.id}`, hidden: true }, why(event, text, read)),
  );

function sure(confidence) {
  const said = percent(confidence);
  return h("span", { class: "sure", title: `Confidence in the date: ${said}` }, meter(confidence), h("span", { class: "unseen" }, "confidence "), h("span", { class: "figure" }, said));
}

const meter = (share) =>
  s(
    "svg",
    { class: "meter", width: 32, height: 3, "aria-hidden": "true" },
    s("rect", { class: "of", width: 32, height: 3, rx: 1.5 }),
    s("rect", { class: "is", width: 32 * share, height: 3, rx: 1.5 }),
  );

function why(event, text, read) {
  const { when, basis } = event;
  return [
    basis && h("p", { class: "reason" }, basis.explanation),
    ...sentences(event.mentions).map((mentions) => sentence(mentions, basis, text)),
    h(
      "dl",
      { class: "details" },
      detail("Date", `${when.edtf}${when.time ? ` ${when.time}` : ""}${when.approximate ? ", approximately" : ""}`),
      detail("Can mean", `${when.earliest ?? "any day before"} to ${when.latest ?? "any day after"}`, when.earliest === when.latest),
      basis && detail("Date's words", basis.quote ? `“${basis.quote}”` : "none near the event"),
      basis && detail("Dated by", BASES[basis.kind] ?? basis.kind),
      people("Who and what", event.participants),
      people("Where", event.places),
    ),
    h("button", { type: "button", class: "link show", onclick: () => read(event.id) }, "Show in the article"),
  ];
}

const detail = (name, value, without = false) => (without ? null : h("div", {}, h("dt", {}, name), h("dd", {}, value)));

const people = (name, found) =>
  found.length ? detail(name, found.map((one) => (one.role === "place" ? one.text : `${one.text} (${one.role})`)).join(", ")) : null;

/** The mentions, those of one sentence together. */
function sentences(mentions) {
  const found = new Map();
  for (const mention of mentions) found.set(mention.sentence.start, [...(found.get(mention.sentence.start) ?? []), mention]);
  return [...found.values()];
}

/** The sentence as it was sent, its triggers marked, and the date's words where they stand in it. */
function sentence(mentions, basis, text) {
  const { sentence } = mentions[0];
  const inside = mentions.map(({ trigger }) => ({ ...trigger, kind: "trigger" }));
  if (basis && basis.start !== null) inside.push({ start: basis.start, end: basis.end, kind: "date" });
  const parts = [];
  let at = sentence.start;
  for (const { start, end, kind } of inside.sort((a, b) => a.start - b.start)) {
    if (start < at || end > sentence.end) continue;
    parts.push(text.slice(at, start), h("mark", { class: `${kind} lit` }, text.slice(start, end)));
    at = end;
  }
  return h("blockquote", { class: "quoted" }, ...parts, text.slice(at, sentence.end));
}

/** Opens the row of `id` and closes the others. */
export function open(list, id) {
  for (const head of list.querySelectorAll(".head")) {
    const isOpen = head.dataset.event === id;
    head.setAttribute("aria-expanded", String(isOpen));
    head.nextElementSibling.hidden = !isOpen;
    head.parentElement.classList.toggle("chosen", isOpen);
  }
}

/** Up, down, Home and End move between the rows that are shown. */
export function walk(list, event) {
  const heads = [...list.querySelectorAll(".row:not([hidden]) > .head")];
  const at = heads.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: heads.length - 1 }[event.key];
  if (at === -1 || to === undefined || !heads[to]) return;
  event.preventDefault();
  heads[to].focus();
}
