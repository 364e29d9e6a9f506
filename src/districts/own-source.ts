import type { Sourced } from "../register/programme.ts";
import type { Fields } from "./located-json.ts";
import type { Entry } from "./read-pack.ts";
import { printOf } from "./signature.ts";

/** Fields of which a source says nothing: where a text comes from, and how citizens find it. */
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

/** Whether an office's own words stand over a shipped text, and the source is still that of the shipped words. */
export const lacksSource = ({ node, shipped }: Pick<Entry<unknown>, "node" | "shipped">): boolean =>
  shipped !== undefined &&
  node.fields.get("source") === shipped.fields.get("source") &&
  printOfWords(node) !== printOfWords(shipped);

/**
 * Names the office as the source of its own words if it has written none: the shipped source says nothing about them.
 * `agency` is the name of the district's agency.
 */
export function withOwnSource<T extends Sourced>(entry: Entry<T>, agency: string): Entry<T> {
  if (!lacksSource(entry)) return entry;
  const { node, shipped, value } = entry;
  const isOwned = node.fields.get("owner") !== shipped?.fields.get("owner");
  const owner = isOwned ? value.owner : agency;
  return { ...entry, value: { ...value, source: owner, owner } };
}
