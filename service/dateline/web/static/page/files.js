// What leaves the page and what comes into it: files and the clipboard.

import { h } from "./dom.js";

const ENDINGS = {
  "application/json": "json",
  "application/ld+json": "jsonld",
  "text/calendar": "ics",
  "text/csv": "csv",
  "text/markdown": "md",
  "application/xml": "xml",
  "text/html": "html",
};

/** `timeline.csv`; with the format's name before the ending where that says more. */
export function fileName({ name, media_type }) {
  const type = media_type.split(";")[0].trim();
  const ending = ENDINGS[type] ?? (type.endsWith("+json") ? "json" : type.endsWith("xml") ? "xml" : "txt");
  return ["json", "jsonld", "ics", "csv", "markdown"].includes(name) ? `timeline.${ending}` : `timeline.${name}.${ending}`;
}

/** The text of a file: UTF-8, or else what older systems write. */
export function decoded(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** Puts words on the clipboard. */
export async function copied(words) {
  if (navigator.clipboard) return navigator.clipboard.writeText(words);
  const area = h("textarea", { class: "unseen" }); // no clipboard without TLS, except on localhost
  area.value = words;
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
  return undefined;
}
