import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Spellings } from "./conversation/understanding/features.ts";
import { type Intents, openRules, parseRules, type Rule } from "./conversation/understanding/intent-rules.ts";
import { type Lexicon, parseLexicon } from "./conversation/understanding/lexicon.ts";
import { parseModel } from "./conversation/understanding/model-file.ts";
import { openIntentScorer } from "./conversation/understanding/score.ts";
import { DEFAULT_LOCALE, languagesIn } from "./i18n.ts";
import { loadShared } from "./signal-tables.ts";
import { openWords } from "./word-files.ts";
import type { Words } from "./words/words.ts";

export const modelPath = (locales: string): string => join(locales, DEFAULT_LOCALE, "model", "intents.tsv");

export function openSpellings(locales: string): Spellings {
  const { shorthand } = loadShared(locales);
  return new Map([...shorthand].flatMap(([form, [first]]) => (first === undefined ? [] : [[form, first] as const])));
}

/** Joins the lexicons of all languages, because people mix languages. */
export function openLexicon(locales: string): Lexicon {
  const paths = languagesIn(locales).map((language) => join(locales, language, "lexicon.tsv"));
  return parseLexicon(paths.flatMap((path) => (existsSync(path) ? [readFileSync(path, "utf8")] : [])).join("\n"));
}

export function loadRules(locales: string, words: Pick<Words, "intents">): Rule[] {
  return languagesIn(locales).flatMap((language) => {
    const path = join(locales, language, "intents.tsv");
    return existsSync(path) ? parseRules(readFileSync(path, "utf8"), words) : [];
  });
}

export function openIntents(locales: string, words: Words = openWords(locales)): Intents {
  const model = parseModel(readFileSync(modelPath(locales), "utf8"));
  const scorer = openIntentScorer(model, openSpellings(locales), openLexicon(locales), words.readings);
  return { ...scorer, rulesIn: openRules(loadRules(locales, words)) };
}
