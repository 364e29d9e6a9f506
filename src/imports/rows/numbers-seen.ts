import type { Aid, Recipient } from "../../register/recipient.ts";

/**
 * Counts rows:
 * - `read`: with a readable NIK.
 * - `elsewhere`: with numbers of another kabupaten or kota.
 * - `endingIn0`: with a NIK that ends in 0.
 */
export type NumbersSeen = { read: number; elsewhere: number; endingIn0: number };

/** Many people keep the NIK of an earlier home, so the family card counts too. */
export function countNumbers(seen: NumbersSeen, { nik, ...row }: Recipient | Aid, regency: string): void {
  const kk = "kk" in row ? row.kk : undefined;
  seen.read += 1;
  if (!nik.startsWith(regency) && !kk?.startsWith(regency)) seen.elsewhere += 1;
  if (nik.endsWith("0")) seen.endingIn0 += 1;
}
