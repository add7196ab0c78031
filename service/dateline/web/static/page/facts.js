// What the answer says of the article itself: its publication date, where that came from, and what to beware of.

import { h, percent } from "./dom.js";

const SAID = new Set(["publication-date-inferred", "publication-date-unknown"]); // said by the line itself

/** The lines above the timeline. `light` lights up evidence in the article, `edit` goes back to the form. */
export function facts({ article, warnings }, { light, edit }) {
  const others = warnings.filter(({ code }) => !SAID.has(code));
  return [
    article.published ? published(article.published, light) : unknown(edit),
    article.input && h("p", { class: "input" }, `Read as ${article.input}.`),
    others.length > 0 && h("ul", { class: "warnings" }, others.map(({ detail }) => h("li", {}, detail))),
  ].filter(Boolean);
}

function published({ value, source, confidence, evidence }, light) {
  const found = source === "given" ? ", as given" : `, found in the article (${source}, ${percent(confidence)} sure)`;
  return h(
    "p",
    { class: "published" },
    "Published ",
    h("time", { datetime: value, class: "day" }, spelledDay(value)),
    found,
    evidence && evidence.start !== null && [" ", h("button", { type: "button", class: "link", onclick: () => light(evidence) }, "Show where")],
  );
}

function unknown(edit) {
  return h(
    "p",
    { class: "published unknown" },
    h("strong", {}, "Publication date unknown. "),
    "Words such as “yesterday” cannot be dated without it. ",
    h("button", { type: "button", class: "link", onclick: () => edit("published") }, "Give the date"),
  );
}

function spelledDay(value) {
  const options = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
  return new Intl.DateTimeFormat("en-GB", options).format(new Date(value));
}
