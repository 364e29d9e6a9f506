import type { Words } from "../words/words.ts";

/** The kind of place that a word such as "desa" announces. */
export type PlaceKind = "village" | "kecamatan" | "hamlet" | "regency";

export const wordForVillage = ({ kinds }: Words["places"]): string =>
  [...kinds].find(([, kind]) => kind === "village")?.[0] ?? "";
