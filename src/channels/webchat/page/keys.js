// @ts-check
import { button, byId, made } from "./elements.js";
import { texts } from "./texts.js";

/** @typedef {import("./server.js").Entry} Entry */
/** @typedef {import("./server.js").Choice} Choice */

/** The menu has its own key. */
const TO_MENU = /:menu$/;

/** While the service asks for a number, a key swaps the keyboard, and each choice has a key. @param {HTMLTextAreaElement} input @param {{ menu(): void, chosen(choice: Choice): void }} actions */
export function openKeys(input, actions) {
  const bar = byId("keys");
  const swap = button("key", "", undefined, swapLetters);
  const menu = button("key", texts.menu, undefined, actions.menu);
  const ways = made("span", "ways");
  for (const one of [swap, menu, ways]) bar.appendChild(one);
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", texts.keys);
  /** The line that asks for a number. @type {Entry | undefined} */
  let asking;
  let inLetters = false;

  function swapLetters() {
    inLetters = !inLetters;
    drawKeyboard();
    input.blur(); // phones change the keyboard only for a field that gets the focus
    input.focus();
  }

  function drawKeyboard() {
    const numeric = asking !== undefined && !inLetters;
    input.setAttribute("inputmode", numeric ? "numeric" : "text");
    input.placeholder = numeric ? texts.digits : texts.placeholder;
    swap.hidden = !asking;
    swap.textContent = "";
    swap.appendChild(made("b", "", inLetters ? "123" : "ABC"));
    swap.appendChild(made("span", "unseen", ` ${inLetters ? texts.toDigits : texts.toLetters}`));
  }

  drawKeyboard();
  return {
    /** @param {Entry | undefined} question The open question, if that question asks for a number. @param {boolean} shown */
    draw(question, shown) {
      bar.hidden = !shown;
      if (asking === undefined ? !question : question && question.id === asking.id) return;
      asking = question;
      inLetters = false;
      drawKeyboard();
      const held = ways.contains(document.activeElement);
      ways.textContent = "";
      for (const choice of question ? question.choices : []) {
        if (!TO_MENU.test(choice.id))
          ways.appendChild(button("key", choice.title, undefined, () => actions.chosen(choice)));
      }
      if (held) menu.focus({ preventScroll: true });
    },
  };
}
