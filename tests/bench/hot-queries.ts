import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import { heldKeys } from "../../src/casework/access.ts";
import { searchWords } from "../../src/casework/search.ts";
import type { Sight } from "../../src/casework/sight.ts";
import type { TicketCursor, TicketQuery, TicketSearch } from "../../src/store/ports/tickets.ts";
import { openStatements } from "../../src/store/sqlite/shared-commit.ts";
import { countOf, loadOf } from "../../src/store/sqlite/ticket-counts.ts";
import { foundRows } from "../../src/store/sqlite/ticket-find.ts";
import { listedRows } from "../../src/store/sqlite/ticket-list.ts";
import { searchTerm } from "../../src/store/ticket-columns.ts";
import { planOf } from "../../src/store/ticket-list.ts";
import { testVault } from "../support/keys.ts";
import { ALSO_COMMON, COMMON, RARE } from "./stored-tickets.ts";

export const PAGE = 50;
const MOST_COUNTED = 1_000;

/** `bare` is the simplest statement for the same rows as `ours`. */
type HotQuery = { name: string; ours(): unknown; bare(): unknown };
type Asked = { village: Sight; dinsos: Sight; place: string; twelve: readonly string[] };

export function hotQueries(db: DatabaseSync, lists: Readonly<Record<string, TicketQuery>>, asked: Asked): HotQuery[] {
  const listed = Object.entries(lists).map(([name, query]) => listQuery(db, name, query));
  return [...listed, ...searches(db, asked), ...counts(db, asked)];
}

function listQuery(db: DatabaseSync, name: string, query: TicketQuery): HotQuery {
  const sql = openStatements(db);
  const { after } = query;
  const [at, way, behind] = query.order === "clock" ? ["late_at", "asc", ">"] : ["at", "desc", "<"];
  const bare = db.prepare(
    `select l.${at} as at, l.ticket, t.sealed from listed l join ticket t on t.number = l.ticket
     where l.key = ? and l.open = ? and l.${at} is not null ${after ? `and (l.${at}, l.ticket) ${behind} (?, ?)` : ""}
     order by l.${at} ${way}, l.ticket ${way} limit ${PAGE + 1}`,
  );
  const place = after ? [after.at, after.number] : [];
  const { branches } = planOf(query);
  return {
    name,
    ours: () => listedRows(sql, query),
    bare: () => branches.map(({ key, open }) => bare.all(key, Number(open), ...place)),
  };
}

const SEEN = `exists (select 1 from listed l
  where l.key = 'd:lamongan' and l.open in (0, 1) and l.at = t.opened_at and l.ticket = t.number)`;
const NEWEST = `order by t.opened_at desc, t.number desc limit ${PAGE + 1}`;

function searches(db: DatabaseSync, { dinsos }: Asked): HotQuery[] {
  const sql = openStatements(db);
  const vault = testVault();
  const words = (...names: string[]) => searchWords({ category: "card", person: { name: names.join(" ") } });
  const search = (name: string, given: TicketSearch, statement: string, ...values: SQLInputValue[]): HotQuery => {
    const bare = db.prepare(statement);
    return {
      name,
      ours: () => foundRows(sql, vault, { sight: dinsos, search: given, limit: PAGE }),
      bare: () => bare.all(...values),
    };
  };
  const named = `select t.number, t.opened_at, t.sealed from term r cross join ticket t on t.number = r.ticket
    where r.term = ? and exists (select 1 from term o where o.term = ? and o.opened_at = r.opened_at and o.ticket = r.ticket)
    and ${SEEN} order by r.opened_at desc, r.ticket desc limit ${PAGE + 1}`;
  const terms = (...names: string[]) => words(...names).map((word) => searchTerm(vault, "lamongan", word));
  const { number, nik } = { number: "LMG-26-000300-1", nik: "3524015206799300" };
  const byNumber = `select t.sealed from ticket t where t.number = ? and ${SEEN}`;
  const byPerson = `select t.number, t.sealed from ticket t where t.person = ? and ${SEEN} ${NEWEST}`;
  return [
    search("a number", { numbers: [number] }, byNumber, number),
    search("a NIK", { nik }, byPerson, vault.index("nik", nik)),
    search("a rare and a common name", { words: words(COMMON, RARE) }, named, ...terms(RARE, COMMON)),
    search("two common names", { words: words(COMMON, ALSO_COMMON) }, named, ...terms(COMMON, ALSO_COMMON)),
  ];
}

function counts(db: DatabaseSync, { village, dinsos, place, twelve }: Asked): HotQuery[] {
  const sql = openStatements(db);
  const upTo = db.prepare(
    `select count(*) as count from (select 1 from listed where key = ? and open = ? limit ${MOST_COUNTED})`,
  );
  const load = db.prepare("select count(*) as count from listed where key = ? and open = 1");
  const tabs = [
    { open: true },
    { open: false },
    { open: true, category: "card" as const },
    { open: true, area: place },
  ];
  const eight = [...tabs, ...tabs.map((tab) => ({ ...tab, holder: "v7" }))];
  const plans = eight.map((tab) => planOf({ ...tab, sight: dinsos }).branches);
  const own = [{}, ...tabs.slice(0, 3)];
  const ofVillage = own.map((tab) => planOf({ ...tab, sight: village }).branches);
  return [
    {
      name: "eight counts of the Dinsos",
      ours: () => eight.map((tab) => countOf(sql, { ...tab, sight: dinsos })),
      bare: () => plans.map((plan) => plan.map(({ key, open }) => upTo.get(key, Number(open)))),
    },
    {
      name: "four counts of a village",
      ours: () => own.map((tab) => countOf(sql, { ...tab, sight: village })),
      bare: () => ofVillage.map((plan) => plan.map(({ key, open }) => upTo.get(key, Number(open)))),
    },
    {
      name: "the loads of twelve officers",
      ours: () => twelve.map((id) => loadOf(sql, heldKeys("lamongan", id))),
      bare: () => twelve.map((id) => heldKeys("lamongan", id).map((key) => load.get(key))),
    },
  ];
}

export function placeIn(db: DatabaseSync, key: string, further: number): TicketCursor {
  const row = db
    .prepare("select at, ticket from listed where key = ? and open = 1 order by at desc, ticket desc limit 1 offset ?")
    .get(key, further);
  return { at: Number(row?.at), number: String(row?.ticket) };
}
