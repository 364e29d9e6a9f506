import { DatabaseSync } from "node:sqlite";
import { openSqlite } from "../../src/store/sqlite/index.ts";
import { areasOf } from "../support/areas.ts";
import { storeOptions } from "../support/keys.ts";

const VILLAGES = 60;
/** In each village, only this many tickets can be unsealed. */
const OWN = 60;
const DAY = 86_400_000;
export const START = Date.UTC(2026, 10, 23, 3);
export const COMMON = "Siti";
export const ALSO_COMMON = "Aminah";
export const RARE = "Wagini";

const NAMES = { [COMMON]: 10, [ALSO_COMMON]: 6, [RARE]: 300 };

/** `db` is a second connection to the store's file. */
export async function storeTickets(directory: string, wanted: number) {
  const file = `${directory}/sapa.db`;
  const store = await openSqlite(`sqlite:${file}`, storeOptions());
  const villages = areasOf("3524")
    .filter(({ kind }) => kind === "desa")
    .slice(0, VILLAGES)
    .map(({ code }) => code);
  let serial = 0;
  for (const [at, area] of villages.entries())
    for (let own = 0; own < Math.min(OWN, wanted / VILLAGES); own += 1) {
      serial += 1;
      const number = `LMG-26-${String(serial).padStart(6, "0")}-1`;
      const openedAt = START + serial * 1_000;
      const name = Object.entries(NAMES)
        .flatMap(([one, every]) => (serial % every === 0 ? [one] : []))
        .join(" ");
      await store.openTicket({
        number,
        text: "bantuan saya belum cair",
        person: name ? { name, nik: `352401520679${9_000 + (serial % 1_000)}` } : {},
        locale: "id",
        openedAt,
        district: "lamongan",
        category: "card",
        area,
      });
      await store.changeTicket(number, {
        type: "assign",
        id: "r",
        seen: 0,
        at: openedAt,
        by: "system",
        text: "",
        officer: `v${at}`,
      });
    }
  const db = new DatabaseSync(file);
  fillWithCopies(db, wanted);
  return { store, db, villages };
}

/** Of these older rows, 99 of 100 are closed. */
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
    person: "iif(i < 3, person, null)",
  };
  const copies = Math.ceil((wanted - have) / have);
  if (copies <= 0) return;
  const days = `with recursive n(i) as (select 0 union all select i + 1 from n where i < ${copies - 1})`;
  db.exec("pragma synchronous = off; begin");
  db.exec(`insert into listed (key, open, at, ticket, late_at, category, area, barred) ${days}
    select key, i % 100 = 0, at - (i + 1) * ${DAY}, ticket || '-' || i, iif(i % 100 = 0, late_at + (i + 1) * ${DAY}, null),
      category, area, barred from listed, n where true order by 1, 2, 3, 4`);
  db.exec(`insert into term (term, opened_at, ticket) ${days}
    select term, opened_at - (i + 1) * ${DAY}, ticket || '-' || i from term, n where true order by 1, 2, 3`);
  db.exec(`insert into ticket (${columns.join(", ")})
    ${days}
    select ${columns.map((name) => given[name] ?? name).join(", ")} from ticket, n where true`);
  db.exec("commit");
}
