// @ts-check
import { keepUnsent, keptUnsent } from "./kept.js";
import { backoff, openSending } from "./sending.js";
import { call, follow } from "./server.js";

/** @typedef {import("./server.js").Entry} Entry */
/** @typedef {import("./server.js").Choice} Choice */
/** @typedef {ReturnType<typeof newChat>} Chat */
/** The browser's session. `cursor` tells how far the page has read. `name` is the server's name for the session. `era` is the session's number on this page: the page ignores an answer for an earlier session. `answers` counts the service's lines so far. @typedef {{ cursor: string, name: string, era: number, answers: number }} Session */
/** A message that the history does not show yet. A `kept` message was written before a reload and waits for the history. `status` is the HTTP status of a failed send. `held` is true if the last try did not reach the service. @typedef {{ id: string, text: string, choice?: Choice, at: number, state: "kept" | "waiting" | "sent" | "failed", status: number, held?: boolean }} Unsent */

const POLL = 3000;
const REST = 15000;
export const SLOW_AFTER = 20000;

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
  /** True if the browser does not keep our cookie. */
  cookieless: false,
  /** The HTTP status that keeps messages waiting: 429, 503 ...; 0 if no message has to wait. */
  trouble: 0,
  /** The time when the service took the last message (monotonic, in ms), if the message has no answer yet; otherwise 0. */
  asked: 0,
});

/** Opens this browser's conversation. Calls `drew` after every change, and `ended` when the citizen leaves the chat. @param {() => void} drew @param {() => void} ended */
export function openChat(drew, ended) {
  const chat = newChat();
  const kept = keptUnsent();
  chat.unsent = kept.unsent.map((one) => Object.assign(one, one.state === "failed" ? {} : { state: "kept" }));
  /** @type {Session} */
  const session = { cursor: "", name: "", era: 0, answers: 0 };
  const tabs = window.BroadcastChannel ? new BroadcastChannel("sapa-chat") : undefined;
  if (tabs) tabs.onmessage = ({ data }) => (data === "left" ? left() : history.expect());
  const history = openHistory(chat, session, { changed, forget, hear, loaded, hurried: () => sending.hurried() });
  const sending = openSending(chat, session, { changed, forget, said, sync: history.sync, hangUp: history.hangUp });

  function changed() {
    keepUnsent({ chat: session.name || kept.chat, unsent: chat.unsent });
    drew();
  }

  /** Sends the messages that were kept over a reload, but never into another person's chat. */
  function loaded() {
    if (kept.chat && kept.chat !== session.name) chat.unsent = chat.unsent.filter((one) => !kept.unsent.includes(one));
    for (const one of chat.unsent) if (one.state === "kept") one.state = "waiting";
    sending.send();
  }

  /** Tells other tabs, so that tabs with an empty chat begin to follow it. */
  function said() {
    if (tabs) tabs.postMessage("said");
  }

  function left() {
    chat.unsent = [];
    ended();
    forget();
    history.sync();
  }

  /** Clears the page, because the browser has another session, and these lines belong to the old session. */
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
    /** Ends the session, for a citizen who gives the phone away. */
    async leave() {
      const { status } = await call("leave", {});
      chat.offline = status === 0;
      if (status !== 200) return changed();
      left();
      if (tabs) tabs.postMessage("left");
    },
  });
}

/** Follows the history by the stream, or by polling while there is no stream. A hidden page does not poll, and it closes its stream after a few minutes. @param {Chat} chat @param {Session} session @param {{ changed(): void, forget(): void, hear(heard: Entry[], now: string): void, loaded(): void, hurried(): void }} on */
function openHistory(chat, session, { changed, forget, hear, loaded, hurried }) {
  /** @type {{ close(): void } | undefined} */
  let stream;
  /** True while the stream works, so that the page does not poll. */
  let following = false;
  let streamFails = 0;
  let streamAfter = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let fails = 0;
  /** Another tab has sent a message. The history may hold the message only later. */
  let expected = false;

  function expect() {
    expected = true;
    sync();
  }

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
      const first = !chat.loaded;
      chat.loaded = true;
      hear(body.entries, body.cursor);
      if (first) loaded();
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
    else if (expected || chat.entries.size + chat.unsent.length > 0) timer = setTimeout(sync, chat.asked ? POLL : REST);
  }

  return { sync, hangUp, expect };
}
