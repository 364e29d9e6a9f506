import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Spellings } from "./conversation/understanding/features.ts";
import { type Lexicon, parseLexicon } from "./conversation/understanding/lexicon.ts";
import { parseModel } from "./conversation/understanding/model-file.ts";
import { type IntentScorer, openIntentScorer } from "./conversation/understanding/score.ts";
import { DEFAULT_LOCALE, languagesIn } from "./i18n.ts";
import { loadShared } from "./signal-tables.ts";

export const modelPath = (locales: string): string => join(locales, DEFAULT_LOCALE, "model", "intents.tsv");

/** Reads the first reading of each shorthand and dialect form. */
export function openSpellings(locales: string): Spellings {
  const { shorthand } = loadShared(locales);
  return new Map([...shorthand].flatMap(([form, [first]]) => (first === undefined ? [] : [[form, first] as const])));
}

/** Reads the meanings of words and phrases from the lexicons of all languages, because people mix languages. */
export function openLexicon(locales: string): Lexicon {
  const paths = languagesIn(locales).map((language) => join(locales, language, "lexicon.tsv"));
  return parseLexicon(paths.flatMap((path) => (existsSync(path) ? [readFileSync(path, "utf8")] : [])).join("\n"));
}

export const openIntents = (locales: string): IntentScorer =>
  openIntentScorer(parseModel(readFileSync(modelPath(locales), "utf8")), openSpellings(locales), openLexicon(locales));
