import type { TranslatedText } from "./list.ts";
import type { Column } from "./workbook.ts";

export const COLUMNS = [
  { name: "key", heading: "key", width: 30, cell: ({ key }) => key },
  { name: "context", heading: "context", width: 34, cell: ({ context }) => context },
  { name: "indonesian", heading: "Indonesian", width: 60, cell: ({ indonesian }) => indonesian },
  { name: "translation", heading: "translation", width: 60, cell: ({ text }) => text },
  { name: "limit", heading: "limit (characters)", width: 18, cell: ({ limit }) => String(limit) },
  { name: "state", heading: "state", width: 34, cell: ({ state }) => state },
] as const satisfies readonly (Column & { name: string; cell: (text: TranslatedText) => string })[];

export type ColumnName = (typeof COLUMNS)[number]["name"];

export const NEEDED: readonly ColumnName[] = ["key", "indonesian", "translation"];
