// The timeline, drawn in proportion to time: a dot for a day, a bar as wide as the date is imprecise, a fading end where
// it is open. For the eye and the mouse only; the list below it is what keyboards and screen readers use.

import { clamp, s } from "./dom.js";
import { shape, tone } from "./status.js";
import { DAY, middle, stretchOf, ticks } from "./time.js";

const ROW = 25;
const LOW_ROW = 18;
const AXIS = 30;
const DOT = 11; // a bar narrower than this is a dot
const DAY_DOT = 40; // and so is a day
const FADE = 70; // how far an open end reaches
const MOST_ROWS = 11;
const CROWD = 80; // rows that a drawing has at most
const GAP = 14; // around a title
const LEAST_ROOM = 70; // for a title
const WIDE = 560; // from here on, there is room for titles
const FONT = "12.5px system-ui, sans-serif";

const pen = document.createElement("canvas").getContext("2d");

function widthOf(words, bold) {
  pen.font = bold ? `600 ${FONT}` : FONT;
  return pen.measureText(words).width;
}

const short = (words, most) => (words.length > most ? `${words.slice(0, most - 1).trimEnd()}…` : words);

/** Draws `events` of `view` into `svg`. `choose` is called with the id of an event that is clicked. */
export function draw(svg, events, view, chosen, choose) {
  const width = Math.max(svg.clientWidth, 200);
  const place = (at) => ((at - view.from) / (view.to - view.from)) * width;
  const inside = events.map((event) => marked(event, place)).filter(({ x0, x1 }) => x1 >= 0 && x0 <= width);
  const { rows, row } = arranged(inside, width, chosen);
  const height = AXIS + Math.max(rows, 3) * row + 10;
  svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  svg.setAttribute("height", height);
  svg.replaceChildren(
    patterns(),
    axis(ticks(view, width, width < 500 ? 68 : 92), place, height),
    ...inside.map((mark) => drawn(mark, row, mark.event.id === chosen, choose)),
  );
}

function marked(event, place) {
  const { from, to } = stretchOf(event.when);
  const x = place(middle({ from, to }));
  const left = from === null ? place(to) - FADE : place(from);
  const right = to === null ? place(from) + FADE : place(to);
  const dot = from !== null && to !== null && right - left < (to - from > DAY ? DOT : DAY_DOT);
  return { event, x, dot, open: { left: from === null, right: to === null }, x0: dot ? x - 7 : left, x1: dot ? x + 7 : right };
}

/** Gives each mark a row and, where there is room, its title: as many titles as fit, the weightiest events first. */
function arranged(marks, width, chosen) {
  const byWeight = [...marks].sort((a, b) => b.event.salience - a.event.salience);
  for (const share of width < WIDE ? [0] : [1, 0.7, 0.45, 0.25, 0]) {
    const named = new Set(byWeight.slice(0, Math.ceil(share * marks.length)));
    for (const mark of marks) label(mark, named.has(mark), mark.event.id === chosen, width);
    const rows = pack(marks);
    if (rows <= MOST_ROWS) return { rows, row: width < WIDE ? LOW_ROW : ROW };
    if (share === 0) return crowded(marks, rows);
  }
  return { rows: 1, row: ROW };
}

/** Too many for rows of full height: lower rows, and in the end rows that are shared. */
function crowded(marks, rows) {
  for (const mark of marks) mark.row %= CROWD;
  const kept = Math.min(rows, CROWD);
  return { rows: kept, row: clamp(480 / kept, 6, LOW_ROW) };
}

/** Puts the title behind the mark, else before it, else shortened where there is more room; else it has none. */
function label(mark, named, isChosen, width) {
  const [left, right] = [Math.max(mark.x0, 0), Math.min(mark.x1, width)];
  const [before, behind] = [left - GAP, width - right - GAP];
  const wanted = named || (isChosen && width >= WIDE) ? short(mark.event.title, 44) : "";
  const needed = widthOf(wanted, isChosen);
  mark.before = needed > behind && before > behind;
  mark.label = fitted(wanted, needed, mark.before ? before : behind);
  const room = mark.label ? widthOf(mark.label, isChosen) + GAP : 0;
  mark.labelAt = mark.before ? left - GAP / 2 : right + GAP / 2;
  [mark.from, mark.to] = mark.before ? [left - room, right] : [left, right + room];
}

function fitted(words, needed, room) {
  if (needed <= room) return words;
  return room < LEAST_ROOM ? "" : short(words, Math.floor((words.length * room) / needed) - 1);
}

