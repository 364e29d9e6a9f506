import type { Tickets } from "../ports/tickets.ts";
import { gapOf, IN_USE, isGap, NOTE_EVERY, NOTE_LATE, skippedIn, skippedName, yearsOf } from "../serial-gap.ts";
import type { SharedCommit, Sql } from "./shared-commit.ts";

const NOTE = "insert into meta values (?, ?) on conflict (name) do update set value = excluded.value";
const SKIP =
  "insert into meta values (?, ?) on conflict (name) do update set value = cast(value as integer) + excluded.value";

/** The time of the newest record. */
const NEWEST = `select max(
  coalesce((select recorded_at from inbound order by seq desc limit 1), 0),
  coalesce((select created_at from outbound order by seq desc limit 1), 0),
  coalesce((select max(reserved_at) from reserved), 0)) as at`;

/** Returns whether the file is new. */
export const beginNotes = (shared: SharedCommit): Promise<boolean> =>
  shared.write((sql) => {
    if (sql.get("select 1 from meta where name = ?", IN_USE)) return false;
    const newest = Number(sql.get(NEWEST)?.at);
    sql.run(NOTE, IN_USE, newest || Date.now());
    return newest === 0;
  });

/** `restarted`: this process has just started and holds the file alone, so even a short gap counts. */
export function sqliteSerials(shared: SharedCommit, restarted: boolean): Pick<Tickets, "reserveSerial" | "noteUse"> {
  let late = restarted ? 0 : NOTE_LATE;
  let notedAt = Number.NEGATIVE_INFINITY;
  const noted = async <T>(step: (sql: Sql, gap: number) => T): Promise<T> => {
    // This process wrote a note a short time ago, so it was not away.
    const patience = performance.now() - notedAt < NOTE_LATE ? Number.POSITIVE_INFINITY : late;
    const result = await shared.write((sql) => step(sql, passGap(sql, patience)));
    late = NOTE_LATE;
    notedAt = performance.now();
    return result;
  };
  return {
    noteUse: () => noted((_, gap) => gap),

    reserveSerial: (district, year, key) =>
      noted((sql) => {
        const known = sql.get("select serial from reserved where key = ?", key);
        if (known) return Number(known.serial);
        const row = sql.get(
          `insert into serial values (?, ?, 1 + coalesce((select cast(value as integer) from meta where name = ?), 0))
           on conflict (district, year) do update set last = last + 1 returning last`,
          district,
          year,
          skippedName(year),
        );
        sql.run("insert into reserved values (?, ?, ?)", key, Number(row?.last), Date.now());
        return Number(row?.last);
      }),
  };
}

/** Returns the ms since the last note, or 0 without a gap. */
function passGap(sql: Sql, patience: number): number {
  const to = Date.now();
  const from = Number(sql.get("select value from meta where name = ?", IN_USE)?.value ?? to);
  const passed = to - from;
  if (passed >= 0 && passed < NOTE_EVERY && passed <= patience) return 0;
  sql.run(NOTE, IN_USE, to);
  if (!isGap({ from, to }, patience)) return 0;
  const gap = gapOf(from, to);
  for (const year of yearsOf(gap)) {
    const skipped = skippedIn(year, gap);
    sql.run("update serial set last = last + ? where year = ?", skipped, year);
    sql.run(SKIP, skippedName(year), skipped);
  }
  return passed;
}
