import { existsSync } from "node:fs";
import { join } from "node:path";
import { wordPrintsOf, writeWordPrints } from "./left-behind.ts";
import type { Fields } from "./located-json.ts";
import { openTable } from "./own-table.ts";
import { readText } from "./pack-files.ts";
import { writePrivately } from "./private-write.ts";
import { printOf, type Signature } from "./signature.ts";
import type { SignedText } from "./signed-texts.ts";

export function writeSignatures(
  own: string,
  texts: readonly SignedText[],
  signer: { name: string; date: string },
): void {
  for (const [path, those] of Map.groupBy(texts, (text) => text.path)) {
    const file = join(own, path);
    const before = existsSync(file) ? readText(file) : undefined;
    const signed = those.map((text) => ({ text, signature: signatureOf(text, signer) }));
    writePrivately(file, path.endsWith(".csv") ? signTable(before, signed) : signJson(before, signed));
  }
}

type Signed = { text: SignedText; signature: Signature };

const signatureOf = ({ entry: { node, shipped } }: SignedText, signer: { name: string; date: string }): Signature => ({
  ...signer,
  text: printOf(node),
  ...(shipped ? { below: printOf(shipped) } : {}),
  ...wordsOf(node),
});

function wordsOf(node: Fields): { words?: string } {
  const words = writeWordPrints(wordPrintsOf(node));
  return words === "" ? {} : { words };
}

type Row = Record<string, unknown>;

function signJson(before: string | undefined, signed: readonly Signed[]): string {
  const isList = signed.some(({ text }) => text.row !== undefined);
  const whole = JSON.parse((before ?? (isList ? "[]" : "{}")).replace(/^\uFEFF/, "")) as Row | Row[];
  for (const { text, signature } of signed) findEntry(whole, text).signed_off = signature;
  return `${JSON.stringify(whole, null, 2)}\n`;
}

function findEntry(whole: Row | Row[], { row, field }: SignedText): Row {
  if (Array.isArray(whole)) {
    const [name, value] = row ?? ["", ""];
    const known = whole.find((one) => one[name] === value);
    if (known) return known;
    const made: Row = { [name]: value };
    whole.push(made);
    return made;
  }
  if (field === undefined) return whole;
  const inner = (whole[field] ?? {}) as Row;
  whole[field] = inner;
  return inner;
}

const COLUMNS = ["name", "date", "text", "below", "words"] as const;

function signTable(before: string | undefined, signed: readonly Signed[]): string {
  const [key = ""] = signed.flatMap(({ text }) => text.row?.[0] ?? []);
  const table = openTable(before, key, COLUMNS.map(columnOf));
  for (const { text, signature } of signed) {
    const row = table.row(text.row?.[1] ?? "");
    for (const part of COLUMNS) row[columnOf(part)] = signature[part] ?? "";
  }
  return table.text();
}

const columnOf = (part: (typeof COLUMNS)[number]): string => `signed_off_${part}`;
