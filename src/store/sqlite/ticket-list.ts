import type { Sight } from "../../casework/sight.ts";
import type { Vault } from "../../privacy/vault.ts";
import type { TicketFilter } from "../ports/tickets.ts";
import { type Branch, branchesOf, joined } from "../ticket-branches.ts";
import type { Row, Sql } from "./shared-commit.ts";

type Condition = { sql: string; values: (string | number)[] };

const FROM: Record<Branch["key"], string> = {
  conversation: "conversation = ?",
  person: "person = ?",
  officer: "officer = ?",
  beside: "beside = ?",
  area: "area = ?",
  kecamatan: "kecamatan = ?",
  category: "category = ?",
  reason: "reason = ?",
  sensitive: "sensitive = 1 and ? = '1'",
  kind: "kind = ?",
  district: "district = ?",
};

/** The newest tickets of a filter, oldest first, each branch by its index. */
export function listedRows(sql: Sql, vault: Vault, filter: TicketFilter, limit: number): Row[] {
  const person = filter.nik === undefined ? undefined : vault.index("nik", filter.nik);
  const branches = branchesOf(filter, person);
  const rest = conditions(filter, person);
  const all: (Branch | undefined)[] = branches.length > 0 ? branches : [undefined];
  const rows = all.map((branch) =>
    rowsOf(sql, [...(branch ? [fromOf(branch)] : []), ...rest], limit).map((row) => ({
      row,
      number: String(row.number),
      openedAt: Number(row.opened_at),
    })),
  );
  return joined(rows, limit).map(({ row }) => row);
}

function rowsOf(sql: Sql, conditions: Condition[], limit: number): Row[] {
  const where = conditions.map((one) => one.sql).join(" and ") || "1 = 1";
  return sql.all(
    `select number, opened_at, sealed from ticket where ${where} order by opened_at desc, number desc limit ?`,
    ...conditions.flatMap(({ values }) => values),
    limit,
  );
}

function fromOf({ key, value, district, open }: Branch): Condition {
  const parts: [string, (string | number)[]][] = [[FROM[key], [value]]];
  if (district !== undefined && key !== "district") parts.unshift(["district = ?", [district]]);
  if (open !== undefined) parts.push(["open = ?", [Number(open)]]);
  return { sql: parts.map(([sql]) => sql).join(" and "), values: parts.flatMap(([, values]) => values) };
}

/** Everything that must hold of a row, whichever index it was found by. */
function conditions(filter: TicketFilter, person: string | undefined): Condition[] {
  const all: Condition[] = [];
  const add = (sql: string, ...values: (string | number | undefined)[]) => {
    if (values.every((value) => value !== undefined)) all.push({ sql, values });
  };
  const { area, officer, after, seenBy } = filter;
  add("district = ?", filter.district);
  add("open = ?", filter.open === undefined ? undefined : Number(filter.open));
  add("late_at < ?", filter.overdueAt);
  if (area !== undefined) all.push(withinArea(area));
  add("category = ?", filter.category);
  add("kind = ?", filter.kind);
  add("conversation = ?", filter.conversation);
  add("(officer = ? or beside = ?)", officer, officer);
  add("news = ?", filter.news ? 1 : undefined);
  add("person = ?", person);
  if (after) all.push({ sql: "(opened_at, number) < (?, ?)", values: [after.openedAt, after.number] });
  if (seenBy) all.push(seen(seenBy));
  return all;
}

const withinArea = (area: string): Condition => ({ sql: "area >= ? and area < ?", values: [area, `${area}:`] });

/** `inSight` of complaints/sight.ts, in SQL. */
function seen({ district, officer, areas, reasons, sensitive, data, doubt, hidden, opened }: Sight): Condition {
  const places = areas === "all" ? [{ sql: "1 = 1", values: [] }] : areas.map(withinArea);
  const place: Condition = {
    sql: places.length > 0 ? `(${places.map(({ sql }) => `(${sql})`).join(" or ")})` : "1 = 0",
    values: places.flatMap(({ values }) => values),
  };
  const owned: Condition = {
    sql: reasons ? `coalesce(reason, '') in (${reasons.map(() => "?").join(", ")})` : "1 = 1",
    values: [...(reasons ?? [])],
  };
  return {
    sql: `district = ? and (barred is null or instr(barred, ?) = 0)
      and category not in (${hidden.map(() => "?").join(", ")}) and (category in (${opened.map(() => "?").join(", ")}) or
      (sensitive = 1 and ?) or (sensitive = 0 and kind = 'data' and ?)
      or ((sensitive = 0 or (sensitive = 2 and ?)) and kind <> 'data' and (officer = ? or beside = ? or (${owned.sql} and ${place.sql}))))`,
    values: [
      district,
      ` ${officer} `,
      ...hidden,
      ...opened,
      Number(sensitive),
      Number(data),
      Number(doubt),
      officer,
      officer,
      ...owned.values,
      ...place.values,
    ],
  };
}
