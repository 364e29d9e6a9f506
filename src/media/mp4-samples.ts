import { type Box, boxesOf, onlyBox } from "./mp4-boxes.ts";
import { refusalError } from "./refusal-error.ts";

const MOST_CHUNKS = 100_000;

export type Range = { from: number; to: number };

/** Returns one range of bytes for each chunk of samples in a track's table (`stbl`). */
export function chunksOf(bytes: Buffer, stbl: Box): Range[] {
  const tables = boxesOf(bytes, stbl);
  const sizes = sizesIn(bytes, onlyBox(tables, "stsz"));
  const perChunk = runsIn(bytes, onlyBox(tables, "stsc"));
  let sample = 0;
  let total = 0;
  return offsetsIn(bytes, tables).map((from, index) => {
    const count = Math.min(perChunk(index + 1), sizes.count - sample);
    const size = sizes.sum(sample, count);
    sample += count;
    total += size;
    if (total > bytes.length) throw refusalError("not-as-said");
    return { from, to: from + size };
  });
}

/** Throws FILE_REFUSED if the entries do not fit into the table. */
function entriesOf(bytes: Buffer, { end }: Box, countAt: number, width: number): { count: number; first: number } {
  if (countAt + 4 > end) throw refusalError("not-as-said");
  const count = bytes.readUInt32BE(countAt);
  const first = countAt + 4;
  if (first + count * width > end) throw refusalError("not-as-said");
  return { count, first };
}

function offsetsIn(bytes: Buffer, tables: readonly Box[]): number[] {
  const wide = tables.some(({ type }) => type === "co64");
  const table = onlyBox(tables, wide ? "co64" : "stco");
  const width = wide ? 8 : 4;
  const { count, first } = entriesOf(bytes, table, table.body + 4, width);
  if (count > MOST_CHUNKS) throw refusalError("not-as-said");
  return Array.from({ length: count }, (_, index) => {
    const at = first + index * width;
    return wide ? Number(bytes.readBigUInt64BE(at)) : bytes.readUInt32BE(at);
  });
}

/** Returns how many samples a chunk has. The caller must ask for the chunks in order, from 1. */
function runsIn(bytes: Buffer, table: Box): (chunk: number) => number {
  const { count, first } = entriesOf(bytes, table, table.body + 4, 12);
  const read = (run: number, field: number) => bytes.readUInt32BE(first + run * 12 + field);
  let run = 0;
  return (chunk) => {
    if (count === 0) throw refusalError("not-as-said");
    while (run + 1 < count && read(run + 1, 0) <= chunk) run += 1;
    return read(run, 4);
  };
}

function sizesIn(bytes: Buffer, table: Box): { count: number; sum(from: number, count: number): number } {
  if (table.body + 12 > table.end) throw refusalError("not-as-said");
  const same = bytes.readUInt32BE(table.body + 4);
  const { count, first } = entriesOf(bytes, table, table.body + 8, same === 0 ? 4 : 0);
  return {
    count,
    sum(from, howMany) {
      if (same > 0) return same * howMany;
      let sum = 0;
      for (let index = from; index < from + howMany; index += 1) sum += bytes.readUInt32BE(first + index * 4);
      return sum;
    },
  };
}
