import type { Changes } from "../ports/register.ts";

/** `n` is the blind index of the NIK, `h` the hash of the row's content. */
export type RowKey = { n: string; h: string };

const isBefore = (one: RowKey, other: RowKey): boolean => one.n < other.n || (one.n === other.n && one.h < other.h);

/** Both lists must be sorted by `n` and `h`. */
export async function compareInOrder(rows: AsyncIterable<RowKey>, live?: AsyncIterable<RowKey>): Promise<Changes> {
  const changes: Changes = { rows: 0, added: 0, removed: 0, changed: 0, unchanged: 0, people: 0, peopleGone: 0 };
  const older = live?.[Symbol.asyncIterator]();
  const nextOld = async (): Promise<RowKey | undefined> => {
    const next = await older?.next();
    return next?.done ? undefined : next?.value;
  };
  let old = await nextOld();
  let lastOld: string | undefined;
  let lastNew: string | undefined;
  const passOld = async (until?: RowKey) => {
    for (; old && (until === undefined || isBefore(old, until)); old = await nextOld()) {
      const isNewPerson = old.n !== lastOld;
      const isGone = old.n !== until?.n && old.n !== lastNew;
      if (isNewPerson) changes.people += 1;
      if (isGone) changes.removed += 1;
      if (isNewPerson && isGone) changes.peopleGone += 1;
      lastOld = old.n;
    }
  };
  for await (const row of rows) {
    await passOld(row);
    changes.rows += 1;
    if (old?.n === row.n && old.h === row.h) changes.unchanged += 1;
    else if (old?.n === row.n || lastOld === row.n) changes.changed += 1;
    else changes.added += 1;
    lastNew = row.n;
  }
  await passOld();
  return changes;
}
