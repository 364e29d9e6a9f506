// @ts-check
import { openChat, SLOW_AFTER } from "./chat.js";
import { byId } from "./elements.js";
import { keepDraft, keptDraft } from "./kept.js";
import { openKeys } from "./keys.js";
import { label, texts } from "./texts.js";
import { openView } from "./view.js";

const LONGEST = 4000;
const TYPING_AFTER = 300;
const HIDDEN_LIMIT = 300000;

const input = /** @type {HTMLTextAreaElement} */ (byId("words"));
const view = openView({ chosen: (choice) => say(choice.title, choice), rewrite });
const keys = openKeys(input, { menu, chosen: (choice) => say(choice.title, choice) });
const chat = openChat(draw, empty);
/** The fault of the text in the input, or "". */
let hint = "";
/** The citizen has just written, so the page scrolls to the message. */
let spoke = false;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let later;

function draw() {
  const { loaded, offline, cookieless, trouble, asked } = chat;
  const waited = asked ? performance.now() - asked : 0;
  const answering = asked > 0 && waited >= TYPING_AFTER && waited < SLOW_AFTER;
  const lines = linesOf();
  let status = hint || (waited >= SLOW_AFTER ? texts.slow : "");
  if (trouble) status = trouble === 429 ? texts.tooMany : texts.busy;
  if (cookieless) status = texts.noCookie;
  if (offline) status = texts.offline;
  byId("welcome").hidden = !(loaded || cookieless) || lines.length > 0;
  byId("leave").hidden = chat.entries.size === 0;
  const asking = lines.filter(({ asks, open }) => asks && open)[0];
  keys.draw(asking, lines.length > 0);
  view.draw(
    lines.map((line) => (line === asking ? Object.assign({}, line, { open: false, choices: [] }) : line)),
    { status, answering, toEnd: spoke },
  );
  spoke = false;
  clearTimeout(later);
  if (asked && waited < SLOW_AFTER) later = setTimeout(draw, (answering ? SLOW_AFTER : TYPING_AFTER) - waited + 10);
}

/** Only a question after the citizen's last message is open. */
function linesOf() {
  const { unsent, offline, trouble } = chat;
  const known = Array.from(chat.entries.values());
  const pending = unsent.some(({ state }) => state !== "failed");
  const spokenAt = pending ? known.length : known.map(({ from }) => from).lastIndexOf("citizen");
  const open = known.map(({ choices, asks }) => choices.length > 0 || asks !== undefined).lastIndexOf(true);
  const lines = known.map((entry, index) =>
    Object.assign({ open: index === open && open > spokenAt, note: "", failed: false }, entry),
  );
  for (const { id, text, at, state, status, held } of unsent) {
    let note = "";
    if (state === "waiting" || state === "kept") note = offline || trouble || held ? texts.unsent : texts.sending;
    if (state === "failed") note = status === 401 ? texts.noCookie : status === 413 ? texts.tooLong : texts.refused;
    lines.push({ id, text, at, from: "citizen", choices: [], open: false, note, failed: state === "failed" });
  }
  return lines;
}

/** @param {string} text @param {import("./server.js").Choice} [choice] */
function say(text, choice) {
  spoke = true;
  chat.say(text, choice);
}

function menu() {
  say("Menu");
}

/** @param {string} id */
function rewrite(id) {
  const failed = chat.unsent.filter((one) => one.id === id);
  chat.unsent = chat.unsent.filter((one) => one.id !== id);
  input.value = [...failed.map(({ text }) => text), input.value].filter(Boolean).join("\n");
  draw();
  growInput();
  input.focus();
}

function empty() {
  input.value = "";
  growInput();
}

function growInput() {
  input.style.height = "auto";
  input.style.height = `${input.scrollHeight + 3}px`;
  keepDraft(input.value);
}

function submit() {
  const text = input.value.trim();
  hint = text.length > LONGEST ? texts.tooLong : "";
  if (text && !hint) {
    empty();
    say(text);
  } else draw();
  input.focus();
}

byId("form").addEventListener("submit", (event) => {
  event.preventDefault();
  submit();
});
input.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  submit();
});
input.addEventListener("input", () => {
  growInput();
  if (hint) {
    hint = "";
    draw();
  }
});
byId("begin").addEventListener("click", menu);
byId("leave").addEventListener("click", () => {
  if (window.confirm(texts.leaving)) chat.leave();
});

/** @type {ReturnType<typeof setTimeout> | undefined} */
let hidden;
document.addEventListener("visibilitychange", () => {
  clearTimeout(hidden);
  if (document.hidden) hidden = setTimeout(chat.hangUp, HIDDEN_LIMIT);
  else chat.hurry();
});
window.addEventListener("focus", chat.sync);
window.addEventListener("pageshow", (event) => {
  if (event.persisted) chat.hangUp();
  chat.hurry();
});
window.addEventListener("online", chat.hurry);
window.addEventListener("offline", () => {
  chat.hangUp();
  chat.offline = true;
  draw();
});

label();
byId("log").setAttribute("aria-label", texts.log);
byId("broken").hidden = true;
byId("form").hidden = false;
input.value = keptDraft();
growInput();
chat.sync().then(() => byId("log").setAttribute("aria-busy", "false"));
window.addEventListener("load", () => {
  const scope = document.documentElement.dataset.district;
  if (navigator.serviceWorker) navigator.serviceWorker.register("offline.js", { scope }).catch(() => {});
});
