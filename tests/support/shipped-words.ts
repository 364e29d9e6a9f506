import { join } from "node:path";
import { openRules } from "../../src/conversation/understanding/intent-rules.ts";
import { loadRules } from "../../src/intent-model.ts";
import { openWords } from "../../src/word-files.ts";

const locales = join(import.meta.dirname, "../../locales");

export const words = openWords(locales);

export const rules = loadRules(locales, words);

export const byPhrases = { words, rulesIn: openRules(rules) };