/** The first row with room for each mark, from left to right; how many rows that takes. */
function pack(marks) {
  const ends = [];
  for (const mark of [...marks].sort((a, b) => a.from - b.from)) {
    const free = ends.findIndex((end) => end + 8 <= mark.from);
    mark.row = free === -1 ? ends.length : free;
    ends[mark.row] = mark.to;
  }
  return ends.length;
}

function drawn(mark, row, isChosen, choose) {
  const { event } = mark;
  const y = AXIS + mark.row * row + row / 2 + 4;
  const classes = ["event", tone(event.status), isChosen ? "chosen" : ""].join(" ");
  return s(
    "g",
    { class: classes, "data-event": event.id, onclick: () => choose(event.id) },
    s("title", {}, `${event.when.display}: ${event.title}`),
    s("rect", { class: "target", x: mark.from - 4, y: y - row / 2, width: Math.max(mark.to - mark.from + 8, 24), height: row, rx: 6 }),
    mark.dot ? s("g", { transform: `translate(${mark.x} ${y})` }, shape(event.status)) : bar(mark, y, Math.min(12, row - 2)),
    mark.label && s("text", { x: mark.labelAt, y: y + 4.4, "text-anchor": mark.before ? "end" : "start" }, mark.label),
  );
}

function bar({ event, x0, x1, open }, y, height) {
  const [left, right] = [clamp(x0, -20, 4000), clamp(x1, -20, 4000)];
  const fade = open.left ? "fade-left" : open.right ? "fade-right" : "even";
  const known = open.left ? right : left;
  return s(
    "g",
    { class: `bar ${fade} ${event.when.approximate ? "about" : ""}`, mask: fade === "even" ? null : `url(#${fade})` },
    s("rect", { class: "stretch", x: left, y: y - height / 2, width: Math.max(right - left, 2), height, rx: fade === "even" ? height / 2 : 2 }),
    fade === "even" ? null : s("rect", { class: "bound", x: open.left ? known - 2.5 : known, y: y - height / 2 - 2, width: 2.5, height: height + 4 }),
  );
}

function patterns() {
  const mask = (id, from, to) =>
    s(
      "mask",
      { id, maskContentUnits: "objectBoundingBox" },
      s(
        "linearGradient",
        { id: `${id}-tone` },
        s("stop", { offset: 0, "stop-color": "white", "stop-opacity": from }),
        s("stop", { offset: 1, "stop-color": "white", "stop-opacity": to }),
      ),
      s("rect", { width: 1, height: 1, fill: `url(#${id}-tone)` }),
    );
  return s("defs", {}, mask("fade-left", 0.04, 1), mask("fade-right", 1, 0.04));
}

function axis(found, place, height) {
  const lines = found.map(({ at, label, strong }) => {
    const x = place(at);
    return [
      s("line", { class: strong ? "tick strong" : "tick", x1: x, x2: x, y1: 22, y2: height }),
      s("text", { class: strong ? "when strong" : "when", x: x + 4, y: 15 }, label),
    ];
  });
  return s("g", { class: "axis" }, lines);
}

/** The whole span with the stretch in view on it. */
export function overview(svg, events, all, view, chosen) {
  const width = Math.max(svg.clientWidth, 200);
  const place = (at) => clamp(((at - all.from) / (all.to - all.from)) * width, 0, width);
  svg.setAttribute("viewBox", `0 0 ${width} 44`);
  svg.replaceChildren(
    s("line", { class: "base", x1: 0, x2: width, y1: 15, y2: 15 }),
    s("rect", { class: "window", x: place(view.from), y: 2, width: Math.max(place(view.to) - place(view.from), 6), height: 26, rx: 5 }),
    ...events.map((event) => tiny(event, place, event.id === chosen)),
    ...ticks(all, width, 110).filter(({ at }) => place(at) > 30 && place(at) < width - 30).map(({ at, label }) => s("text", { class: "when", x: place(at), y: 41, "text-anchor": "middle" }, label)),
  );
}

function tiny(event, place, isChosen) {
  const { from, to } = stretchOf(event.when);
  const [left, right] = [place(from ?? to), place(to ?? from)];
  const classes = ["tiny", tone(event.status), isChosen ? "chosen" : ""].join(" ");
  return s("rect", { class: classes, x: left - 1, y: 9, width: Math.max(right - left, 3), height: 12, rx: 1.5 });
}

/** Where on the whole span a pointer is. */
export function pointed(svg, event, all) {
  const box = svg.getBoundingClientRect();
  return all.from + clamp((event.clientX - box.left) / box.width, 0, 1) * (all.to - all.from);
}

