import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Officer } from "../../src/casework/officer.ts";
import { sightOf } from "../../src/casework/sight.ts";
import { openSqlite } from "../../src/store/sqlite/index.ts";
import { areasOf } from "../support/areas.ts";
import { storeOptions } from "../support/keys.ts";

/** Tickets stored, at first and at last. */
const FEW = 4_000;
const MANY = 1_000_000;
const VILLAGES = 60;
/** Tickets a village has that can be opened; the others are older copies of their rows, which no list gets to. */
const OWN = 60;
const ROUNDS = 50;
const DAY = 86_400_000;
const START = Date.UTC(2026, 10, 23, 3);

const officer = (id: string, rung: Officer["rung"], areas: string[]): Officer => ({
  id,
  name: id,
  district: "lamongan",
  rung,
  areas,
  ...(areas.length === 0 ? { allAreas: true } : {}),
  sensitive: false,
  active: true,
});

/** What an officer's list of 50, and the loads that a routing asks for, cost with 1,000,000 tickets stored against 4,000, over SQLite. */
export async function tickets(): Promise<void> {
  const few = await measured(FEW);
  const many = await measured(MANY);
  for (const [name, ms] of Object.entries(many)) {
    const before = few[name] as number;
    console.log(
      `${name}: ${before.toFixed(2)} ms with ${FEW}, ${ms.toFixed(2)} ms with ${MANY}: ${(ms / before).toFixed(2)}`,
    );
  }
}

/** Medians in ms. */
async function measured(stored: number): Promise<Record<string, number>> {
  const directory = mkdtempSync(join(tmpdir(), "sapa-tickets-"));
  const file = join(directory, "sapa.db");
  const store = await openSqlite(`sqlite:${file}`, storeOptions());
  const villages = areasOf("3524")
    .filter(({ kind }) => kind === "desa")
    .slice(0, VILLAGES)
    .map(({ code }) => code);
  let serial = 0;
  for (const [at, area] of villages.entries())
    for (let own = 0; own < Math.min(OWN, stored / VILLAGES); own += 1) {
      serial += 1;
      const number = `LMG-26-${String(serial).padStart(6, "0")}-1`;
      const openedAt = START + serial * 1_000;
      await store.openTicket({
        number,
        text: "bantuan saya belum cair",
        person: {},
        locale: "id",
        openedAt,
        district: "lamongan",
        category: "card",
        area,
      } as never);
      const routed = { type: "assign", id: "r", seen: 0, at: openedAt, by: "system", text: "", officer: `v${at}` };
      await store.changeTicket(number, routed as never);
    }
  const db = new DatabaseSync(file);
  fillWithCopies(db, stored);
  db.close();

  const village = officer("v7", "village", [villages[7] as string]);
  const dinsos = officer("dina", "dinsos", []);
  const sight = (one: Officer) => sightOf(one, []) as NonNullable<ReturnType<typeof sightOf>>;
  const asked = {
    "a village officer's open tickets": () => store.list({ sight: sight(village), open: true, limit: 50 }),
    "a village officer's own": () => store.list({ sight: sight(village), holder: "v7", open: true, limit: 50 }),
    "the newest of the Dinsos": () => store.list({ sight: sight(dinsos), open: true, limit: 50 }),
    "the loads of all officers": () => store.loads("lamongan", ["v7", "dina"]),
  };
  const medians: Record<string, number> = {};
  for (const [name, ask] of Object.entries(asked)) medians[name] = await medianOf(ask);
  await store.close();
  rmSync(directory, { recursive: true });
  return medians;
}

/** Fills the table up with closed and open rows of former days: 99 of 100 are closed. */
function fillWithCopies(db: DatabaseSync, wanted: number): void {
  const { have } = db.prepare("select count(*) as have from ticket").get() as { have: number };
  const columns = (db.prepare("select name from pragma_table_info('ticket')").all() as { name: string }[]).map(
    ({ name }) => name,
  );
  const given: Record<string, string> = {
    number: "number || '-' || i",
    opened_at: `opened_at - (i + 1) * ${DAY}`,
    open: "i % 100 = 0",
    news: "0",
    remind_at: "null",
    late_at: "null",
  };
  const copies = Math.ceil((wanted - have) / have);
  if (copies <= 0) return;
  db.exec(`insert into ticket (${columns.join(", ")})
    with recursive n(i) as (select 0 union all select i + 1 from n where i < ${copies - 1})
    select ${columns.map((name) => given[name] ?? name).join(", ")} from ticket, n where true`);
}

async function medianOf(ask: () => Promise<unknown>): Promise<number> {
  const took: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const begun = performance.now();
    await ask();
    took.push(performance.now() - begun);
  }
  return took.sort((a, b) => a - b)[ROUNDS / 2] as number;
}
