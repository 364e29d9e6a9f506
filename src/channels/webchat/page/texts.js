// @ts-check
/** The service inserts `locales/<language>/webchat.json` of every language here. */
const TEXTS = /** @type {Record<string, Record<string, string>>} */ ({});

const spoken = navigator.language.split("-")[0] || "";
/** Indonesian if there are no texts in the browser's language. */
export const language = TEXTS[spoken] ? spoken : "id";
export const texts = TEXTS[language] || {};

/** Only for elements with `data-text`; other scripts set all other texts. */
export function label() {
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll("[data-text]")) {
    element.textContent = texts[element.getAttribute("data-text") || ""] || "";
  }
}
