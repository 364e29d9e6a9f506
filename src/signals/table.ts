import { type Concepts, type Pattern, parsePattern } from "./pattern.ts";
import type { Shorthand } from "./words.ts";

/** A phrase of a table: all its parts stand near each other, in any order; `negatable`: a "not" before it takes it back. */
export type Phrase = { text: string; parts: Pattern[]; negatable: boolean };

/** One table: what a signal is said with, what is harmless, and sentences that hold it to that. */
export type Table = {
  phrases: Phrase[];
  harmless: Pattern[];
  must: string[];
  mustNot: string[];
  /** Its phrases may begin in one sentence and end in another. */
  across: boolean;
};

/** What the tables of a language share: concepts, and what shorthand is read as. */
export type Shared = { concepts: Concepts; shorthand: Shorthand };

/** The lines of a table with their fields; `#` begins a comment. */
const linesOf = (text: string): string[][] =>
  text
    .split("\n")
    .map((line) => line.replace(/\r$/, ""))
    .filter((line) => line.trim() !== "" && !/^#(?:\s|$)/.test(line))
    .map((line) => line.split("\t").map((field) => field.trim()));

/** Reads `concept<TAB>NAME<TAB>a|b|c` and `form<TAB>word<TAB>a|b|c`; a concept may name those above it. */
export function parseShared(text: string, over?: Shared): Shared {
  const concepts = new Map(over?.concepts);
  const shorthand = new Map(over?.shorthand);
  for (const [kind, name = "", value = "", ...more] of linesOf(text)) {
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
 * Reads a table: `phrase` fires, `unnegated` fires unless a "not" stands close before it, `harmless` hides its words
 * (behind its last gap) from both. `one & other` is both near each other in any order. `across sentences` lets phrases run on past a full stop, `must` and `must-not` are
 * sentences that a test holds.
 */
export function parseTable(text: string, { concepts }: Shared): Table {
  const table: Table = { phrases: [], harmless: [], must: [], mustNot: [], across: false };
  for (const [kind, value = "", ...more] of linesOf(text)) {
    if (more.length > 0 || value === "") throw new Error(`a line takes two fields: ${kind} ${value}`);
    if (kind === "phrase" || kind === "unnegated")
      table.phrases.push({ text: value, parts: partsOf(value, concepts), negatable: kind === "unnegated" });
    else if (kind === "harmless") table.harmless.push(parsePattern(value, concepts));
    else if (kind === "across" && value === "sentences") table.across = true;
    else if (kind === "must") table.must.push(value);
    else if (kind === "must-not") table.mustNot.push(value);
    else throw new Error(`unknown line: ${kind}`);
  }
  return table;
}

const partsOf = (text: string, concepts: Concepts): Pattern[] =>
  text.split(" & ").map((part) => parsePattern(part, concepts));
