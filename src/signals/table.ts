import { type Concepts, type Pattern, parsePattern } from "./pattern.ts";
import { splitRows } from "./table-rows.ts";
import type { Shorthand } from "./words.ts";

/**
 * - `parts`: all must stand near each other, in any order.
 * - `unless`: a match near the first part takes the phrase back.
 * - `negatable`: a "not" before the phrase takes the phrase back.
 * - `sure`: no trained model (weights, intents) takes the phrase back.
 */
export type Phrase = { text: string; parts: Pattern[]; unless: Pattern[]; negatable: boolean; sure: boolean };

export type Table = {
  phrases: Phrase[];
  harmless: Pattern[];
  /** Harmless everyday phrases that the trained weights could mistake for the signal. */
  calm: Pattern[];
  must: string[];
  mustNot: string[];
  across: boolean;
};

export type Shared = { concepts: Concepts; shorthand: Shorthand };

/** Reads lines `concept<TAB>NAME<TAB>a|b|c` and `form<TAB>word<TAB>a|b|c`. A concept may use the concepts above it. */
export function parseShared(text: string, over?: Shared): Shared {
  const concepts = new Map(over?.concepts);
  const shorthand = new Map(over?.shorthand);
  for (const [kind, name = "", value = "", ...more] of splitRows(text)) {
    if (more.length > 0 || value === "") throw new Error(`a line takes three fields: ${kind} ${name}`);
    if (kind === "concept") {
      const known = concepts.get(name);
      const read = parsePattern(value, concepts);
      concepts.set(name, known ? { kind: "choice", options: [known, read] } : read);
    } else if (kind === "form") {
      for (const form of value.split("|")) shorthand.set(form, [...(shorthand.get(form) ?? []), name]);
    } else throw new Error(`unknown line: ${kind}`);
  }
  return { concepts, shorthand };
}

/**
 * Reads a table; each line begins with one of these words:
 * - `phrase` gives the signal; `unnegated` gives it unless a "not" stands close before.
 * - `sure` is like `unnegated`, and no trained model (weights, intents) takes the phrase back.
 * - `harmless` hides its words after its last gap from the phrases, `calm` from the weights.
 * - `must` and `must-not` are sentences that a test checks.
 * - `concept<TAB>NAME=a|b|c` defines a concept for the lines below it.
 * - `across<TAB>sentences` lets a phrase begin in one sentence and end in another.
 *
 * In a phrase, `one & other` asks for both near each other; `one ! other` asks for the first without the second.
 */
export function parseTable(text: string, shared: Pick<Shared, "concepts">): Table {
  const concepts = new Map(shared.concepts);
  const table: Table = { phrases: [], harmless: [], calm: [], must: [], mustNot: [], across: false };
  for (const [kind, value = "", ...more] of splitRows(text)) {
    if (more.length > 0 || value === "") throw new Error(`a line takes two fields: ${kind} ${value}`);
    if (kind === "phrase" || kind === "unnegated" || kind === "sure")
      table.phrases.push({ ...phraseOf(value, concepts), negatable: kind !== "phrase", sure: kind === "sure" });
    else if (kind === "concept") addConcept(value, concepts);
    else if (kind === "harmless") table.harmless.push(parsePattern(value, concepts));
    else if (kind === "calm") table.calm.push(parsePattern(value, concepts));
    else if (kind === "across" && value === "sentences") table.across = true;
    else if (kind === "must") table.must.push(value);
    else if (kind === "must-not") table.mustNot.push(value);
    else throw new Error(`unknown line: ${kind}`);
  }
  return table;
}

function phraseOf(text: string, concepts: Concepts): Omit<Phrase, "negatable" | "sure"> {
  const [phrase = "", ...unless] = text.split(" ! ");
  return {
    text,
    parts: phrase.split(" & ").map((part) => parsePattern(part, concepts)),
    unless: unless.map((part) => parsePattern(part, concepts)),
  };
}

function addConcept(text: string, concepts: Map<string, Pattern>): void {
  const at = text.indexOf("=");
  const name = text.slice(0, at).trim();
  if (at < 1 || concepts.has(name)) throw new Error(`a concept takes a name of its own: ${text}`);
  concepts.set(name, parsePattern(text.slice(at + 1), concepts));
}
