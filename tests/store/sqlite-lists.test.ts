import { readdirSync, readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { defined } from "../../src/defined.ts";
import type { TicketQuery } from "../../src/store/ports/tickets.ts";
import { migrate } from "../../src/store/sqlite/migrations.ts";
import { FORMS } from "../../src/store/sqlite/open-here.ts";
import { openStatements } from "../../src/store/sqlite/shared-commit.ts";
import { countOf } from "../../src/store/sqlite/ticket-counts.ts";
import { listedRows } from "../../src/store/sqlite/ticket-list.ts";
import { MOST_LOOKED_AT } from "../../src/store/ticket-list.ts";

const FOLDER = "src/store/sqlite";
const COUNT = MOST_LOOKED_AT + 10;
type Order = NonNullable<TicketQuery["order"]>;

/** Each row's name is its place in the list. */
function stored(order: Order, urgent: readonly number[]) {
  const db = new DatabaseSync(":memory:");
  migrate(db, FORMS);
  const at = order === "clock" ? "i" : `${COUNT} - i`;
  db.exec(`with recursive n(i) as (select 0 union all select i + 1 from n where i < ${COUNT - 1})
    insert into listed (key, open, at, ticket, late_at, category)
    select 'r:lamongan', 1, ${at}, 'T' || i, ${at}, iif(i in (${urgent.join(", ")}), 'urgent', 'card') from n`);
  db.exec(`insert into ticket (number, district, kind, category, open, opened_at, sealed)
    select ticket, 'lamongan', 'urgent', category, 1, at, x'00' from listed where category = 'urgent'`);
  return openStatements(db);
}

describe("a list on SQLite", () => {
  it.each<{ order: Order; urgent: number[]; pages: number[][] }>([
    { order: "opened", urgent: [0, MOST_LOOKED_AT + 5], pages: [[0], [MOST_LOOKED_AT + 5]] },
    { order: "clock", urgent: [0, MOST_LOOKED_AT + 5], pages: [[0], [MOST_LOOKED_AT + 5]] },
    {
      order: "opened",
      urgent: [0, 1, 2, MOST_LOOKED_AT - 1, MOST_LOOKED_AT, MOST_LOOKED_AT + 5],
      pages: [
        [0, 1],
        [2, MOST_LOOKED_AT - 1],
        [MOST_LOOKED_AT, MOST_LOOKED_AT + 5],
      ],
    },
    { order: "clock", urgent: [MOST_LOOKED_AT], pages: [[], [MOST_LOOKED_AT]] },
  ])(
    "ends a page after 100,000 rows that do not fit, and the next page continues ($order)",
    ({ order, urgent, pages }) => {
      const sql = stored(order, urgent);
      const sight = { district: "lamongan", keys: ["r:lamongan"] };
      const found: string[][] = [];
      for (let after: TicketQuery["after"]; ; ) {
        const asked = { sight, open: true, category: "urgent" as const, order, limit: 2 };
        const { rows, next } = listedRows(sql, { ...asked, ...defined({ after }) });
        found.push(rows.map(({ number }) => String(number)));
        if (!next) break;
        after = next;
      }
      expect(found).toEqual(pages.map((page) => page.map((place) => `T${place}`)));
    },
  );
});

describe("a list of very many keys on SQLite", () => {
  it("has each ticket once", () => {
    const db = new DatabaseSync(":memory:");
    migrate(db, FORMS);
    const keys = Array.from({ length: 600 }, (_, no) => `a:lamongan/35240${10_000 + no}`);
    const insert = db.prepare(
      "insert into listed (key, open, at, ticket, late_at, category) values (?, 1, ?, ?, ?, 'card')",
    );
    for (const [no, place] of [3, 299, 597].entries()) {
      for (const key of [keys[place] as string, keys[599] as string]) insert.run(key, no, `T${no}`, -no);
      db.prepare(
        `insert into ticket (number, district, kind, category, open, opened_at, sealed)
         values (?, 'lamongan', 'complaint', 'card', 1, 0, x'00')`,
      ).run(`T${no}`);
    }
    const sql = openStatements(db);
    const sight = { district: "lamongan", keys };
    for (const order of ["opened", "clock"] as const) {
      const { rows, next } = listedRows(sql, { sight, open: true, order, limit: 2 });
      expect(rows.map(({ number }) => number)).toEqual(["T2", "T1"]);
      const rest = listedRows(sql, { sight, open: true, order, limit: 2, ...defined({ after: next }) });
      expect([rest.rows.map(({ number }) => number), rest.next]).toEqual([["T0"], undefined]);
    }
    expect([countOf(sql, { sight }), countOf(sql, { sight, open: false })]).toEqual([3, 0]);
  });
});

describe("statements of the SQLite store", () => {
  it("write no bare `limit ?`, which SQLite would prepare again at each call", () => {
    const bare = readdirSync(FOLDER).filter((name) =>
      /\blimit \?[^.:]*[`",)]/.test(readFileSync(`${FOLDER}/${name}`, "utf8")),
    );
    expect(bare).toEqual([]);
  });
});
