import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import type { FindQuery } from "../../src/store/ports/tickets.ts";
import { migrate } from "../../src/store/sqlite/migrations.ts";
import { FORMS } from "../../src/store/sqlite/open-here.ts";
import { openStatements } from "../../src/store/sqlite/shared-commit.ts";
import { foundRows } from "../../src/store/sqlite/ticket-find.ts";
import { searchTerm } from "../../src/store/ticket-columns.ts";
import { testVault } from "../support/keys.ts";

const vault = testVault();
const termOf = (word: string) => searchTerm(vault, "lamongan", word);
const KEY = "d:lamongan";

/** The tickets are T1, T2 and so on, the newest last. */
function stored(count: number, wordsOf: (no: number) => string[], barredOf: (no: number) => string[] = () => []) {
  const db = new DatabaseSync(":memory:");
  migrate(db, FORMS);
  const [term, listed, ticket] = [
    db.prepare("insert into term values (?, ?, ?)"),
    db.prepare("insert into listed (key, open, at, ticket, category, barred) values (?, 1, ?, ?, 'card', ?)"),
    db.prepare(
      `insert into ticket (number, district, kind, category, open, opened_at, sealed)
       values (?, 'lamongan', 'complaint', 'card', 1, ?, x'00')`,
    ),
  ];
  db.exec("begin");
  for (let no = 1; no <= count; no += 1) {
    const barred = barredOf(no);
    for (const word of wordsOf(no)) term.run(termOf(word), no, `T${no}`);
    listed.run(KEY, no, `T${no}`, barred.length > 0 ? ` ${barred.join(" ")} ` : null);
    ticket.run(`T${no}`, no);
  }
  db.exec("commit");
  return openStatements(db);
}

const query = (words: string[], more: Partial<FindQuery> = {}): FindQuery => ({
  sight: { district: "lamongan", keys: [KEY] },
  search: { words },
  limit: 3,
  ...more,
});
const numbers = ({ rows }: ReturnType<typeof foundRows>) => rows.map(({ number }) => number);

describe("a search on SQLite", () => {
  it("reads the rarest word first, so it finds tickets after 20,000 tickets of the common word", () => {
    const isRare = (no: number) => no <= 1_500;
    const sql = stored(25_000, (no) => (isRare(no) ? ["name siti", "name wagini"] : ["name siti"]));
    for (const words of [
      ["name siti", "name wagini"],
      ["name wagini", "name siti"],
    ])
      expect(numbers(foundRows(sql, vault, query(words)))).toEqual(["T1500", "T1499", "T1498"]);
  });

  it.each([1, 8, 9, 1_500])("reads %i keys, and leaves out tickets that accuse the officer", (count) => {
    const sql = stored(
      6,
      () => ["name siti"],
      (no) => (no % 2 === 0 ? ["sari"] : []),
    );
    const others = Array.from({ length: count - 1 }, (_, no) => `a:jombang/35170${10_000 + no}`);
    const sight = { district: "lamongan", keys: [...others, KEY], officer: "sari" };
    const first = foundRows(sql, vault, query(["name siti"], { sight, limit: 2 }));
    expect([numbers(first), first.next]).toEqual([["T5", "T3"], { at: 3, number: "T3" }]);
    const after = { at: 3, number: "T3" };
    const search = { numbers: ["T1", "T2", "T3", "T4"] };
    expect(numbers(foundRows(sql, vault, query(["name siti"], { sight, limit: 2, after })))).toEqual(["T1"]);
    expect(numbers(foundRows(sql, vault, query([], { sight, search, after, open: true })))).toEqual(["T1"]);
    expect(numbers(foundRows(sql, vault, query([], { sight, search: { numbers: ["T5"] } })))).toEqual(["T5"]);
    expect(numbers(foundRows(sql, vault, query([], { sight, search: { numbers: ["T4"] } })))).toEqual([]);
  });
});
