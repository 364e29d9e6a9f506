// @ts-check
/** @typedef {import("../../../vocabulary/message.ts").HistoryEntry} Entry */
/** @typedef {Entry["choices"][number]} Choice */
/** `status` is 0 if no answer came. `retryAfter` is in ms. @typedef {{ status: number, retryAfter: number, body: { chat: string, entries: Entry[], cursor: string } }} Answer */

const TIME_LIMIT = 20000;
/** In ms: a beat comes every 20 s; a stream without a first word is held back by a proxy. */
const SILENCE = 50000;
const FIRST_WORD = 10000;

const base = `../webchat/${document.documentElement.dataset.district}`;

/** Posts the body, if one is given. Never rejects. @param {string} path @param {unknown} [body] @returns {Promise<Answer>} */
export async function call(path, body) {
  const aborter = new AbortController();
  const timer = setTimeout(() => aborter.abort(), TIME_LIMIT);
  /** @type {RequestInit} */
  const options = { credentials: "same-origin", cache: "no-store", signal: aborter.signal };
  if (body) {
    options.method = "POST";
    options.headers = { "content-type": "application/json" };
    options.body = JSON.stringify(body);
    options.keepalive = true;
  }
  try {
    const response = await fetch(`${base}/${path}`, options);
    const retryAfter = 1000 * Number(response.headers.get("retry-after") || 0);
    return { status: response.status, retryAfter, body: await response.json() };
  } catch (_) {
    return { status: 0, retryAfter: 0, body: { chat: "", entries: [], cursor: "" } };
  } finally {
    clearTimeout(timer);
  }
}

/** Ends when the stream fails, falls silent, or is closed. @param {string} cursor @param {(entries: Entry[], cursor: string) => void} heard @param {() => void} ended */
export function follow(cursor, heard, ended) {
  const source = new EventSource(`${base}/events?cursor=${cursor}`);
  let timer = setTimeout(end, FIRST_WORD);
  function close() {
    clearTimeout(timer);
    source.close();
  }
  function end() {
    close();
    ended();
  }
  function alive() {
    clearTimeout(timer);
    timer = setTimeout(end, SILENCE);
  }
  source.addEventListener("entries", (event) => {
    alive();
    heard(JSON.parse(event.data), event.lastEventId);
  });
  source.addEventListener("beat", () => {
    alive();
    heard([], "");
  });
  source.onerror = end;
  return { close };
}
