// Days as milliseconds UTC, stretches of time, and the ticks of an axis.

export const DAY = 86_400_000;

/** The stretch that an event's date can mean: half-open, `from` or `to` null where that end is open. */
export function stretchOf(when) {
  const from = when.earliest === null ? null : Date.parse(when.earliest);
  const to = when.latest === null ? null : Date.parse(when.latest) + DAY;
  return { from, to };
}

/** Where an event stands: the middle of its stretch, or the end that is known. */
export function middle({ from, to }) {
  if (from === null && to === null) return null;
  if (from === null) return to;
  return to === null ? from : (from + to) / 2;
}

/** The stretch that holds all of `stretches`, with room at both ends. */
export function whole(stretches) {
  const ends = stretches.flatMap(({ from, to }) => [from, to]).filter((end) => end !== null);
  return ends.length ? roomy(least(ends), most(ends), 0.04) : null;
}

const FEW = 4;

/** The narrowest stretch that most of the events stand in, where that is much narrower than the whole; else the whole. */
export function dense(stretches) {
  const all = whole(stretches);
  if (stretches.length < FEW) return all;
  const places = stretches.map(middle).filter((place) => place !== null).sort((a, b) => a - b);
  const enough = Math.ceil(places.length * 0.6);
  let best = all;
  for (let i = 0; i + enough <= places.length; i++) {
    const [from, to] = [places[i], places[i + enough - 1]];
    if (to - from < best.to - best.from) best = { from, to };
  }
  const closer = best === all ? all : around(roomy(best.from, best.to, 0.2), stretches);
  return closer.to - closer.from < (all.to - all.from) / 3 ? closer : all;
}

/** `view`, made wider for the stretches that begin or end outside it but are no longer than it. */
function around(view, stretches) {
  const inside = stretches.filter((stretch) => middle(stretch) >= view.from && middle(stretch) <= view.to);
  const short = inside.filter(({ from, to }) => from !== null && to !== null && to - from <= view.to - view.from);
  return { from: least([view.from, ...short.map(({ from }) => from)]), to: most([view.to, ...short.map(({ to }) => to)]) };
}

const least = (values) => values.reduce((a, b) => Math.min(a, b));
const most = (values) => values.reduce((a, b) => Math.max(a, b));

function roomy(from, to, share) {
  const room = Math.max((to - from) * share, 3 * DAY);
  return { from: from - room, to: to + room };
}

const STEPS = [
  ...[1, 2, 7, 14].map((count) => ({ unit: "day", count, length: count * DAY })),
  ...[1, 3, 6].map((count) => ({ unit: "month", count, length: count * 30.44 * DAY })),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((count) => ({ unit: "year", count, length: count * 365.25 * DAY })),
];

/** Round dates in `view`, `gap` pixels apart or more: `{at, label, strong}`. */
export function ticks(view, width, gap) {
  const perPixel = (view.to - view.from) / width;
  const step = STEPS.find(({ length }) => length >= gap * perPixel) ?? STEPS.at(-1);
  const found = [];
  for (let at = first(view.from, step); at < view.to; at = next(at, step)) {
    if (at >= view.from) found.push({ at, ...labelled(at, step.unit, found.length === 0) });
  }
  return found;
}

function first(from, { unit, count }) {
  const date = new Date(from);
  if (unit === "year") return utc(Math.floor(date.getUTCFullYear() / count) * count, 0);
  if (unit === "month") return utc(date.getUTCFullYear(), Math.floor(date.getUTCMonth() / count) * count);
  const monday = 4 * DAY; // 5 January 1970
  const offset = count < 7 ? 0 : monday;
  return Math.floor((from - offset) / (count * DAY)) * count * DAY + offset;
}

function next(at, { unit, count }) {
  const date = new Date(at);
  if (unit === "year") return utc(date.getUTCFullYear() + count, 0);
  if (unit === "month") return utc(date.getUTCFullYear(), date.getUTCMonth() + count);
  return at + count * DAY;
}

function utc(year, month) {
  const date = new Date(0);
  date.setUTCFullYear(year, month, 1); // Date.UTC takes the year 31 for 1931
  return date.getTime();
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function labelled(at, unit, isFirst) {
  const date = new Date(at);
  const [year, month, day] = [date.getUTCFullYear(), MONTHS[date.getUTCMonth()], date.getUTCDate()];
  if (unit === "year") return { label: String(year), strong: false };
  if (unit === "month") {
    const january = date.getUTCMonth() === 0;
    return { label: january || isFirst ? `${month} ${year}` : month, strong: january };
  }
  return { label: isFirst ? `${day} ${month} ${year}` : `${day} ${month}`, strong: day === 1 };
}

/** A stretch in words, as coarse as it is wide. */
export function spelled({ from, to }) {
  const years = (to - from) / (365.25 * DAY);
  const spell = (at) => {
    const date = new Date(at);
    if (years > 6) return String(date.getUTCFullYear());
    const month = `${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
    return years > 0.4 ? month : `${date.getUTCDate()} ${month}`;
  };
  const [start, end] = [spell(from), spell(to)];
  return start === end ? start : `${start} – ${end}`;
}
