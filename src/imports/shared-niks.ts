import type { Vault } from "../privacy/vault.ts";
import { sameName } from "../register/person-names.ts";
import { Recipient } from "../register/recipient.ts";
import type { NewGeneration, PreparedRow } from "../store/ports/register.ts";
import type { Reason } from "../vocabulary/lists.ts";
import type { Words } from "../words/words.ts";

const AT_ONCE = 200;

/** What the marks have changed: rows by what they are now, and what they were counted as before. */
export type Marks = {
  shared: number;
  contradicted: number;
  wasValid: number;
  wasUnread: number;
  reasonsGone: Reason[];
};

/**
 * Looks at rows with one NIK. Different people who share it both stay on the list, and both are to be repaired. Rows of one
 * person of which some say that the data is valid and some that it is not are kept without a judgement: whichever was
 * shown could be the wrong one. One person twice is neither.
 */
export async function markSharedNiks(
  generation: NewGeneration,
  vault: Vault,
  seal: string,
  words: Words,
): Promise<Marks> {
  const marks: Marks = { shared: 0, contradicted: 0, wasValid: 0, wasUnread: 0, reasonsGone: [] };
  for (let after = ""; ; ) {
    const rows = await generation.sharedNiks(after, AT_ONCE);
    const last = rows.at(-1);
    if (!last) return marks;
    after = last.nik;
    for (const group of Map.groupBy(rows, ({ nik }) => nik).values()) {
      const people = group.map((row) => ({ row, person: Recipient.parse(vault.open(row.sealed, seal)) }));
      const isOne = people.every(({ person }) => sameName(person.name, people[0]?.person.name ?? "", words));
      if (isOne && !contradicts(people.map(({ person }) => person))) continue;
      for (const { row, person } of people) {
        if (!isOne && person.reasons.includes("NIK_GANDA")) continue;
        await generation.replace(row, sealedAs(isOne ? unjudged(person) : shared(person), row, vault, seal));
        marks[isOne ? "contradicted" : "shared"] += 1;
        if (person.valid) marks.wasValid += 1;
        if (person.unread) marks.wasUnread += 1;
        if (isOne) marks.reasonsGone.push(...person.reasons);
      }
    }
  }
}

const contradicts = (people: readonly Recipient[]): boolean => {
  const judged = people.filter(({ unread }) => !unread);
  return judged.some(({ valid }) => valid) && judged.some(({ valid }) => !valid);
};

function shared({ unread: _, ...person }: Recipient): Recipient {
  const known = person.reasons.filter((reason) => reason !== "TIDAK_DIKETAHUI");
  return { ...person, valid: false, reasons: [...known, "NIK_GANDA"] };
}

const unjudged = (person: Recipient): Recipient => ({ ...person, valid: false, reasons: [], unread: true });

const sealedAs = (value: Recipient, row: PreparedRow, vault: Vault, seal: string): PreparedRow => ({
  ...row,
  hash: vault.index("row", JSON.stringify(value)),
  sealed: vault.seal(value, seal),
});
