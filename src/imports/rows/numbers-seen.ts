import type { Aid, Recipient } from "../../register/recipient.ts";

/**
 * `read` counts the rows with a readable NIK, `elsewhere` the rows with numbers of another kabupaten or kota,
 * `endingIn0` the rows whose NIK ends in 0.
 */
export type NumbersSeen = { read: number; elsewhere: number; endingIn0: number };

/**
 * Many people keep the NIK of the place of their first registration, so a row counts as `elsewhere` only if its family
 * card is from elsewhere too.
 */
export function countNumbers(seen: NumbersSeen, { nik, ...row }: Recipient | Aid, regency: string): void {
  const kk = "kk" in row ? row.kk : undefined;
  seen.read += 1;
  if (!nik.startsWith(regency) && !kk?.startsWith(regency)) seen.elsewhere += 1;
  if (nik.endsWith("0")) seen.endingIn0 += 1;
}
