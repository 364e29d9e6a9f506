import { Command, Option } from "commander";
import { takeTicket } from "../../casework/desk/assign.ts";
import { AppError } from "../../vocabulary/errors.ts";
import { osOperator } from "../operator.ts";
import { printChanged } from "./print-ticket.ts";
import { EXPECT, NUMBER, readTicketNumber, readVersion } from "./ticket-arguments.ts";
import { withTicket } from "./with-ticket.ts";

type Given = { by: string; officer?: string; expect?: number; json?: true };

export const takeCommand = (): Command =>
  new Command("take")
    .description("put a ticket into one's own list")
    .argument("<number>", NUMBER, readTicketNumber)
    .option("--by <officer>", "who takes it", osOperator())
    .addOption(new Option("--officer <officer>").hideHelp()) // the option's name before release 0.2
    .option(...EXPECT, readVersion)
    .option("--json")
    .action((number: string, { by, officer, expect, json }: Given) =>
      withTicket(number, officer ?? by, async (runtime, { officer: taker }) => {
        if (!taker) throw new AppError("BAD_REQUEST", `${by} is no officer; --by names the officer who takes it`);
        await printChanged(runtime, { officer: taker }, await takeTicket(runtime, number, taker, { expect }), json);
      }),
    );
