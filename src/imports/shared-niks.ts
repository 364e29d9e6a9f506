import type { Vault } from "../privacy/vault.ts";
import { sameName } from "../register/names.ts";
import { Recipient } from "../register/recipient.ts";
import type { NewGeneration, PreparedRow } from "../store/ports/register.ts";

const AT_ONCE = 200;

/** Marks people who share a NIK: both stay on the list, both are to be repaired. One person twice is no such case. */
export async function markSharedNiks(generation: NewGeneration, vault: Vault, seal: string) {
  let marked = 0;
  let wasValid = 0;
  let wasUnread = 0;
  for (let after = ""; ; ) {
    const rows = await generation.sharedNiks(after, AT_ONCE);
    const last = rows.at(-1);
    if (!last) return { marked, wasValid, wasUnread };
    after = last.nik;
    for (const group of Map.groupBy(rows, ({ nik }) => nik).values()) {
      const people = group.map((row) => ({ row, person: Recipient.parse(vault.open(row.sealed, seal)) }));
      if (people.every(({ person }) => sameName(person.name, people[0]?.person.name ?? ""))) continue;
      for (const { row, person } of people) {
        if (person.reasons.includes("NIK_GANDA")) continue;
        await generation.replace(row, shared(row, person, vault, seal));
        marked += 1;
        if (person.valid) wasValid += 1;
        if (person.unread) wasUnread += 1;
      }
    }
  }
}

function shared(row: PreparedRow, person: Recipient, vault: Vault, seal: string): PreparedRow {
  const known = person.reasons.filter((reason) => reason !== "TIDAK_DIKETAHUI");
  const { unread: _, ...read } = person;
  const value: Recipient = { ...read, valid: false, reasons: [...known, "NIK_GANDA"] };
  return { ...row, hash: vault.index("row", JSON.stringify(value)), sealed: vault.seal(value, seal) };
}
