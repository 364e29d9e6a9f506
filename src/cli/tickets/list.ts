import { Command } from "commander";
import { allKeys } from "../../casework/access.ts";
import { sightFor } from "../../casework/desk/caller.ts";
import { checkFilter } from "../../casework/desk/read-filter.ts";
import { findPage } from "../../casework/desk/ticket-page.ts";
import { many } from "../../many.ts";
import type { Runtime } from "../../runtime.ts";
import { wrongField } from "../../vocabulary/errors.ts";
import { KINDS } from "../../vocabulary/lists.ts";
import { withRuntime } from "../open.ts";
import { requireCaller } from "../operator.ts";
import { printLine as print } from "../print.ts";
import { readLimit } from "./limit-option.ts";
import { printRow } from "./print-ticket.ts";

type Filters = {
  district?: string;
  overdue?: true;
  area?: string;
  category?: string;
  kind?: string;
  all?: true;
  officer?: string;
  by?: string;
  limit: string;
  after?: string;
  json?: true;
};

export const listCommand = (): Command =>
  new Command("list")
    .option("--district <district>")
    .option("--overdue", "only those whose clock has run out")
    .option("--area <code>", "Kemendagri code of a village or kecamatan, or its beginning")
    .option("--category <category>")
    .option("--kind <kind>", KINDS.join(", "))
    .option("--officer <id>", "the list of one officer")
    .option("--by <officer>", "who looks: what that officer sees; without it all numbers of the district")
    .option("--all", "closed ones too")
    .option("--limit <number>", "at most so many of a district", "200")
    .option("--after <page>", "the older ones, as the page before names them")
    .option("--json", "one JSON object a line")
    .action((filters: Filters) => withRuntime((runtime) => printLists(runtime, filters)));

async function printLists(runtime: Runtime, filters: Filters): Promise<void> {
  const { store, districts } = runtime;
  const { all, limit, after, json, overdue, by } = filters;
  const caller = by === undefined ? undefined : await requireCaller(runtime, by);
  const own = caller?.officer?.district;
  if (own && filters.district && filters.district !== own)
    throw wrongField("district", `${by} is an officer of ${own}`);
  const only = own ?? filters.district;
  const now = Date.now();
  const rows = readLimit(limit);
  const given = await checkFilter(runtime, filters);
  for (const district of only ? [only] : districts.keys()) {
    const { tickets, next } = await findPage(
      store,
      caller ? sightFor(runtime, caller.officer, district) : { district, keys: allKeys(district) },
      {
        ...given,
        limit: rows,
        after,
        ...(all ? {} : { open: true }),
        ...(overdue ? { overdueAt: now } : {}),
      },
    );
    for (const ticket of tickets) printRow(runtime, caller ?? {}, ticket, json);
    if (!json) print(`${district}: ${many(tickets.length, "ticket")}`);
    if (next) process.stderr.write(`there are older ones: --district ${district} --after ${next}\n`);
  }
}
