import type { Aid, Recipient } from "../../register/recipient.ts";

/** How many rows have a readable NIK, how many of these are of another kabupaten or kota, and how many NIKs end in 0. */
export type NumbersSeen = { read: number; elsewhere: number; endingIn0: number };

/**
 * Counts the numbers of a row. Many people were first registered elsewhere and keep that NIK, so that a row is of
 * elsewhere only if its family card is too.
 */
export function countNumbers(seen: NumbersSeen, { nik, ...row }: Recipient | Aid, regency: string): void {
  const kk = "kk" in row ? row.kk : undefined;
  seen.read += 1;
  if (!nik.startsWith(regency) && !kk?.startsWith(regency)) seen.elsewhere += 1;
  if (nik.endsWith("0")) seen.endingIn0 += 1;
}
