// @ts-check
/** @typedef {import("./chat.js").Unsent} Unsent */
/** What was not sent yet, and the chat that it belongs to. @typedef {{ chat: string, unsent: Unsent[] }} Kept */

const MESSAGES = `sapa-unsent-${document.documentElement.dataset.district}`;
const DRAFT = `sapa-draft-${document.documentElement.dataset.district}`;

/** Keeps a value in this tab over a reload; the browser forgets it with the tab. A browser that keeps nothing is no trouble. @param {string} key @param {string} value */
function keep(key, value) {
  try {
    if (value) sessionStorage.setItem(key, value);
    else sessionStorage.removeItem(key);
  } catch (_) {
    return;
  }
}

/** @param {string} key */
function kept(key) {
  try {
    return sessionStorage.getItem(key) || "";
  } catch (_) {
    return "";
  }
}

/** @param {Kept} now */
export const keepUnsent = (now) => keep(MESSAGES, now.unsent.length > 0 ? JSON.stringify(now) : "");

/** @returns {Kept} */
export function keptUnsent() {
  const text = kept(MESSAGES);
  return text ? JSON.parse(text) : { chat: "", unsent: [] };
}

/** @param {string} text The words in the input. */
export const keepDraft = (text) => keep(DRAFT, text);
export const keptDraft = () => kept(DRAFT);
