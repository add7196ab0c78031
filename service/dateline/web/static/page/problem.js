// What went wrong, where the reader looks for it: fields by their fields, the rest above the answer.

import { $, counted, h } from "./dom.js";

const FIELDS = { "/text": "text", "/html": "text", "/paragraphs": "text", "/published": "published" };
const ADVICE = {
  413: "Send a shorter article, or a part of it.",
  429: "The service reads other articles just now.",
  503: "The service is not ready just now.",
};

/** Shows a problem, and `retry` where that may help; clears it with null. */
export function problem(found, retry = null) {
  for (const id of new Set(Object.values(FIELDS))) field(id, null);
  $("problem").hidden = found === null;
  if (found === null) return $("problem").replaceChildren();
  const elsewhere = found.errors.filter(({ pointer, detail }) => !(pointer in FIELDS && field(FIELDS[pointer], detail)));
  $("problem").replaceChildren(...parts(found, elsewhere, retry));
  const wrong = document.querySelector('[aria-invalid="true"]');
  (wrong && wrong.offsetParent ? wrong : $("problem")).focus();
  return undefined;
}

function field(id, detail) {
  $(`${id}-error`).textContent = detail ?? "";
  if (detail === null) $(id).removeAttribute("aria-invalid");
  else $(id).setAttribute("aria-invalid", "true");
  return true;
}

function parts({ status, title, detail, errors, retryAfter }, elsewhere, retry) {
  const again = status === 0 || status === 429 || status >= 500;
  const wait = retryAfter === null ? "" : ` Try again in ${counted(retryAfter, "second")}.`;
  return [
    h("p", { class: "title" }, title),
    h("p", {}, `${errors.length ? "" : detail} ${ADVICE[status] ?? ""}${wait}`.trim()),
    elsewhere.length > 0 && h("ul", {}, elsewhere.map((one) => h("li", {}, one.pointer && h("code", {}, one.pointer), ` ${one.detail}`))),
    again && retry && h("button", { type: "button", onclick: retry }, "Try again"),
  ].filter(Boolean);
}
