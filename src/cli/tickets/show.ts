import { Command } from "commander";
import { findDeliveries, isReachable } from "../../casework/desk/act-on-ticket.ts";
import { type Caller, mayRead, requireReadableHead, requireTicket } from "../../casework/desk/caller.ts";
import { revealNumbers } from "../../casework/desk/reveal.ts";
import { readThread } from "../../casework/desk/thread-page.ts";
import { defined } from "../../defined.ts";
import type { Runtime } from "../../runtime.ts";
import { osOperator } from "../operator.ts";
import { printLine as print } from "../print.ts";
import { printRow, withoutPerson } from "./print-ticket.ts";
import { NUMBER, readTicketNumber } from "./ticket-arguments.ts";
import { linesOf } from "./ticket-lines.ts";
import { withTicket } from "./with-ticket.ts";

type Options = { reveal?: string; by: string; json?: true };

export const showCommand = (): Command =>
  new Command("show")
    .argument("<number>", NUMBER, readTicketNumber)
    .option("--reveal <reason>", "show the full NIK and KK; the reason is written into the audit chain")
    .option("--by <officer>", "who looks", osOperator())
    .option("--json")
    .action((number: string, options: Options) =>
      withTicket(number, options.by, (runtime, caller) => showTicket(runtime, number, caller, options)),
    );

async function showTicket(runtime: Runtime, number: string, caller: Caller, { reveal, json }: Options): Promise<void> {
  if (reveal) await requireReadableHead(runtime, number, caller, "read");
  const head = await requireTicket(runtime, number, caller, "read");
  if (!mayRead(runtime, caller, head)) {
    printRow(runtime, caller, head, json);
    process.stderr.write(`${number} is confidential: its words are for a marked officer, with --by\n`);
    return;
  }
  const ticket = await readThread(runtime, head);
  const deliveries = Object.fromEntries(await findDeliveries(runtime, ticket));
  const revealed = reveal ? await revealNumbers(runtime, number, caller, reveal) : undefined;
  const unreachable = (await isReachable(runtime, ticket)) ? undefined : true;
  if (json) print(JSON.stringify({ ...withoutPerson(ticket), deliveries, ...defined({ unreachable, revealed }) }));
  else for (const line of linesOf(ticket, deliveries, { unreachable, revealed })) print(line);
}
