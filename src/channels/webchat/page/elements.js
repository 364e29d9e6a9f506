// @ts-check
/** @param {string} id */
export const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** @param {string} tag @param {string} name @param {string} [text] */
export function made(tag, name, text) {
  const element = document.createElement(tag);
  if (name) element.className = name;
  if (text) element.textContent = text;
  return element;
}

/** @param {string} name @param {string} title @param {string | undefined} description @param {() => void} pressed */
export function button(name, title, description, pressed) {
  const element = made("button", name);
  element.setAttribute("type", "button");
  element.appendChild(made("b", "", title));
  if (description) element.appendChild(made("small", "", description));
  element.addEventListener("click", pressed);
  return element;
}
