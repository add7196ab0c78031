// The page: what was asked, what was answered, what is chosen; and the wiring between them.

import { Problem, capabilities, curl, timeline } from "./api.js";
import { firstLit, marksOf, show } from "./article.js";
import { draw, overview, pointed } from "./chart.js";
import { $, counted, h, percent, reveal } from "./dom.js";
import { facts } from "./facts.js";
import { copied, decoded, fileName } from "./files.js";
import { guessed, indexed, requestOf } from "./input.js";
import { open, rowOf, walk } from "./list.js";
import { problem } from "./problem.js";
import { STATUSES, glyph, tone, word } from "./status.js";
import { dense, middle, spelled, stretchOf, whole } from "./time.js";

const state = {
  limit: Infinity, // bytes that the service takes
  asking: null, // the AbortController of the request under way
  asked: null, // what the answer is about: {body, kind, published}
  text: "", // the string that its offsets index
  answer: null,
  hidden: new Set(), // statuses that are filtered out
  least: 0, // confidence
  chosen: null, // id of an event
  evidence: null, // the publication date's words, when they are asked for
  all: null, // stretch of time of all events
  view: null, // stretch in view
};

// --- asking --------------------------------------------------------------------------------------------------------

function form() {
  const body = wellFormed($("text").value);
  return { body, kind: $("kind").value || guessed(body), published: $("published").value };
}

/** Half a surrogate pair cannot be sent; put right, every offset stays. */
const wellFormed = (text) => text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "\uFFFD");

async function ask() {
  state.asking?.abort();
  const asking = new AbortController();
  state.asking = asking;
  const asked = form();
  busy(true);
  problem(null);
  try {
    const response = await timeline(requestOf(asked), { signal: asking.signal, limit: state.limit });
    const answer = await response.json();
    if (state.asking === asking) answered(asked, answer);
  } catch (error) {
    if (state.asking === asking) failed(error);
  } finally {
    if (state.asking === asking) {
      state.asking = null;
      busy(false);
    }
  }
}

function busy(is) {
  $("answer").setAttribute("aria-busy", String(is));
  $("answer").classList.toggle("stale", is);
  $("busy").hidden = !is;
  $("busy").textContent = is ? "Reading the article…" : "";
  $("submit").textContent = is ? "Reading…" : "Find the events";
}

function failed(error) {
  if (error.name === "AbortError") return;
  const known = error instanceof Problem;
  const shown = known ? error : new Problem({ title: "The page could not read the answer", detail: String(error.message) });
  $("answer").hidden = true;
  document.body.classList.remove("reading");
  problem(shown, ask);
  if (!known) console.error(error);
}

// --- showing -------------------------------------------------------------------------------------------------------

const dated = () => state.answer.events.filter(({ when }) => when !== null);
const isShown = ({ status, confidence }) => !state.hidden.has(status) && confidence >= state.least;
const shown = () => dated().filter(isShown);

function answered(asked, answer) {
  const stretches = answer.events.filter(({ when }) => when).map(({ when }) => stretchOf(when));
  Object.assign(state, { asked, answer, text: indexed(asked, answer), chosen: null, evidence: null, hidden: new Set(), least: 0 });
  state.all = whole(stretches);
  state.view = state.all && dense(stretches);
  $("answer").hidden = false;
  if ($("ask").contains(document.activeElement)) $("answer").focus({ preventScroll: true });
  document.body.classList.add("reading");
  $("confidence").value = "0";
  $("engine").textContent = `${answer.engine.name} ${answer.engine.version}, ${answer.engine.model} ${answer.engine.model_version}`;
  $("facts").replaceChildren(...facts(answer, { light: lightEvidence, edit }));
  $("statuses").replaceChildren(...statusFilters());
  const events = dated();
  $("list").replaceChildren(...events.map((event) => rowOf(event, state.text, { toggle, read: readInArticle })));
  $("chart").hidden = $("filters").hidden = !events.length;
  picked(null);
  filtered();
  article();
  $("article").scrollTop = $("list").scrollTop = 0;
  $("facts").scrollIntoView({ block: "nearest" });
}

function statusFilters() {
  const tally = new Map();
  for (const { status } of dated()) tally.set(status, (tally.get(status) ?? 0) + 1);
  const order = [...new Set([...Object.keys(STATUSES), ...tally.keys()])].filter((status) => tally.has(status));
  return order.map((status) =>
    h(
      "label",
      { class: `chip ${tone(status)}` },
      h("input", { type: "checkbox", checked: true, value: status, onchange: (event) => pass(status, event.target.checked) }),
      glyph(status),
      h("span", {}, word(status)),
      h("span", { class: "tally" }, tally.get(status)),
    ),
  );
}

