// @ts-check
/** The page's own words in every language, put in by the service from `locales/<language>/webchat.json`. What the service says comes from the service. */
const TEXTS = /** @type {Record<string, Record<string, string>>} */ ({});

const spoken = navigator.language.split("-")[0] || "";
/** The browser's language where we speak it, else Indonesian. */
export const language = TEXTS[spoken] ? spoken : "id";
export const texts = TEXTS[language] || {};

/** Puts the texts where the page asks for them; what is no element's text goes by hand. */
export function label() {
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll("[data-text]")) {
    element.textContent = texts[element.getAttribute("data-text") || ""] || "";
  }
}
