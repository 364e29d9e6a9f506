import { randomUUID } from "node:crypto";
import { Command } from "commander";
import { allKeys } from "../../casework/access.ts";
import { noticeOnPartNotTold } from "../../casework/desk/not-told.ts";
import { endPart, requireOffice, shareTicket } from "../../casework/desk/parts.ts";
import { checkFilter } from "../../casework/desk/read-filter.ts";
import { nextPage, parseCursor } from "../../casework/desk/ticket-page.ts";
import { defined } from "../../defined.ts";
import { many } from "../../many.ts";
import type { Runtime } from "../../runtime.ts";
import { OFFICES, PART_ANSWERS } from "../../vocabulary/lists.ts";
import { withRuntime } from "../open.ts";
import { osOperator } from "../operator.ts";
import { printLine as print } from "../print.ts";
import { readLimit } from "./limit-option.ts";
import { printChanged, printNotice, printRow } from "./print-ticket.ts";
import { EXPECT, NUMBER, readTicketNumber, readVersion } from "./ticket-arguments.ts";
import { withTicket } from "./with-ticket.ts";

type Acting = { by: string; expect?: number; json?: true };

export const shareCommand = (): Command =>
  new Command("share")
    .description("give an office a part of a ticket, with a clock of its own; the citizen is told so")
    .argument("<number>", NUMBER, readTicketNumber)
    .argument("<office>", OFFICES.join(", "))
    .argument("<text...>", "what is asked of the office; the citizen does not read it")
    .option("--to <officer>", "an officer of the office; its open part goes to them where it has one")
    .option("--by <officer>", "who acts", osOperator())
    .option(...EXPECT, readVersion)
    .option("--json")
    .action((number: string, office: string, words: string[], { by, json, ...given }: Acting & { to?: string }) =>
      withTicket(number, by, async (runtime, caller) => {
        const share = { ...given, ...caller, id: randomUUID(), office, text: words.join(" ") };
        const ticket = await shareTicket(runtime, number, share);
        await printChanged(runtime, caller, ticket, json);
        const said = await noticeOnPartNotTold(runtime, ticket, requireOffice(office), caller);
        if (said) printNotice(runtime, number, said);
      }),
    );

export const endPartCommand = (): Command =>
  new Command("end-part")
    .description("end an office's part: its officer says how, a supervisor says why")
    .argument("<number>", NUMBER, readTicketNumber)
    .argument("<text...>", "what was found; the citizen reads it where the part is done")
    .option("--office <office>", "whose part; may be left out where it is one's own, or the only one")
    .option("--outcome <outcome>", PART_ANSWERS.join(", "))
    .option("--by <officer>", "who acts", osOperator())
    .option(...EXPECT, readVersion)
    .option("--json")
    .action((number: string, words: string[], { by, json, ...given }: Acting & { office?: string; outcome?: string }) =>
      withTicket(number, by, async (runtime, caller) => {
        const end = { ...given, ...caller, id: randomUUID(), text: words.join(" ") };
        await printChanged(runtime, caller, await endPart(runtime, number, end), json);
      }),
    );

type Listing = { district?: string; officer?: string; limit: string; after?: string; json?: true };

export const partsCommand = (): Command =>
  new Command("parts")
    .description("the open parts of an office, those that run out next first")
    .argument("<office>", OFFICES.join(", "))
    .option("--district <district>")
    .option("--officer <id>", "those of one officer")
    .option("--limit <number>", "at most so many of a district", "200")
    .option("--after <page>", "those that run out later, as the page before names them")
    .option("--json", "one JSON object a line")
    .action((office: string, options: Listing) =>
      withRuntime((runtime) => printParts(runtime, office, { ...options, limit: readLimit(options.limit) })),
    );

async function printParts(
  runtime: Runtime,
  given: string,
  { after, officer, json, limit, ...where }: Omit<Listing, "limit"> & { limit: number },
): Promise<void> {
  const office = requireOffice(given);
  await checkFilter(runtime, { district: where.district, officer });
  for (const district of where.district ? [where.district] : runtime.districts.keys()) {
    const { heads, next } = await runtime.store.parts({
      sight: { district, keys: allKeys(district) },
      office,
      limit,
      ...defined({ officer, after: after === undefined ? undefined : parseCursor(after) }),
    });
    for (const ticket of heads) printRow(runtime, {}, ticket, json);
    if (!json) print(`${district}: ${many(heads.length, "ticket")}`);
    const { next: page } = nextPage(next);
    if (page) process.stderr.write(`there are later ones: --district ${district} --after ${page}\n`);
  }
}
