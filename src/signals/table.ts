import { type Concepts, type Pattern, parsePattern } from "./pattern.ts";
import { splitRows } from "./table-rows.ts";
import type { Shorthand } from "./words.ts";

/**
 * A phrase of a table. All its parts must stand near each other, in any order. A match of a pattern in `unless` near
 * the phrase takes the phrase back. If `negatable`, a "not" before the phrase takes it back too. If `sure`, the
 * trained models (weights, intents) cannot take the phrase back.
 */
export type Phrase = { text: string; parts: Pattern[]; unless: Pattern[]; negatable: boolean; sure: boolean };

/**
 * One table: phrases that give a signal, harmless and calm phrases, and the sentences with which a test checks the
 * table.
 */
export type Table = {
  phrases: Phrase[];
  harmless: Pattern[];
  /** Harmless everyday phrases that the trained weights could mistake for the signal. */
  calm: Pattern[];
  must: string[];
  mustNot: string[];
  /** True if the table's phrases may begin in one sentence and end in another. */
  across: boolean;
};

/** The parts that all tables share: concepts, and the readings of shorthand. */
export type Shared = { concepts: Concepts; shorthand: Shorthand };

/** Reads lines `concept<TAB>NAME<TAB>a|b|c` and `form<TAB>word<TAB>a|b|c`. A concept may name the concepts above it. */
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
 * Reads a table. Each line begins with one of these words:
 * - `phrase` gives the signal. `unnegated` gives it unless a "not" stands close before. `sure` is like `unnegated`, and
 * neither weights nor intents speak against it.
 * - `harmless`: the phrases do not see the words that it matches after its last gap.
 * - `calm`: the weights do not see the words that it matches after its last gap.
 * - `must` and `must-not` are sentences that a test checks.
 * - `concept<TAB>NAME=a|b|c` defines a concept for the phrases below it.
 * - `across<TAB>sentences`: a phrase may begin in one sentence and end in another.
 *
 * In a phrase, `one & other` asks for both near each other, in any order. `one ! other` asks for the first without the
 * second near it.
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
