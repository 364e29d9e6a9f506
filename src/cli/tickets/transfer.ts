import { Command } from "commander";
import { giveTicket } from "../../casework/desk/assign.ts";
import { noticeOnNotTold } from "../../casework/desk/not-told.ts";
import { osOperator } from "../operator.ts";
import { printChanged, printNotice } from "./print-ticket.ts";
import { EXPECT, NUMBER, readTicketNumber, readVersion } from "./ticket-arguments.ts";
import { withTicket } from "./with-ticket.ts";

type Given = { to: string; by: string; expect?: number; json?: true };

export const transferCommand = (): Command =>
  new Command("transfer")
    .description("give a ticket to another officer")
    .argument("<number>", NUMBER, readTicketNumber)
    .requiredOption("--to <officer>")
    .option("--by <officer>", "who gives it", osOperator())
    .option(...EXPECT, readVersion)
    .option("--json")
    .action((number: string, { to, by, expect, json }: Given) =>
      withTicket(number, by, async (runtime, caller) => {
        const ticket = await giveTicket(runtime, number, to, { ...caller, expect });
        await printChanged(runtime, caller, ticket, json);
        const said = await noticeOnNotTold(runtime, ticket, to, caller);
        if (said) printNotice(runtime, number, said);
      }),
    );
