import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Officer } from "../../src/casework/officer.ts";
import { sightOf } from "../../src/casework/sight.ts";
import type { TicketQuery } from "../../src/store/ports/tickets.ts";
import { openSqlite } from "../../src/store/sqlite/index.ts";
import { prepared } from "../../src/store/sqlite/shared-commit.ts";
import { listedRows } from "../../src/store/sqlite/ticket-list.ts";
import { planOf } from "../../src/store/ticket-list.ts";
import { areasOf } from "../support/areas.ts";
import { storeOptions } from "../support/keys.ts";

/** Tickets stored, at first and at last. */
const FEW = 4_000;
const MANY = 1_000_000;
const VILLAGES = 60;
/** Tickets a village has that can be opened; the others are older copies of their rows, which no list gets to. */
const OWN = 60;
const ROUNDS = 50;
/** Tickets of a page. */
const PAGE = 50;
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

/**
 * What an officer's list of 50, and the loads that a routing asks for, cost with 1,000,000 tickets stored against 4,000,
 * over SQLite; and what a list costs against its bare prepared statements, unsealing counted apart.
 */
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
  const village = officer("v7", "village", [villages[7] as string]);
  const dinsos = officer("dina", "dinsos", []);
  const sight = (one: Officer) => sightOf(one, []) as NonNullable<ReturnType<typeof sightOf>>;
  const lists: Record<string, TicketQuery> = {
    "a village officer's open tickets": { sight: sight(village), open: true, limit: PAGE },
    "the same by clock": { sight: sight(village), order: "clock", limit: PAGE },
    "a village officer's own": { sight: sight(village), holder: "v7", open: true, limit: PAGE },
    "the newest of the Dinsos": { sight: sight(dinsos), open: true, limit: PAGE },
    "the Dinsos by clock": { sight: sight(dinsos), order: "clock", limit: PAGE },
    "the Dinsos, one category": { sight: sight(dinsos), open: true, category: "card", limit: PAGE },
    "the Dinsos, one village": { sight: sight(dinsos), open: true, area: villages[9] as string, limit: PAGE },
  };
  const medians: Record<string, number> = {};
  for (const [name, query] of Object.entries(lists)) {
    medians[name] = await medianOf(() => store.list(query));
    if (stored === MANY) await compareWithBare(db, name, query);
  }
  const tabs = [{}, { open: true }, { open: false }, { category: "card" as const }];
  medians["four counts of a village"] = await medianOf(() => store.counts(sight(village), tabs));
  medians["four counts of the Dinsos"] = await medianOf(() => store.counts(sight(dinsos), tabs));
  const twelve = Array.from({ length: 12 }, (_, at) => `v${at}`);
  medians["the loads of twelve officers"] = await medianOf(() => store.loads("lamongan", twelve));
  const { heads } = await store.list({ sight: sight(village), open: true, limit: 1 });
  let noted = 0;
  medians["a note"] = await medianOf(() => {
    noted += 1;
    const note = { type: "note", id: `n${noted}`, at: START, by: "v7", text: "sudah dicek ke lapangan" };
    return store.changeTicket(heads[0]?.number ?? "", note as never);
  });
  db.close();
  await store.close();
  rmSync(directory, { recursive: true });
  return medians;
}

/** A list without its unsealing, against the statements that a hand would write for it. */
async function compareWithBare(db: DatabaseSync, name: string, query: TicketQuery): Promise<void> {
  const sql = prepared(db);
  const [at, way] = query.order === "clock" ? ["late_at", "asc"] : ["at", "desc"];
  const { branches } = planOf(query);
  const bare = db.prepare(
    `select l.${at} as at, l.ticket, t.sealed from listed l join ticket t on t.number = l.ticket
     where l.key = ? and l.open = ? and l.${at} is not null order by l.${at} ${way}, l.ticket ${way} limit ${PAGE + 1}`,
  );
  const ours = await medianOf(async () => listedRows(sql, query));
  const theirs = await medianOf(async () => branches.map(({ key, open }) => bare.all(key, Number(open))));
  const ratio = (ours / theirs).toFixed(2);
  console.log(`${name}: ${ours.toFixed(3)} ms, bare ${theirs.toFixed(3)} ms: ${ratio}`);
}

/** Fills the tables up with closed and open rows of former days: 99 of 100 are closed. */
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
  const days = `with recursive n(i) as (select 0 union all select i + 1 from n where i < ${copies - 1})`;
  db.exec("pragma synchronous = off; begin");
  db.exec(`insert into listed (key, open, at, ticket, late_at, category, area, barred) ${days}
    select key, i % 100 = 0, at - (i + 1) * ${DAY}, ticket || '-' || i, iif(i % 100 = 0, late_at + (i + 1) * ${DAY}, null),
      category, area, barred from listed, n where true order by 1, 2, 3, 4`);
  db.exec(`insert into ticket (${columns.join(", ")})
    ${days}
    select ${columns.map((name) => given[name] ?? name).join(", ")} from ticket, n where true`);
  db.exec("commit");
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
