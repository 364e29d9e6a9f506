import { join } from "node:path";
import { openRules } from "../../src/conversation/understanding/intent-rules.ts";
import { loadRules } from "../../src/intent-model.ts";
import { openWords } from "../../src/word-files.ts";

const locales = join(import.meta.dirname, "../../locales");

/** The shipped word lists of every language. */
export const words = openWords(locales);

/** The shipped rules of intents. */
export const rules = loadRules(locales, words);

/** What `understand` reads a message with. */
export const byPhrases = { words, rulesIn: openRules(rules) };
