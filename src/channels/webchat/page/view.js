// @ts-check
import { button, byId, made } from "./elements.js";
import { language, texts } from "./texts.js";
import { writeLine } from "./words.js";

/** @typedef {import("./server.js").Entry} Entry */
/** @typedef {import("./server.js").Choice} Choice */
/** One line on the page. @typedef {{ id: string, from: "citizen" | "service", text: string, at: number, choices: Choice[], card?: Entry["card"], open: boolean, note: string, failed: boolean }} Line */
/** @typedef {{ row: HTMLElement, words: HTMLElement, meta: HTMLElement, extra: HTMLElement, text: string, look: string }} Drawn */

/** In px from the end. Nearer than `NEAR`, the page scrolls to a new message; nearer than `AT_END`, also if a message grows. */
const NEAR = 120;
const AT_END = 4;

/** @param {number} at */
function dayOf(at) {
  const day = new Date(at).toDateString();
  if (day === new Date().toDateString()) return texts.today;
  if (day === new Date(Date.now() - 86400000).toDateString()) return texts.yesterday;
  return new Date(at).toLocaleDateString(language, { day: "numeric", month: "long", year: "numeric" });
}

/** @param {number} at */
const timeOf = (at) => new Date(at).toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit" });

/** @param {Line} line @returns {Drawn} */
function newRow({ from }) {
  const row = made("div", "line");
  row.tabIndex = -1;
  const bubble = made("div", "bubble");
  const words = made("div", "words");
  const meta = made("p", "meta");
  const extra = made("div", "choices");
  bubble.appendChild(made("span", "unseen", `${from === "citizen" ? texts.you : texts.service}: `));
  bubble.appendChild(words);
  bubble.appendChild(meta);
  row.appendChild(bubble);
  row.appendChild(extra);
  return { row, words, meta, extra, text: "", look: "" };
}

function typingRow() {
  const row = made("div", "line typing");
  const bubble = made("div", "bubble");
  bubble.setAttribute("role", "img");
  bubble.setAttribute("aria-label", texts.typing);
  for (let count = 0; count < 3; count += 1) bubble.appendChild(made("span", "dot"));
  row.appendChild(bubble);
  return row;
}

/** Each draw changes only the lines that differ, so that a screen reader says each line once. @param {{ chosen(choice: Choice): void, rewrite(id: string): void }} actions */
export function openView(actions) {
  const log = byId("log");
  const statusLine = byId("status");
  const scroller = /** @type {Element} */ (document.scrollingElement);
  const typing = typingRow();
  /** @type {Map<string, Drawn>} */
  let drawn = new Map();
  /** @type {Map<string, HTMLElement>} */
  let days = new Map();

  /** @param {Drawn} one @param {Line} line */
  function update(one, line) {
    if (one.text !== line.text) writeLine(one.words, line);
    one.text = line.text;
    const look = JSON.stringify([line.at, line.note, line.failed, line.open, line.choices.length]);
    if (one.look === look) return;
    one.look = look;
    one.row.className = `line${line.from === "citizen" ? " own" : ""}${line.failed ? " failed" : ""}${line.card ? " card" : ""}`;
    one.meta.textContent = line.note || timeOf(line.at);
    const held = one.extra.contains(document.activeElement);
    one.extra.textContent = "";
    if (line.failed) one.extra.appendChild(button("choice", texts.rewrite, undefined, () => actions.rewrite(line.id)));
    else drawChoices(one.extra, line);
    if (held) one.row.focus({ preventScroll: true }); // so the next Tab leads to the line after this one
  }

  /** Only the choices of the open question are buttons. @param {HTMLElement} extra @param {Line} line */
  function drawChoices(extra, { choices, open }) {
    if (open) {
      extra.setAttribute("role", "group");
      extra.setAttribute("aria-label", texts.choices);
      for (const choice of choices) {
        extra.appendChild(button("choice", choice.title, choice.description, () => actions.chosen(choice)));
      }
    } else {
      extra.removeAttribute("role");
      extra.removeAttribute("aria-label");
      if (choices.length > 0) extra.appendChild(made("p", "past", choices.map(({ title }) => title).join(" · ")));
    }
  }

  /** @param {HTMLElement[]} rows */
  function place(rows) {
    rows.forEach((row, index) => {
      if (log.children[index] !== row) log.insertBefore(row, log.children[index] || null);
    });
    while (log.children.length > rows.length) log.removeChild(log.children[rows.length]);
  }

  /** People read a long answer from its first line. @param {HTMLElement | undefined} first */
  function scrollTo(first) {
    const bottom = scroller.scrollHeight - scroller.clientHeight;
    const head = byId("head");
    const covered = getComputedStyle(head).position === "static" ? 0 : head.offsetHeight;
    scroller.scrollTop = first ? Math.min(bottom, first.offsetTop - covered - 8) : bottom;
  }

  return {
    /** @param {Line[]} lines @param {{ status: string, answering: boolean, toEnd: boolean }} state */
    draw(lines, { status, answering, toEnd }) {
      const left = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
      if (statusLine.textContent !== status) statusLine.textContent = status;
      const fresh =
        drawn.size === 0 ? lines.slice(-1) : lines.filter(({ id, from }) => from === "service" && !drawn.has(id));
      /** @type {HTMLElement[]} */
      const rows = [];
      const [rowsBefore, daysBefore] = [drawn, days];
      drawn = new Map();
      days = new Map();
      for (const line of lines) {
        const day = dayOf(line.at);
        if (!days.has(day)) {
          const heading = daysBefore.get(day) || made("p", "day", day);
          days.set(day, heading);
          rows.push(heading);
        }
        const one = rowsBefore.get(line.id) || newRow(line);
        drawn.set(line.id, one);
        update(one, line);
        rows.push(one.row);
      }
      if (answering) rows.push(typing);
      place(rows);
      const first = fresh[0] && drawn.get(fresh[0].id);
      if (toEnd || left < (first ? NEAR : AT_END)) scrollTo(toEnd || !first ? undefined : first.row);
    },
  };
}
