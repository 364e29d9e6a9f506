import type { Sourced } from "../register/programme.ts";
import type { Fields } from "./located-json.ts";
import type { Entry } from "./read-pack.ts";
import { printOf } from "./signature.ts";

const BESIDE_WORDS: ReadonlySet<string> = new Set([
  "source",
  "owner",
  "title",
  "next",
  "phrases",
  "spellings",
  "aliases",
]);

const printOfWords = ({ at, fields }: Fields): string =>
  printOf({ at, fields: new Map([...fields].filter(([name]) => !BESIDE_WORDS.has(name))) });

/** Whether an office has changed the words, but not their source. */
export const lacksSource = ({ node, shipped }: Pick<Entry<unknown>, "node" | "shipped">): boolean =>
  shipped !== undefined &&
  node.fields.get("source") === shipped.fields.get("source") &&
  printOfWords(node) !== printOfWords(shipped);

export function withOwnSource<T extends Sourced>(entry: Entry<T>, agency: string): Entry<T> {
  if (!lacksSource(entry)) return entry;
  const { node, shipped, value } = entry;
  const isOwned = node.fields.get("owner") !== shipped?.fields.get("owner");
  const owner = isOwned ? value.owner : agency;
  return { ...entry, value: { ...value, source: owner, owner } };
}