function pass(status, does) {
  if (does) state.hidden.delete(status);
  else state.hidden.add(status);
  filtered();
}

/** After a change of filters. */
function filtered() {
  const [all, seen] = [dated(), shown()];
  for (const event of all) $(`row-${event.id}`).hidden = !isShown(event);
  if (state.chosen && !seen.some(({ id }) => id === state.chosen)) choose(null);
  const said = seen.length === all.length ? String(all.length) : `${seen.length} of ${all.length}`;
  $("count").textContent = said;
  $("said").textContent = `${said} ${all.length === 1 ? "event" : "events"} shown.`;
  $("confidence-said").textContent = percent(state.least);
  $("none").hidden = seen.length > 0;
  $("none").textContent = all.length ? "No event passes the filters." : "No dated events were found in this article.";
  $("caption").textContent = state.all
    ? `${counted(seen.length, "event")} between ${spelled(state.all)}, drawn in proportion to time. The list of events says the same in words.`
    : "";
  chart();
}

function chart() {
  if (!state.view || $("answer").hidden) return;
  const events = shown();
  draw($("drawing"), events, state.view, state.chosen, choose);
  const isWhole = state.view.from <= state.all.from && state.view.to >= state.all.to;
  $("overview").toggleAttribute("hidden", isWhole);
  if (!isWhole) overview($("overview"), events, state.all, state.view, state.chosen);
  const outside = events.filter((event) => !inView(event)).length;
  $("stretch").replaceChildren(spelled(state.view), outside ? h("span", { class: "outside" }, ` · ${counted(outside, "event")} outside`) : "");
}

function inView({ when }) {
  const { from, to } = stretchOf(when);
  return (to ?? from) >= state.view.from && (from ?? to) <= state.view.to;
}

/** Moves the view, and makes it wider where it must be, so that an event is in it. */
function bringIntoView({ when }) {
  const stretch = stretchOf(when);
  if (stretch.to - stretch.from > state.view.to - state.view.from && stretch.from !== null && stretch.to !== null) look(whole([stretch]));
  else centre(middle(stretch));
}

function article() {
  const events = shown();
  const chosen = events.find(({ id }) => id === state.chosen) ?? null;
  show($("article"), state.text, marksOf(events, chosen, state.evidence), choose);
}

// --- choosing ------------------------------------------------------------------------------------------------------

/** Chooses an event, from wherever it was clicked; null for none. */
function choose(id) {
  state.chosen = id;
  state.evidence = null;
  open($("list"), id);
  const event = id && dated().find((one) => one.id === id);
  if (event && !inView(event)) bringIntoView(event);
  chart();
  article();
  picked(event);
  if (!event) return;
  reveal($("article"), firstLit($("article")));
  const [row, list] = [$(`row-${id}`), $("list")];
  if (!reveal(list, row, 0.05) && list.contains(document.activeElement)) row.scrollIntoView({ block: "nearest" });
}

/** Says under the drawing what is chosen in it: on a phone, the list is out of sight. */
function picked(event) {
  $("picked").hidden = !event;
  if (!event) return;
  $("picked").className = `picked ${tone(event.status)}`;
  $("picked").replaceChildren(
    h("span", { class: "when" }, `${event.when.display}, ${word(event.status).toLowerCase()}: `),
    `${event.title} `,
    h("button", { type: "button", class: "link", onclick: () => goTo(event.id) }, "Why this date"),
  );
}

function goTo(id) {
  const row = $(`row-${id}`);
  row.firstElementChild.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}

const toggle = (id) => choose(state.chosen === id ? null : id);

function readInArticle(id) {
  if (state.chosen !== id) choose(id);
  firstLit($("article"))?.scrollIntoView({ block: "center" });
  $("article").focus({ preventScroll: true });
}

function lightEvidence(evidence) {
  choose(null);
  state.evidence = evidence;
  article();
  firstLit($("article"))?.scrollIntoView({ block: "nearest" });
}

function edit(id = "text") {
  document.body.classList.remove("reading");
  $(id).focus();
}

// --- the stretch in view -------------------------------------------------------------------------------------------

const VIEWS = {
  earlier: () => shift(-0.5),
  later: () => shift(0.5),
  in: () => zoom(0.5),
  out: () => zoom(2),
  dense: () => look(dense(shown().map(({ when }) => stretchOf(when)))),
  all: () => look(state.all),
};

