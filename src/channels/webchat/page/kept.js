// @ts-check
/** @typedef {import("./chat.js").Unsent} Unsent */
/** The unsent messages, and the name of their chat. @typedef {{ chat: string, unsent: Unsent[] }} Kept */

const MESSAGES = `sapa-unsent-${document.documentElement.dataset.district}`;
const DRAFT = `sapa-draft-${document.documentElement.dataset.district}`;

/** The browser forgets a value with its tab; the page also works if the browser keeps nothing. @param {string} key @param {string} value */
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
