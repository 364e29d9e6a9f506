// @ts-check
import { made } from "./elements.js";
import { splitPhones } from "./phones.js";

/** @typedef {import("./server.js").Entry} Entry */

/** Control characters and marks that turn the direction of text. */
const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
const LINK = /(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]])/;
/** A screen reader says the card's words in place of this sign. */
const SIGNS = { good: "✔ ", warn: "⚠ ", bad: "⚠ " };
const SIGN = /^[✔⚠]\s*/;
const BULLET = "• ";

/** Only the service's own text may hold links and be a card; no text is HTML. @param {HTMLElement} element @param {Pick<Entry, "text" | "from" | "card">} line */
export function writeLine(element, { text, from, card }) {
  element.textContent = "";
  const plain = text.replace(INVISIBLE, "");
  if (from === "citizen") element.appendChild(made("span", "", plain));
  else if (card && plain.indexOf(card.status) >= 0) writeCard(element, plain, card);
  else writeWords(element, plain);
}

/** Shows the status of a check as a coloured line, and the names of programmes in bold. @param {HTMLElement} element @param {string} text @param {NonNullable<Entry["card"]>} card */
function writeCard(element, text, { tone, status, names, said }) {
  const at = text.indexOf(status);
  const before = text.slice(0, at).replace(/\s+$/, "");
  const after = text.slice(at + status.length).replace(/^\s+/, "");
  if (before) writeWords(element, before);
  const line = made("p", `status ${tone}`);
  if (said) line.appendChild(made("span", "unseen", `${said}: `));
  const sign = made("span", "", SIGNS[tone]);
  sign.setAttribute("aria-hidden", "true");
  line.appendChild(sign);
  line.appendChild(made("span", "", status.replace(SIGN, "")));
  element.appendChild(line);
  after.split("\n").forEach((row, index) => {
    const name = names.filter((one) => row.indexOf(BULLET + one) === 0)[0];
    if (index > 0) element.appendChild(document.createTextNode("\n"));
    if (name) {
      element.appendChild(document.createTextNode(BULLET));
      element.appendChild(made("b", "", name));
    }
    writeWords(element, name ? row.slice(BULLET.length + name.length) : row);
  });
}

/** @param {HTMLElement} element @param {string} text */
function writeWords(element, text) {
  text.split(LINK).forEach((part, index) => {
    if (index % 2 === 1) element.appendChild(linkTo(part));
    else writeCallable(element, part);
  });
}

/** Makes each phone number a link that starts a call. @param {HTMLElement} element @param {string} text */
function writeCallable(element, text) {
  splitPhones(text).forEach((part, index) => {
    const call = made(index % 2 ? "a" : "span", "", part);
    if (index % 2) call.setAttribute("href", `tel:${part.replace(/[^\d+]/g, "")}`);
    element.appendChild(call);
  });
}

/** @param {string} url */
function linkTo(url) {
  const link = /** @type {HTMLAnchorElement} */ (made("a", "", url));
  link.href = url;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  return link;
}
