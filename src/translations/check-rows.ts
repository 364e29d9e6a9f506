import { placeholdersOf } from "./context.ts";
import type { TranslatedText } from "./list.ts";
import type { SheetRow } from "./read-sheet.ts";

export type Change = { text: TranslatedText; translation: string };

export function checkRows(
  rows: readonly SheetRow[],
  texts: readonly TranslatedText[],
): { changes: Change[]; faults: string[] } {
  const known = new Map(texts.map((text) => [text.key, text]));
  const rowOf = new Map<string, number>();
  const changes: Change[] = [];
  const faults: string[] = [];
  for (const one of rows) {
    const text = known.get(one.key);
    const before = rowOf.get(one.key);
    rowOf.set(one.key, one.row);
    const translation = text ? asWritten(one.translation, text.indonesian) : "";
    const wrong =
      before === undefined ? faultOf(one, text, translation) : `stands in row ${before} too; keep one of them`;
    if (wrong) faults.push(`row ${one.row}: ${one.key || "no key"}: ${wrong}`);
    else if (text && translation !== text.text) changes.push({ text, translation });
  }
  return { changes, faults };
}

const plain = (text: string): string => text.normalize("NFC").replace(/\r\n?/g, "\n");

/** A spreadsheet does not show the spaces and line breaks around a text. */
function asWritten(cell: string, indonesian: string): string {
  const inner = plain(cell).trim();
  if (inner === "") return "";
  const [before = ""] = /^\s*/.exec(indonesian) ?? [];
  const [after = ""] = /\s*$/.exec(indonesian) ?? [];
  return `${before}${inner}${after}`;
}

function faultOf(row: SheetRow, text: TranslatedText | undefined, translation: string): string | undefined {
  if (!text) return "there is no such text; do not change the column key";
  if (plain(row.indonesian).trim() !== plain(text.indonesian).trim())
    return "the Indonesian is not what the service says today; export the texts again";
  if (translation === text.text) return undefined;
  if (translation === "") return "the translation is empty; write one, or leave the row out";
  return wrongGaps(translation, text) ?? wrongCharacters(translation) ?? wrongLength(translation, text);
}

function wrongGaps(translation: string, { indonesian }: TranslatedText): string | undefined {
  const [wanted, written] = [placeholdersOf(indonesian), placeholdersOf(translation)];
  const missing = without(wanted, written);
  const more = without(written, wanted);
  if (missing.length > 0) return `${missing.join(", ")} is missing; write it as it stands in the Indonesian`;
  if (more.length > 0) return `${more.join(", ")} has no place in the Indonesian; take it out`;
  const rest = translation.replace(/\{\{\w+\}\}/g, "");
  if (/\{\{|\}\}|\$t\(/.test(rest)) return "{{ and }} stand only around the name of what is filled in";
  return undefined;
}

function without(all: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return all.filter((name) => {
    const at = left.indexOf(name);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

const UNSEEN = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;

const wrongCharacters = (translation: string): string | undefined =>
  UNSEEN.test(translation) ? "holds a character that nobody sees; write the text anew" : undefined;

const wrongLength = (translation: string, { limit }: TranslatedText): string | undefined =>
  translation.length > limit ? `has ${translation.length} characters, ${limit} at most` : undefined;
