// @ts-check
import { keepUnsent, keptUnsent } from "./kept.js";
import { backoff, openSending } from "./sending.js";
import { call, follow } from "./server.js";

/** @typedef {import("./server.js").Entry} Entry */
/** @typedef {import("./server.js").Choice} Choice */
/** @typedef {ReturnType<typeof newChat>} Chat */
/** `cursor`: how far the page has read. `answers`: how many lines of the service have come. `era`: the page ignores an answer to a request of an earlier era. @typedef {{ cursor: string, name: string, era: number, answers: number }} Session */
/** A message that is not in the history yet. `kept`: written before a reload. `status`: the HTTP status of a failed send. `held`: the last try did not reach the service. @typedef {{ id: string, text: string, choice?: Choice, at: number, state: "kept" | "waiting" | "sent" | "failed", status: number, held?: boolean }} Unsent */

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
  /** The browser does not keep our cookie. */
  cookieless: false,
  /** The HTTP status that keeps messages waiting (429, 503 ...), or 0. */
  trouble: 0,
  /** When the service took a message that has no answer yet (monotonic, in ms), or 0. */
  asked: 0,
});

/** Calls `drew` after every change, and `ended` when the citizen leaves the chat. @param {() => void} drew @param {() => void} ended */
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

  /** Never sends a kept message into another person's chat. */
  function loaded() {
    if (kept.chat && kept.chat !== session.name) chat.unsent = chat.unsent.filter((one) => !kept.unsent.includes(one));
    for (const one of chat.unsent) if (one.state === "kept") one.state = "waiting";
    sending.send();
  }

  /** Tells other tabs of the message: a tab with an empty chat then begins to follow the chat. */
  function said() {
    if (tabs) tabs.postMessage("said");
  }

  function left() {
    chat.unsent = [];
    ended();
    forget();
    history.sync();
  }

  /** Forgets all lines, because they belong to the old session. */
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
    /** For a citizen who gives the phone away. */
    async leave() {
      const { status } = await call("leave", {});
      chat.offline = status === 0;
      if (status !== 200) return changed();
      left();
      if (tabs) tabs.postMessage("left");
    },
  });
}

/** Polls while there is no stream; a hidden page does not poll, and closes its stream after a few minutes. @param {Chat} chat @param {Session} session @param {{ changed(): void, forget(): void, hear(heard: Entry[], now: string): void, loaded(): void, hurried(): void }} on */
function openHistory(chat, session, { changed, forget, hear, loaded, hurried }) {
  /** @type {{ close(): void } | undefined} */
  let stream;
  /** The stream works, so the page does not poll. */
  let following = false;
  let streamFails = 0;
  let streamAfter = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let fails = 0;
  /** Another tab has sent a message, which the history may hold only later. */
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
