// What became of an event. Each status has a word, a colour (in page.css) and a shape, so that none rests on colour.

import { s } from "./dom.js";

export const STATUSES = {
  occurred: "Happened",
  ongoing: "Under way",
  planned: "Planned",
  alleged: "Alleged",
  conditional: "Conditional",
  negated: "Did not happen",
};

/** The word for a status; one that we do not know yet speaks for itself. */
export const word = (status) => STATUSES[status] ?? status;

/** A class name for a status, safe in any case. */
export const tone = (status) => (Object.hasOwn(STATUSES, status) ? `is-${status}` : "is-other");

const SHAPES = {
  occurred: () => [s("circle", { r: 4.6, class: "full" })],
  ongoing: () => [s("circle", { r: 4.4, class: "line" }), s("path", { d: "M0-4.4a4.4 4.4 0 0 1 0 8.8z", class: "full" })],
  planned: () => [s("circle", { r: 4.2, class: "line" })],
  alleged: () => [s("path", { d: "M0-5.6 5.6 0 0 5.6-5.6 0z", class: "line" }), s("circle", { r: 1.5, class: "full" })],
  conditional: () => [s("circle", { r: 4.4, class: "line dashed" })],
  negated: () => [s("circle", { r: 4.4, class: "line" }), s("path", { d: "M-3.1 3.1 3.1-3.1", class: "line" })],
};

/** The shape of a status, around the origin. */
export const shape = (status) => s("g", { class: `shape ${tone(status)}` }, (SHAPES[status] ?? SHAPES.planned)());

/** The shape as a picture of its own, for lists. */
export const glyph = (status) =>
  s("svg", { class: "glyph", viewBox: "-7 -7 14 14", width: 14, height: 14, "aria-hidden": "true" }, shape(status));
