import { isSameName, soundsOf } from "../register/person-names.ts";
import { isOneSlip } from "../register/place-index.ts";
import type { Recipient } from "../register/recipient.ts";
import type { Words } from "../words/words.ts";

/** After a typing mistake, a shorter word would match too many names. */
const SHORTEST_FORGIVEN = 5;
/** The end of a name distinguishes siblings: Suwarno and Suwarni. */
const ENDING_LETTERS = 2;

function compareRows(one: Recipient, other: Recipient, words: Words): "named" | "spelt" | undefined {
  if (isSameName(one.name, other.name, words) || isSameName(other.name, one.name, words)) return "named";
  const differs = (["kk", "sex", "birthDate"] as const).some(
    (field) => one[field] !== undefined && other[field] !== undefined && one[field] !== other[field],
  );
  return !differs && isSlip(soundsOf(one.name, words.names.titles), soundsOf(other.name, words.names.titles))
    ? "spelt"
    : undefined;
}

function isSlip(one: readonly string[], other: readonly string[]): boolean {
  if (one.length !== other.length) return false;
  const wrong = one.flatMap((word, index) => (word === other[index] ? [] : [[word, other[index] ?? ""] as const]));
  const [pair] = wrong;
  if (wrong.length !== 1 || !pair) return false;
  const [a, b] = pair;
  const isLong = Math.min(a.length, b.length) >= SHORTEST_FORGIVEN;
  return isLong && isOneSlip(a, b) && a[0] === b[0] && a.slice(-ENDING_LETTERS) === b.slice(-ENDING_LETTERS);
}

const MOST_NAMES_COMPARED = 50;

/** `isSpelt`: the person's rows differ by a typing mistake. */
export type NikHolder<Row> = { rows: Row[]; isSpelt: boolean };

export function groupByPerson<Row extends { person: Recipient }>(rows: readonly Row[], words: Words): NikHolder<Row>[] {
  const byName = [...Map.groupBy(rows, ({ person }) => person.name.toUpperCase()).values()];
  if (byName.length > MOST_NAMES_COMPARED) return byName.map((own) => ({ rows: own, isSpelt: false }));
  let people: NikHolder<Row>[] = [];
  for (const own of byName) {
    const compared = people.map((one) => ({ one, how: likenessOf(own, one.rows, words) }));
    const alike = compared.filter(({ how }) => how !== undefined);
    const joined = new Set(alike.map(({ one }) => one));
    people = [
      ...people.filter((one) => !joined.has(one)),
      {
        rows: [...alike.flatMap(({ one }) => one.rows), ...own],
        isSpelt: alike.some(({ one, how }) => one.isSpelt || how === "spelt"),
      },
    ];
  }
  return people;
}

function likenessOf<Row extends { person: Recipient }>(own: readonly Row[], rows: readonly Row[], words: Words) {
  const [first] = own;
  if (!first) return undefined;
  const hows = [...new Map(rows.map((row) => [row.person.name, row])).values()].map(({ person }) =>
    compareRows(first.person, person, words),
  );
  return hows.find((how) => how === "named") ?? hows.find((how) => how !== undefined);
}
