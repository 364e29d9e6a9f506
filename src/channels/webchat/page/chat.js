// @ts-check
import { call, follow } from "./server.js";

/** @typedef {import("./server.js").Entry} Entry */
/** @typedef {import("./server.js").Choice} Choice */
/** A message that the history does not show yet; `status` says why it failed. @typedef {{ id: string, text: string, choice?: Choice, at: number, state: "waiting" | "sent" | "failed", status: number }} Unsent */

const SECOND = 1000;
const POLL = 3000;
const REST = 15000;
export const SLOW_AFTER = 20000;

/** In ms: 1, 2, 4 ... 15 s, changed a little by chance, so that the phones of a village do not all come back at once. @param {number} fails */
const backoff = (fails) => Math.min(500 * 2 ** fails, REST) * (0.8 + 0.4 * Math.random());

/** Makes a UUID, also on a page without TLS. */
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = Array.from(bytes, (byte) => `0${byte.toString(16)}`.slice(-2)).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** @param {Entry[]} entries */
function endsWithQuestion(entries) {
  const last = entries[entries.length - 1];
  return last !== undefined && last.from === "citizen" && Math.abs(Date.now() - last.at) < SLOW_AFTER;
}

/** Opens the conversation as this browser knows it; calls `changed` whenever it looks different. @param {() => void} changed */
export function openChat(changed) {
  const chat = {
    /** In the order of the history. @type {Map<string, Entry>} */
    entries: new Map(),
    /** @type {Unsent[]} */
    unsent: [],
    loaded: false,
    offline: false,
    /** The browser does not keep our cookie. */
    cookieless: false,
    /** The HTTP status that keeps messages waiting: 429, 503 ...; 0 if none does. */
    trouble: 0,
    /** When the last message arrived, if it has no answer yet; else 0. */
    asked: 0,
    say,
    sync,
    hangUp,
    hurry() {
      hurried();
      sync();
    },
    /** Ends the session, for somebody who gives their phone away. */
    async leave() {
      const { status } = await call("leave", {});
      chat.offline = status === 0;
      if (status !== 200) return changed();
      left();
      if (tabs) tabs.postMessage("left");
    },
  };
  let cursor = "";
  /** The name of the session, as the server tells it. */
  let name = "";
  /** Counts the sessions, so that an answer for an earlier session is ignored. */
  let era = 0;
  /** How many lines of the service have come so far. */
  let answers = 0;
  let hurried = () => {};
  const tabs = window.BroadcastChannel ? new BroadcastChannel("sapa-chat") : undefined;
  if (tabs) tabs.onmessage = left;

  function left() {
    chat.unsent = [];
    forget();
    sync();
  }

  /** Clears the page: the browser has another session now, and these lines belong to the old one. */
  function forget() {
    chat.entries = new Map();
    chat.asked = 0;
    cursor = "";
    era += 1;
    hangUp();
    changed();
  }

  /** @param {Entry[]} heard @param {string} now The cursor after them. */
  function hear(heard, now) {
    if (now) cursor = now;
    for (const entry of heard) {
      if (entry.from === "service" && !chat.entries.has(entry.id)) {
        answers += 1;
        chat.asked = 0;
      }
      chat.entries.set(entry.id, entry);
    }
    chat.entries = new Map(Array.from(chat.entries).sort(([, a], [, b]) => a.at - b.at));
    chat.unsent = chat.unsent.filter(({ id }) => !chat.entries.has(id));
    chat.offline = false;
    changed();
  }

  /** @type {{ close(): void } | undefined} */
  let stream;
  /** Whether the stream works, so that the page need not poll. */
  let following = false;
  let streamFails = 0;
  let streamAfter = 0;

  function hangUp() {
    if (stream) stream.close();
    stream = undefined;
    following = false;
  }

  function listen() {
    if (stream || !window.EventSource || performance.now() < streamAfter) return;
    stream = follow(
      cursor,
      (heard, now) => {
        following = true;
        streamFails = 0;
        hear(heard, now);
        hurried();
      },
      () => {
        hangUp();
        streamFails += 1;
        streamAfter = performance.now() + (streamFails > 1 ? backoff(streamFails) : 0);
        sync();
      },
    );
  }

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let fails = 0;

  /** Keeps up with the history: by the stream, or by polling while there is none. A hidden page does neither. */
  async function sync() {
    clearTimeout(timer);
    if (document.hidden || following) return;
    const asking = era;
    const { status, body, retryAfter } = await call("history");
    if (asking !== era) return;
    if (status === 200) {
      fails = 0;
      if (name !== body.chat) forget();
      name = body.chat;
      if (!chat.loaded && endsWithQuestion(body.entries)) chat.asked = performance.now();
      chat.loaded = true;
      hear(body.entries, body.cursor);
      if (chat.entries.size > 0) listen();
    } else {
      fails += 1;
      chat.offline = status === 0;
      if (status === 401) forget();
    }
    chat.cookieless = status === 401 && fails > 1;
    changed();
    clearTimeout(timer);
    if (fails > 0) timer = setTimeout(sync, Math.max(retryAfter, backoff(fails)));
    else if (chat.entries.size + chat.unsent.length > 0) timer = setTimeout(sync, chat.asked ? POLL : REST);
  }

  /** @param {string} text @param {Choice} [choice] */
  function say(text, choice) {
    chat.unsent.push({ id: newId(), text, choice, at: Date.now(), state: "waiting", status: 0 });
    changed();
    send();
  }

  let sending = false;

  /** Sends unsent messages one at a time and in order. An id stays the same at every attempt, so no message counts twice. */
  async function send() {
    if (sending) return;
    sending = true;
    let tries = 0;
    let renewed = false;
    for (;;) {
      const next = chat.unsent.find(({ state }) => state === "waiting");
      if (!next) break;
      const { id, text, choice } = next;
      const said = choice ? { id, choice: { id: choice.id, title: choice.title } } : { id, text };
      const before = answers;
      const { status, retryAfter } = await call("messages", said);
      const wait = status === 0 || status === 429 || status >= 500;
      chat.offline = status === 0;
      chat.trouble = wait ? status : 0;
      if (status === 200) {
        tries = 0;
        next.state = "sent";
        if (answers === before) chat.asked = performance.now(); // else the answer came before the receipt
        sync();
        setTimeout(() => doubt(next), POLL);
      } else if (status === 401 && !renewed) {
        renewed = true;
        forget();
      } else if (!wait) {
        next.state = "failed";
        next.status = status;
      }
      changed();
      if (!wait) continue;
      tries += 1;
      const pause = Math.max(retryAfter, backoff(tries));
      if (status > 0) await new Promise((resolve) => setTimeout(resolve, pause));
      else await reconnected(pause);
    }
    sending = false;
  }

  /** A stream that does not even bring the message just sent is dead, even if it looks open. @param {Unsent} said */
  function doubt(said) {
    if (!chat.unsent.includes(said)) return;
    hangUp();
    sync();
  }

  /** Waits for `ms`, or until the browser says that the connection is back. @param {number} ms @returns {Promise<void>} */
  function reconnected(ms) {
    hangUp();
    sync();
    return new Promise((resolve) => {
      hurried = () => setTimeout(resolve, SECOND);
      setTimeout(resolve, ms);
    });
  }

  return chat;
}
