import type { Vault } from "../privacy/vault.ts";
import { MOST_ROWS_OF_NUMBER } from "../register/placeholder.ts";
import { Recipient } from "../register/recipient.ts";
import type { NewGeneration, PreparedRow, Replaced } from "../store/ports/register.ts";
import type { Reason } from "../vocabulary/lists.ts";
import type { Words } from "../words/words.ts";
import { groupByPerson, type NikHolder } from "./group-by-person.ts";
import type { Marking } from "./placeholders.ts";
import type { Mark } from "./row-marks.ts";

/** `removePlaceholders` has removed NIKs with more than `MOST_ROWS_OF_NUMBER` rows. */
export const NIKS_AT_ONCE = Math.ceil(25_000 / MOST_ROWS_OF_NUMBER);

export type Marks = {
  shared: number;
  contradicted: number;
  wasValid: number;
  wasUnread: number;
  reasonsGone: Reason[];
};

type Opened = { row: PreparedRow; person: Recipient };

/**
 * If the rows of a NIK are about different people, marks all of them invalid (NIK_GANDA). If the rows of one person
 * contradict each other, removes their judgement.
 */
export async function markSharedNiks(
  generation: NewGeneration,
  words: Words,
  { vault, seal, rows: byHash, mark }: Marking,
): Promise<Marks> {
  const marks: Marks = { shared: 0, contradicted: 0, wasValid: 0, wasUnread: 0, reasonsGone: [] };
  for (let after = ""; ; ) {
    const rows = await generation.sharedNiks(after, NIKS_AT_ONCE);
    const last = rows.at(-1);
    if (!last) return marks;
    after = last.nik;
    const replaced: Replaced[] = [];
    for (const group of Map.groupBy(rows, ({ nik }) => nik).values()) {
      const opened = group.map((row): Opened => ({ row, person: Recipient.parse(vault.open(row.sealed, seal)) }));
      const people = groupByPerson(opened, words);
      const isOne = people.length === 1;
      markRows(people, mark);
      if (isOne && !hasContradiction(opened.map(({ person }) => person))) continue;
      for (const { row, person } of opened) {
        if (!isOne && person.reasons.includes("NIK_GANDA")) continue;
        const now = resealRow(isOne ? withoutJudgement(person) : markShared(person), row, vault, seal);
        byHash.rename(row.hash, now.hash);
        replaced.push({ old: row, next: now });
        marks[isOne ? "contradicted" : "shared"] += 1;
        if (person.valid) marks.wasValid += 1;
        if (person.unread) marks.wasUnread += 1;
        if (isOne) marks.reasonsGone.push(...person.reasons);
      }
    }
    await generation.replace(replaced);
  }
}

function markRows(people: readonly NikHolder<Opened>[], mark: (hash: string, code: Mark) => void): void {
  const isOne = people.length === 1;
  for (const { rows, isSpelt } of people) {
    const isContradicted = hasContradiction(rows.map(({ person }) => person));
    for (const { row } of rows) {
      if (!isOne) mark(row.hash, "NIK_SHARED");
      if (isContradicted) mark(row.hash, isOne ? "CONTRADICTED" : "CONTRADICTED_SHARED");
      if (isSpelt) mark(row.hash, "SPELT_TWICE");
    }
  }
}

const hasContradiction = (people: readonly Recipient[]): boolean => {
  const judged = people.filter(({ unread }) => !unread);
  return judged.some(({ valid }) => valid) && judged.some(({ valid }) => !valid);
};

function markShared({ unread: _, ...person }: Recipient): Recipient {
  const known = person.reasons.filter((reason) => reason !== "TIDAK_DIKETAHUI");
  return { ...person, valid: false, reasons: [...known, "NIK_GANDA"] };
}

const withoutJudgement = (person: Recipient): Recipient => ({ ...person, valid: false, reasons: [], unread: true });

const resealRow = (value: Recipient, row: PreparedRow, vault: Vault, seal: string): PreparedRow => ({
  ...row,
  hash: vault.index("row", JSON.stringify(value)),
  sealed: vault.seal(value, seal),
});
