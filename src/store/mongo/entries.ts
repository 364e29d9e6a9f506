import { entryName } from "../ticket-thread.ts";
import type { Collections, Entry, TicketDoc } from "./collections.ts";
import type { Context } from "./context.ts";
import { findDuplicates } from "./errors.ts";

type Reading = Pick<Context, "at">;
type Threaded = Pick<TicketDoc, "_id" | "revision" | "entries" | "arriving" | "length">;

export const entriesInside = ({ entries, revision }: Pick<TicketDoc, "entries" | "revision">): Entry[] =>
  (entries ?? []).map((one) => ({ ...one, revision }));

export const lengthOf = ({ entries, length }: Pick<Threaded, "entries" | "length">): number =>
  length ?? entries?.length ?? 0;

export const placesBetween = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(to - from, 0) }, (_, index) => from + index);

const namesOf = (doc: Threaded, places: readonly number[] = placesBetween(0, lengthOf(doc))): string[] =>
  places.map((no) => entryName(doc._id, no));

/** Returns the newest form of each entry. The caller must read the tickets' documents first. */
export async function entriesOf({ at: { entry } }: Reading, docs: readonly Threaded[], places?: readonly number[]) {
  const found = newestOf(docs.flatMap((doc) => [...entriesInside(doc), ...(doc.arriving ?? [])]));
  const apart = docs.flatMap((doc) =>
    doc.entries === null ? namesOf(doc, places).filter((name) => !found.has(name)) : [],
  );
  if (apart.length > 0)
    for await (const { _id, revision, sealed } of entry.find({ _id: { $in: apart } }))
      found.set(_id, { name: _id, revision, sealed });
  return found;
}

function newestOf(entries: readonly Entry[]): Map<string, Entry> {
  const newest = new Map<string, Entry>();
  for (const one of entries) if (one.revision >= (newest.get(one.name)?.revision ?? 0)) newest.set(one.name, one);
  return newest;
}

/** `isTorn`: an entry is missing or is newer than the document. */
export function readPlaces(doc: Threaded, places: readonly number[], found: ReadonlyMap<string, Entry>) {
  const all = namesOf(doc, places).map((name) => found.get(name));
  const isTorn = all.some((one) => one === undefined || one.revision > doc.revision);
  return { entries: all.map((one) => one?.sealed), isTorn };
}

/** Returns the entry's index in the thread. */
export async function findPlace({ at: { entry } }: Reading, doc: Threaded, key: string): Promise<number | undefined> {
  const arriving = newestOf(doc.arriving ?? []);
  const apart = await entry.find({ key }, { projection: { _id: 1 } }).toArray();
  const names = [
    ...[...arriving.values()].filter((one) => one.key === key).map(({ name }) => name),
    ...apart.map(({ _id }) => _id).filter((name) => !arriving.has(name)),
  ];
  const [name] = names;
  return name === undefined ? undefined : Number(name.slice(name.lastIndexOf("/") + 1));
}

export async function storeEntries({ entry }: Pick<Collections, "entry">, entries: readonly Entry[]): Promise<void> {
  if (entries.length === 0) return;
  const docs = [...newestOf(entries).values()].map(({ name, ...rest }) => ({ _id: name, ...rest }));
  const there = await findDuplicates(entry.insertMany(docs, { ordered: false }));
  const rewritten = docs.flatMap(({ _id, ...rest }, index) => {
    if (!there.has(index)) return [];
    const change = rest.key === undefined ? { $set: rest, $unset: { key: "" as const } } : { $set: rest };
    const isOlder = [{ revision: { $lt: rest.revision } }, { revision: rest.revision, key: { $exists: false } }];
    return [{ updateOne: { filter: { _id, $or: isOlder }, update: change } }];
  });
  if (rewritten.length > 0) await entry.bulkWrite(rewritten, { ordered: false });
}
