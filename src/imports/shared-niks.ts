import type { Vault } from "../privacy/vault.ts";
import { Recipient } from "../register/recipient.ts";
import type { NewGeneration, PreparedRow } from "../store/ports/register.ts";
import type { Reason } from "../vocabulary/lists.ts";
import type { Words } from "../words/words.ts";
import { groupByPerson, type Shared } from "./one-person.ts";
import type { Mark } from "./row-marks.ts";

const AT_ONCE = 200;

/** What the marks have changed: rows by what they are now, and what they were counted as before. */
export type Marks = {
  shared: number;
  contradicted: number;
  wasValid: number;
  wasUnread: number;
  reasonsGone: Reason[];
};

type Opened = { row: PreparedRow; person: Recipient };

/**
 * Looks at rows with one NIK. Different people who share it all stay on the list, and are to be repaired. Rows of one
 * person of which some say that the data is valid and some that it is not are kept without a judgement: whichever was
 * shown could be the wrong one. One person twice is neither. `name` is told of every such row, by its hash.
 */
export async function markSharedNiks(
  generation: NewGeneration,
  vault: Vault,
  seal: string,
  words: Words,
  name: (hash: string, code: Mark) => void,
): Promise<Marks> {
  const marks: Marks = { shared: 0, contradicted: 0, wasValid: 0, wasUnread: 0, reasonsGone: [] };
  for (let after = ""; ; ) {
    const rows = await generation.sharedNiks(after, AT_ONCE);
    const last = rows.at(-1);
    if (!last) return marks;
    after = last.nik;
    for (const group of Map.groupBy(rows, ({ nik }) => nik).values()) {
      const opened = group.map((row): Opened => ({ row, person: Recipient.parse(vault.open(row.sealed, seal)) }));
      const people = groupByPerson(opened, words);
      const isOne = people.length === 1;
      nameRows(people, name);
      if (isOne && !contradicts(opened.map(({ person }) => person))) continue;
      for (const { row, person } of opened) {
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

function nameRows(people: readonly Shared<Opened>[], name: (hash: string, code: Mark) => void): void {
  const isOne = people.length === 1;
  for (const { rows, isSpelt } of people) {
    const isContradicted = contradicts(rows.map(({ person }) => person));
    for (const { row } of rows) {
      if (!isOne) name(row.hash, "NIK_SHARED");
      if (isContradicted) name(row.hash, isOne ? "CONTRADICTED" : "CONTRADICTED_SHARED");
      if (isSpelt) name(row.hash, "SPELT_TWICE");
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
