// @ts-check
/** The page's own texts in every language. The service inserts them here from `locales/<language>/webchat.json`. */
const TEXTS = /** @type {Record<string, Record<string, string>>} */ ({});

const spoken = navigator.language.split("-")[0] || "";
/** The browser's language if there are texts in it, otherwise Indonesian. */
export const language = TEXTS[spoken] ? spoken : "id";
export const texts = TEXTS[language] || {};

/** Writes the texts into the elements that have `data-text`. Other scripts set all other texts. */
export function label() {
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll("[data-text]")) {
    element.textContent = texts[element.getAttribute("data-text") || ""] || "";
  }
}
