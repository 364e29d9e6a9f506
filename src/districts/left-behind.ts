import { createHash } from "node:crypto";
import { isWording } from "./lay-over.ts";
import { isFields, type Located, plainValue } from "./located-json.ts";
import type { Entry } from "./read-pack.ts";

/** The digest of each wording, by fact and language, such as `hours.id`. */
export type WordPrints = ReadonlyMap<string, string>;

/** In the languages `left`, the words still tell the old fact. */
export type LeftBehind = { fact: string; changed: string[]; left: string[] };

const PRINT_LENGTH = 8;

const printOfLanguage = (words: string): string =>
  createHash("sha256").update(words).digest("hex").slice(0, PRINT_LENGTH);

export const wordPrintsOf = (node: Located): WordPrints => new Map(printsBelow(node, []));

function printsBelow(node: Located, path: readonly string[]): [string, string][] {
  if ("items" in node) return node.items.flatMap((one, at) => printsBelow(one, [...path, String(at)]));
  if (!isFields(node)) return [];
  if (!isWording(node)) return [...node.fields].flatMap(([name, one]) => printsBelow(one, [...path, name]));
  return [...node.fields].flatMap(([language, one]): [string, string][] => {
    const words = plainValue(one);
    return typeof words === "string" && words !== "" ? [[[...path, language].join("."), printOfLanguage(words)]] : [];
  });
}

export const writeWordPrints = (prints: WordPrints): string =>
  [...prints]
    .map(([name, print]) => `${name}:${print}`)
    .sort()
    .join(" ");

const readWordPrints = (line: string): WordPrints =>
  new Map(line.split(" ").map((one): [string, string] => [one.split(":")[0] ?? "", one.split(":")[1] ?? ""]));

function findLeftBehind(before: WordPrints, node: Located): LeftBehind[] {
  const now = [...wordPrintsOf(node)].filter(([name]) => before.has(name));
  const facts = Map.groupBy(now, ([name]) => name.slice(0, name.lastIndexOf(".")));
  return [...facts].flatMap(([fact, prints]) => {
    const [changed, left] = [true, false].map((isChanged) =>
      prints
        .filter(([name, print]) => (before.get(name) !== print) === isChanged)
        .map(([name]) => name.slice(fact.length + 1)),
    );
    return changed?.length && left?.length ? [{ fact, changed, left }] : [];
  });
}

export function leftBehindIn({
  state,
  node,
  shipped,
}: Pick<Entry<unknown>, "state" | "node" | "shipped">): LeftBehind[] {
  const words = "words" in state ? state.words : undefined;
  if (words !== undefined) return findLeftBehind(readWordPrints(words), node);
  return shipped ? findLeftBehind(wordPrintsOf(shipped), node) : [];
}

export function describeLeftBehind(all: readonly LeftBehind[]): string | undefined {
  const said = all.map(
    ({ fact, changed, left }) =>
      `${fact} has changed in ${changed.join(", ")} and not in ${left.join(", ")}, where citizens still read the old words`,
  );
  return said.length > 0 ? said.join("; ") : undefined;
}
