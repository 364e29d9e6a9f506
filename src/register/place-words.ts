import type { Words } from "../words/words.ts";

/** What a word such as "desa" says of the name behind it; no list holds hamlets. */
export type PlaceKind = "village" | "kecamatan" | "hamlet" | "regency";

/** The first word that says that a village's name follows. */
export const wordForVillage = ({ kinds }: Words["places"]): string =>
  [...kinds].find(([, kind]) => kind === "village")?.[0] ?? "";
