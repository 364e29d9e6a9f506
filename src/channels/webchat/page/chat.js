// @ts-check
import { call, follow } from "./server.js";

/** @typedef {import("./server.js").Entry} Entry */
/** @typedef {import("./server.js").Choice} Choice */
/** @typedef {ReturnType<typeof newChat>} Chat */
/** The browser's session: the cursor up to which the page has read, the name that the server gives to the session, its number among the sessions of this page, and how many lines of the service the page has got. @typedef {{ cursor: string, name: string, era: number, answers: number }} Session */
/** A message that the history does not show yet; `status` says why it failed. @typedef {{ id: string, text: string, choice?: Choice, at: number, state: "waiting" | "sent" | "failed", status: number }} Unsent */

const SECOND = 1000;
const POLL = 3000;
const REST = 15000;
export const SLOW_AFTER = 20000;

/** The pause before the next try, in ms: about 1 s, 2 s, 4 s and so on, up to about 15 s. Chance changes each pause a little, so that the phones of a village do not all come back at once. @param {number} fails */
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

const newChat = () => ({
  /** The lines in the order of the history. @type {Map<string, Entry>} */
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
});

/** Opens the conversation as this browser knows it; calls `changed` whenever the conversation looks different. @param {() => void} changed */
export function openChat(changed) {
  const chat = newChat();
  /** `era` counts the sessions, so that an answer for an earlier session is ignored. @type {Session} */
  const session = { cursor: "", name: "", era: 0, answers: 0 };
  const tabs = window.BroadcastChannel ? new BroadcastChannel("sapa-chat") : undefined;
  if (tabs) tabs.onmessage = left;
  const history = openHistory(chat, session, { changed, forget, hear, hurried: () => sending.hurried() });
  const sending = openSending(chat, session, { changed, forget, sync: history.sync, hangUp: history.hangUp });

  function left() {
    chat.unsent = [];
    forget();
    history.sync();
  }

  /** Clears the page: the browser has another session now, and these lines belong to the old one. */
  function forget() {
    chat.entries = new Map();
    chat.asked = 0;
    session.cursor = "";
    session.era += 1;
    history.hangUp();
    changed();
  }

  /** @param {Entry[]} heard @param {string} now The cursor after these entries. */
  function hear(heard, now) {
    if (now) session.cursor = now;
    for (const entry of heard) {
      if (entry.from === "service" && !chat.entries.has(entry.id)) {
        session.answers += 1;
        chat.asked = 0;
      }
      chat.entries.set(entry.id, entry);
    }
    chat.entries = new Map(Array.from(chat.entries).sort(([, a], [, b]) => a.at - b.at));
    chat.unsent = chat.unsent.filter(({ id }) => !chat.entries.has(id));
    chat.offline = false;
    changed();
  }

  return Object.assign(chat, {
    say: sending.say,
    sync: history.sync,
    hangUp: history.hangUp,
    hurry() {
      sending.hurried();
      history.sync();
    },
    /** Ends the session, for somebody who gives their phone away. */
    async leave() {
      const { status } = await call("leave", {});
      chat.offline = status === 0;
      if (status !== 200) return changed();
      left();
      if (tabs) tabs.postMessage("left");
    },
  });
}

/** Keeps up with the history: by the stream, or by polling while there is no stream. A hidden page does not poll, and it closes its stream after a few minutes. @param {Chat} chat @param {Session} session @param {{ changed(): void, forget(): void, hear(heard: Entry[], now: string): void, hurried(): void }} on */
function openHistory(chat, session, { changed, forget, hear, hurried }) {
  /** @type {{ close(): void } | undefined} */
  let stream;
  /** Whether the stream works, so that the page need not poll. */
  let following = false;
  let streamFails = 0;
  let streamAfter = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let fails = 0;

  function hangUp() {
    if (stream) stream.close();
    stream = undefined;
    following = false;
  }

  function listen() {
    if (stream || !window.EventSource || performance.now() < streamAfter) return;
    stream = follow(
      session.cursor,
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

  async function sync() {
    clearTimeout(timer);
    if (document.hidden || following) return;
    const asking = session.era;
    const { status, body, retryAfter } = await call("history");
    if (asking !== session.era) return;
    if (status === 200) {
      fails = 0;
      if (session.name !== body.chat) forget();
      session.name = body.chat;
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

  return { sync, hangUp };
}

/** Sends unsent messages one at a time and in order. An id stays the same at every attempt, so no message counts twice. @param {Chat} chat @param {Session} session @param {{ changed(): void, forget(): void, sync(): void, hangUp(): void }} on */
function openSending(chat, session, { changed, forget, sync, hangUp }) {
  let hurried = () => {};
  let sending = false;

  /** @param {string} text @param {Choice} [choice] */
  function say(text, choice) {
    chat.unsent.push({ id: newId(), text, choice, at: Date.now(), state: "waiting", status: 0 });
    changed();
    send();
  }

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
      const before = session.answers;
      const { status, retryAfter } = await call("messages", said);
      const wait = status === 0 || status === 429 || status >= 500;
      chat.offline = status === 0;
      chat.trouble = wait ? status : 0;
      if (status === 200) {
        tries = 0;
        next.state = "sent";
        if (session.answers === before) chat.asked = performance.now(); // else the answer came before the receipt
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

  return { say, hurried: () => hurried() };
}
