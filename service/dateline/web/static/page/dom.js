// Elements without markup: every string becomes text, so nothing an article holds can become an element.

const SVG = "http://www.w3.org/2000/svg";

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, String(value));
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** An HTML element. Attributes named `on…` are listeners; null and false are left out. */
export const h = (tag, attributes = {}, ...children) => fill(document.createElement(tag), attributes, children);

/** An SVG element. */
export const s = (tag, attributes = {}, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);

/** The element with this id. */
export const $ = (id) => document.getElementById(id);

/** Scrolls within `place`, never the page, until `part` is seen. Says whether `place` can scroll at all. */
export function reveal(place, part, share = 0.3) {
  if (!part || place.scrollHeight <= place.clientHeight + 1) return false;
  const [inner, outer] = [part.getBoundingClientRect(), place.getBoundingClientRect()];
  const bottom = Math.min(outer.bottom, window.innerHeight);
  if (inner.top < outer.top + 8 || inner.bottom > bottom - 8) {
    place.scrollTop += inner.top - outer.top - Math.max(bottom - outer.top, 0) * share;
  }
  return true;
}

export const clamp = (value, least, most) => Math.min(Math.max(value, least), most);
export const percent = (share) => `${Math.round(share * 100)} %`;
export const counted = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;
