import type { mongo } from "mongoose";
import type { RowNumber } from "../ports/register.ts";
import type { RowDoc } from "./collections.ts";
import type { RowKey } from "./compare-rows.ts";

type Rows = mongo.Collection<RowDoc>;

export type CountedRows = { rows: Rows; count: number };
export type Range = { $gte?: string; $lt?: string };

/** One statement sorts about this many rows. */
export const PART = 20_000;
const AT_ONCE = 1_000;

/** The characters of a blind index, in the order of MongoDB and JavaScript. */
const CHARACTERS = "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
const PREFIXES = CHARACTERS.length ** 2;
const prefixAt = (at: number): string =>
  `${CHARACTERS[Math.floor(at / CHARACTERS.length)]}${CHARACTERS[at % CHARACTERS.length]}`;

/** Blind indexes are evenly distributed, so each range contains about `part` of them. */
export function rangesOf(count: number, part: number): Range[] {
  const ranges = Math.min(Math.max(Math.ceil(count / part), 1), PREFIXES);
  const bounds = Array.from({ length: ranges - 1 }, (_, at) => prefixAt(Math.floor(((at + 1) * PREFIXES) / ranges)));
  return [...bounds, undefined].map(($lt, at) => {
    const $gte = bounds[at - 1];
    return { ...($gte === undefined ? {} : { $gte }), ...($lt === undefined ? {} : { $lt }) };
  });
}

/** Reads each range with a statement of its own, because some servers sort all rows before they answer. */
export async function* walkInOrder({ rows, count }: CountedRows, part: number, after = "") {
  for (const range of rangesOf(count, part)) {
    if (range.$lt !== undefined && range.$lt <= after) continue;
    const { $gte = "", ...end } = range;
    const n = after === "" || after < $gte ? range : { $gt: after, ...end };
    const filter: mongo.Filter<RowDoc> = Object.keys(n).length === 0 ? {} : { n };
    yield* rows.find(filter, { projection: { n: 1, h: 1 }, batchSize: AT_ONCE }).sort({ n: 1, h: 1 }) as AsyncIterable<
      RowKey & { _id: mongo.ObjectId }
    >;
  }
}

export async function* walkNumbers({ rows, count }: CountedRows, by: RowNumber, part: number): AsyncGenerator<string> {
  for (const range of rangesOf(count, part)) {
    const options = { projection: { _id: 0, [by === "nik" ? "n" : "k"]: 1 }, batchSize: AT_ONCE };
    const cursor =
      by === "nik"
        ? rows.find(Object.keys(range).length === 0 ? {} : { n: range }, options).sort({ n: 1, h: 1 })
        : rows.find({ k: { $exists: true, ...range } }, options).sort({ k: 1 });
    for await (const { n, k } of cursor) {
      const number = by === "nik" ? n : k;
      if (number !== undefined) yield number;
    }
  }
}
