/** A hash table from 64 bits of a hash (`high`, `low`) to a row number. Row number 0 marks an empty place. */
type Table = { high: Uint32Array; low: Uint32Array; rows: Uint32Array; held: number };

const TABLES = 256;
const FIRST_PLACES = 64;
const FULL = 0.7;

const emptyTable = (places: number): Table => ({
  high: new Uint32Array(places),
  low: new Uint32Array(places),
  rows: new Uint32Array(places),
  held: 0,
});

function placeOf({ high, low, rows }: Table, one: number, other: number): number {
  const last = rows.length - 1;
  let at = other & last;
  while (rows[at] !== 0 && (high[at] !== one || low[at] !== other)) at = (at + 1) & last;
  return at;
}

function doubleTable(table: Table): Table {
  const larger = emptyTable(table.rows.length * 2);
  for (const [at, row] of table.rows.entries()) {
    if (row === 0) continue;
    const [one, other] = [table.high[at] ?? 0, table.low[at] ?? 0];
    const place = placeOf(larger, one, other);
    larger.high[place] = one;
    larger.low[place] = other;
    larger.rows[place] = row;
  }
  larger.held = table.held;
  return larger;
}

/**
 * - `seen`: records a row; true if an earlier row has the same hash.
 * - `rowOf`: the first row with this hash, or 0.
 */
export type RowsByHash = {
  seen(hash: string, row: number): boolean;
  rowOf(hash: string): number;
  rename(old: string, now: string): void;
};

function partsOfHash(hash: string) {
  const bytes = Buffer.from(hash, "base64url");
  return { which: bytes.readUInt8(0), one: bytes.readUInt32BE(1), other: bytes.readUInt32BE(5) };
}

/** Rows must come in the file's order. A million rows take 25 MB, a third of a `Map`. */
export function openRowsByHash(): RowsByHash {
  const tables = Array.from({ length: TABLES }, () => emptyTable(FIRST_PLACES));
  function seen(hash: string, row: number): boolean {
    const { which, one, other } = partsOfHash(hash);
    let table = tables[which] as Table;
    if (table.held >= table.rows.length * FULL) {
      table = doubleTable(table);
      tables[which] = table;
    }
    const at = placeOf(table, one, other);
    if (table.rows[at] !== 0) return true;
    table.high[at] = one;
    table.low[at] = other;
    table.rows[at] = row;
    table.held += 1;
    return false;
  }
  function rowOf(hash: string): number {
    const { which, one, other } = partsOfHash(hash);
    const table = tables[which] as Table;
    return table.rows[placeOf(table, one, other)] ?? 0;
  }
  return { seen, rowOf, rename: (old, now) => void seen(now, rowOf(old)) };
}
