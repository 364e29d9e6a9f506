import type { Vault } from "../privacy/vault.ts";
import { Recipient } from "../register/recipient.ts";

const ABOUT = "nobody";
/** As long as most rows are. */
const NOBODY: Recipient = {
  nik: "0".repeat(16),
  kk: "0".repeat(16),
  name: "nama yang tidak ada",
  birthDate: "1900-01-01",
  sex: "female",
  area: "0".repeat(10),
  address: "alamat yang tidak ada di mana pun",
  valid: false,
  reasons: ["TIDAK_DIKETAHUI"],
};

/** Rows that are opened at each look-up, at least: a number has one, a family card a family. */
export const OPENED_BY = { nik: 1, kk: 6 } as const;

/**
 * Opens rows of nobody in the place of those that are not there, so that a look-up that finds nothing takes the steps of
 * one that finds somebody: how long an answer takes tells nothing of the list.
 */
export function openNobodies(vault: Vault): (found: number, by: keyof typeof OPENED_BY) => void {
  const sealed = vault.seal(NOBODY, ABOUT);
  return (found, by) => {
    for (let count = found; count < OPENED_BY[by]; count += 1) Recipient.parse(vault.open(sealed, ABOUT));
  };
}
