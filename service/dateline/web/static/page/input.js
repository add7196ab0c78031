// What was pasted or dropped: how it is sent, and which string in it the answer's offsets index.

/** How each kind is sent. */
const TYPES = {
  text: "text/plain; charset=utf-8",
  html: "text/html; charset=utf-8",
  json: "application/json",
  xml: "application/xml; charset=utf-8",
};

/** The kind of `body` by how it begins. A list of strings is no JSON of a newsroom: it is an article's paragraphs, printed. */
export function guessed(body) {
  const start = body.slice(0, 1000).trimStart();
  if (/^(\{|\[\s*\{)/.test(start) && parsed(body) !== undefined) return "json";
  if (/^<(\?xml|newsItem|newsMessage)\b/.test(start)) return "xml";
  return /^<(!doctype|!--|html|head|body|article|section|main|div|p|h[1-6])\b/i.test(start) ? "html" : "text";
}

/** A request: `{body, type, query}`. What stands beside the article goes into the query, whatever the article is. */
export function requestOf({ body, kind, published }, minConfidence = 0) {
  const query = new URLSearchParams({ offset_unit: "utf16" });
  if (published) query.set("published", published);
  if (minConfidence > 0) query.set("min_confidence", String(minConfidence));
  return { body, type: TYPES[kind], query };
}

/** The string that offsets index: the whole of what was sent, or the string in it that the answer points at. */
export function indexed({ body, kind }, { article }) {
  const sent = kind === "json" ? parsed(body) : undefined;
  if (sent === undefined) return body;
  if (article.body) return String(at(sent, article.body));
  return sent.text ?? sent.html ?? sent.paragraphs?.join("\n\n") ?? body;
}

function parsed(body) {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** What a JSON pointer (RFC 6901) points at. */
function at(value, pointer) {
  const steps = pointer.split("/").slice(1).map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  return steps.reduce((inner, step) => inner?.[step], value) ?? "";
}
