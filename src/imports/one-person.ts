import { isSameName, soundsOf } from "../register/person-names.ts";
import { isOneSlip } from "../register/place-index.ts";
import type { Recipient } from "../register/recipient.ts";
import type { Words } from "../words/words.ts";

/** In letters: shorter words are similar to too many others to forgive a typing mistake. */
const SLIP_FROM = 5;
/**
 * In letters: the end of a word tells siblings apart (Suwarno and Suwarni, Wahyudi and Wahyuni, Slamet and Slameto), so
 * no mistake is forgiven there.
 */
const ENDING = 2;

/**
 * Whether two rows with one NIK are of one person: `named` if the names are the same, `spelt` if they differ by a
 * typing mistake, `undefined` for two people.
 */
function compareRows(one: Recipient, other: Recipient, words: Words): "named" | "spelt" | undefined {
  if (isSameName(one.name, other.name, words) || isSameName(other.name, one.name, words)) return "named";
  const differs = (["kk", "sex", "birthDate"] as const).some(
    (field) => one[field] !== undefined && other[field] !== undefined && one[field] !== other[field],
  );
  return !differs && isSlip(soundsOf(one.name, words.names.titles), soundsOf(other.name, words.names.titles))
    ? "spelt"
    : undefined;
}

/** Whether two names differ by one letter in one word, which is neither the first letter nor in the ending. */
function isSlip(one: readonly string[], other: readonly string[]): boolean {
  if (one.length !== other.length) return false;
  const wrong = one.flatMap((word, index) => (word === other[index] ? [] : [[word, other[index] ?? ""] as const]));
  const [pair] = wrong;
  if (wrong.length !== 1 || !pair) return false;
  const [a, b] = pair;
  const isLong = Math.min(a.length, b.length) >= SLIP_FROM;
  return isLong && isOneSlip(a, b) && a[0] === b[0] && a.slice(-ENDING) === b.slice(-ENDING);
}

/** The most different names of one NIK that are compared with each other; more names are those of many people. */
const MOST_COMPARED = 50;

/** One of the people who share a NIK: their rows, and whether a typing mistake was forgiven to join these rows. */
export type Shared<Row> = { rows: Row[]; isSpelt: boolean };

/** Groups rows with one NIK by person. */
export function groupByPerson<Row extends { person: Recipient }>(rows: readonly Row[], words: Words): Shared<Row>[] {
  const named = [...Map.groupBy(rows, ({ person }) => person.name.toUpperCase()).values()];
  if (named.length > MOST_COMPARED) return named.map((own) => ({ rows: own, isSpelt: false }));
  let people: Shared<Row>[] = [];
  for (const own of named) {
    const alike = people.map((one) => ({ one, how: howAlike(own, one.rows, words) }));
    const mine = alike.filter(({ how }) => how !== undefined);
    const joined = new Set(mine.map(({ one }) => one));
    people = [
      ...people.filter((one) => !joined.has(one)),
      {
        rows: [...mine.flatMap(({ one }) => one.rows), ...own],
        isSpelt: mine.some(({ one, how }) => one.isSpelt || how === "spelt"),
      },
    ];
  }
  return people;
}

function howAlike<Row extends { person: Recipient }>(own: readonly Row[], rows: readonly Row[], words: Words) {
  const [first] = own;
  if (!first) return undefined;
  const hows = [...new Map(rows.map((row) => [row.person.name, row])).values()].map(({ person }) =>
    compareRows(first.person, person, words),
  );
  return hows.find((how) => how === "named") ?? hows.find((how) => how !== undefined);
}