function look(view) {
  if (!view) return;
  state.view = view;
  chart();
}

function shift(share) {
  const by = (state.view.to - state.view.from) * share;
  look({ from: state.view.from + by, to: state.view.to + by });
}

function zoom(factor) {
  const chosen = dated().find(({ id }) => id === state.chosen);
  const centre = chosen && inView(chosen) ? middle(stretchOf(chosen.when)) : (state.view.from + state.view.to) / 2;
  const half = Math.max(((state.view.to - state.view.from) / 2) * factor, 43_200_000);
  const view = { from: centre - half, to: centre + half };
  look(view.to - view.from >= (state.all.to - state.all.from) * 1.2 ? state.all : view);
}

function centre(at) {
  const half = (state.view.to - state.view.from) / 2;
  look({ from: at - half, to: at + half });
}

function drag(event) {
  if (event.type === "pointermove" && !event.buttons) return;
  if (event.type === "pointerdown") $("overview").setPointerCapture(event.pointerId);
  centre(pointed($("overview"), event, state.all));
}

// --- taking --------------------------------------------------------------------------------------------------------

const taken = () => requestOf(state.asked, state.least);

async function copyCurl() {
  await copied(curl(taken()));
  tell("Copied. Paste it into a terminal.");
}

function tell(words) {
  $("said").textContent = words;
  $("told").textContent = words;
}

async function download(format) {
  try {
    const response = await timeline(taken(), { format: format.name, limit: state.limit });
    const address = URL.createObjectURL(await response.blob());
    h("a", { href: address, download: fileName(format) }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    tell(`Saved as ${fileName(format)}.`);
  } catch (error) {
    tell(`That failed. ${error.title ?? error.message}. ${error.detail ?? ""}`);
  }
}

async function offer() {
  try {
    const { formats, limits } = await capabilities();
    state.limit = limits.body_bytes;
    $("formats").replaceChildren(
      ...formats.map((format) => h("button", { type: "button", title: format.description, "aria-label": `Download as ${format.name}: ${format.description}`, "data-format": format.name, onclick: () => download(format) }, format.name)),
    );
  } catch {
    $("formats").replaceChildren(); // asking for a timeline will say what is wrong
  }
}

// --- wiring --------------------------------------------------------------------------------------------------------

async function openFile(file) {
  const bytes = await file.arrayBuffer();
  $("text").value = decoded(bytes);
  $("kind").value = /\.html?$/i.test(file.name) ? "html" : "";
  $("said").textContent = `${file.name} opened.`;
  edit();
}

async function openSample() {
  const response = await fetch(new URL("sample.txt", import.meta.url));
  $("text").value = (await response.text()).trimEnd();
  $("kind").value = "";
  $("published").value = "";
  ask();
}

function wire() {
  $("ask").addEventListener("submit", (event) => (event.preventDefault(), ask()));
  $("text").addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) ask();
  });
  $("sample").addEventListener("click", openSample);
  $("file").addEventListener("change", ({ target }) => target.files[0] && openFile(target.files[0]));
  $("edit").addEventListener("click", () => edit());
  $("curl").addEventListener("click", copyCurl);
  $("confidence").addEventListener("input", ({ target }) => ((state.least = Number(target.value) / 100), filtered(), article()));
  $("statuses").addEventListener("change", () => article());
  $("filters").addEventListener("submit", (event) => event.preventDefault());
  $("list").addEventListener("keydown", (event) => walk($("list"), event));
  $("overview").addEventListener("pointerdown", drag);
  $("overview").addEventListener("pointermove", drag);
  for (const button of document.querySelectorAll("[data-view]")) button.addEventListener("click", () => VIEWS[button.dataset.view]());
  document.addEventListener("keydown", (event) => event.key === "Escape" && state.chosen && choose(null));
  new ResizeObserver(chart).observe($("chart"));
  dropping(document.body, $("ask"));
  offer();
}

/** Anywhere on the page: a browser would else leave the page for the file. */
function dropping(place, shown) {
  place.addEventListener("dragover", (event) => (event.preventDefault(), shown.classList.add("over")));
  place.addEventListener("dragleave", () => shown.classList.remove("over"));
  place.addEventListener("drop", (event) => {
    event.preventDefault();
    shown.classList.remove("over");
    if (event.dataTransfer.files[0]) openFile(event.dataTransfer.files[0]);
    else dropText(event.dataTransfer.getData("text/plain"));
  });
}

function dropText(text) {
  if (!text) return;
  $("text").value = text;
  edit();
}

wire();
