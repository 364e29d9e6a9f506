// @ts-check
import { call } from "./server.js";

/** @typedef {import("./server.js").Choice} Choice */
/** @typedef {import("./chat.js").Chat} Chat */
/** @typedef {import("./chat.js").Session} Session */
/** @typedef {import("./chat.js").Unsent} Unsent */

const SECOND = 1000;
const RECEIPT = 3000;
const LONGEST_PAUSE = 15000;

/** In ms: about 1 s, 2 s, 4 s, up to 15 s, changed by chance so that the phones of a village do not all try at the same time. @param {number} fails */
export const backoff = (fails) => Math.min(500 * 2 ** fails, LONGEST_PAUSE) * (0.8 + 0.4 * Math.random());

/** Returns a random UUID, even on a page without TLS. */
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = Array.from(bytes, (byte) => `0${byte.toString(16)}`.slice(-2)).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** Sends messages in order; an id stays the same at every attempt, so that no message counts twice. @param {Chat} chat @param {Session} session @param {{ changed(): void, forget(): void, said(): void, sync(): void, hangUp(): void }} on */
export function openSending(chat, session, { changed, forget, said, sync, hangUp }) {
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
      const body = choice ? { id, choice: { id: choice.id, title: choice.title } } : { id, text };
      const before = session.answers;
      const { status, retryAfter } = await call("messages", body);
      const wait = status === 0 || status === 429 || status >= 500;
      chat.offline = status === 0;
      chat.trouble = wait ? status : 0;
      next.held = wait; // also if the stream works again
      if (status === 200) {
        tries = 0;
        next.state = "sent";
        if (session.answers === before) chat.asked = performance.now(); // otherwise the answer came before the receipt
        said();
        sync();
        setTimeout(() => doubt(next), RECEIPT);
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

  /** A stream that has not brought the message just sent is dead, even if it looks open. @param {Unsent} one */
  function doubt(one) {
    if (!chat.unsent.includes(one)) return;
    hangUp();
    sync();
  }

  /** Waits for `ms`, or until the browser reports a connection. @param {number} ms @returns {Promise<void>} */
  function reconnected(ms) {
    hangUp();
    sync();
    return new Promise((resolve) => {
      hurried = () => setTimeout(resolve, SECOND);
      setTimeout(resolve, ms);
    });
  }

  return { say, send, hurried: () => hurried() };
}
