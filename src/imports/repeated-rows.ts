/** A table of marks and rows; a row of 0 is an empty place, since the first row of a file is its header. */
type Table = { high: Uint32Array; low: Uint32Array; rows: Uint32Array; held: number };

const TABLES = 256;
const FIRST_PLACES = 64;
/** The share of places that may be taken before a table doubles. */
const FULL = 0.7;

const emptyTable = (places: number): Table => ({
  high: new Uint32Array(places),
  low: new Uint32Array(places),
  rows: new Uint32Array(places),
  held: 0,
});

/** The place of a mark, or the empty one in which it belongs. */
function placeOf({ high, low, rows }: Table, one: number, other: number): number {
  const last = rows.length - 1;
  let at = other & last;
  while (rows[at] !== 0 && (high[at] !== one || low[at] !== other)) at = (at + 1) & last;
  return at;
}

function doubled(table: Table): Table {
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

/** `seen`: whether a row says the same as one before it; `rowOf`: the first row of the file that says this, 0 for none. */
export type RowsByHash = { seen(hash: string, row: number): boolean; rowOf(hash: string): number };

function marksOf(hash: string) {
  const bytes = Buffer.from(hash, "base64url");
  return { which: bytes.readUInt8(0), one: bytes.readUInt32BE(1), other: bytes.readUInt32BE(5) };
}

/**
 * Tells which row says the same as an earlier one; the rows come in the file's order. `hash` is a row's blind index,
 * of which 72 bits tell rows apart. A million rows take 25 MB here and three times that in a Map; many small tables double
 * one by one, so that no moment needs twice the memory.
 */
export function repeatedRows(): RowsByHash {
  const tables = Array.from({ length: TABLES }, () => emptyTable(FIRST_PLACES));
  function seen(hash: string, row: number): boolean {
    const { which, one, other } = marksOf(hash);
    let table = tables[which] as Table;
    if (table.held >= table.rows.length * FULL) {
      table = doubled(table);
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
    const { which, one, other } = marksOf(hash);
    const table = tables[which] as Table;
    return table.rows[placeOf(table, one, other)] ?? 0;
  }
  return { seen, rowOf };
}
