// Talking to the service. Addresses are relative to the page, so a prefix in front does not matter.

const TIMELINE = "v1/timeline";

/** Why there is no answer: RFC 9457 as the service sends it, or the like where it could not. */
export class Problem extends Error {
  constructor({ status = 0, title, detail = "", errors = [], retryAfter = null }) {
    super(title);
    Object.assign(this, { status, title, detail, errors, retryAfter });
  }
}

/** What the service can do. Throws `Problem`. */
export async function capabilities() {
  return (await sent("v1/capabilities", {})).json();
}

/** The answer to a request in `format`, as a Response. Throws `Problem`; an `AbortError` where `signal` says stop. */
export function timeline({ body, type, query }, { format = null, signal = null, limit = Infinity } = {}) {
  const bytes = new TextEncoder().encode(body).length;
  if (bytes > limit) {
    const detail = `It takes ${bytes} bytes to send; the limit is ${limit}.`;
    throw new Problem({ status: 413, title: "The article is too long", detail });
  }
  return sent(addressOf(query, format), { method: "POST", headers: { "Content-Type": type }, body, signal });
}

function addressOf(query, format) {
  const whole = new URLSearchParams(query);
  if (format) whole.set("format", format);
  return `${TIMELINE}?${whole}`;
}

/** A command for a shell that asks the same. `printf` is the shell's own: no limit on its arguments. */
export function curl({ body, type, query }) {
  const quoted = (words) => `'${words.replaceAll("'", "'\\''")}'`;
  const url = new URL(addressOf(query), document.baseURI).href;
  return `printf %s ${quoted(body)} | curl -sS ${quoted(url)} -H ${quoted(`Content-Type: ${type}`)} --data-binary @-`;
}

async function sent(url, options) {
  let response;
  try {
    response = await fetch(url, { cache: "no-store", credentials: "same-origin", ...options });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Problem({ title: "The service cannot be reached", detail: "Check the connection and try again." });
  }
  if (!response.ok) throw await problemOf(response);
  return response;
}

async function problemOf(response) {
  const retryAfter = Number.parseInt(response.headers.get("Retry-After"), 10);
  let told = {};
  try {
    told = await response.json();
  } catch {
    // A proxy in front may answer with a page of its own.
  }
  return new Problem({
    status: response.status,
    title: typeof told.title === "string" ? told.title : `The service answered ${response.status}`,
    detail: typeof told.detail === "string" ? told.detail : "",
    errors: Array.isArray(told.errors) ? told.errors : [],
    retryAfter: Number.isNaN(retryAfter) ? null : retryAfter,
  });
}
