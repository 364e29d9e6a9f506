import { Command } from "commander";
import { takeTicket } from "../../casework/desk/assign.ts";
import { AppError } from "../../vocabulary/errors.ts";
import { withRuntime } from "../open.ts";
import { requireCaller } from "../operator.ts";
import { printChanged } from "./print-ticket.ts";
import { EXPECT, NUMBER, readTicketNumber, readVersion } from "./ticket-arguments.ts";

export const takeCommand = (): Command =>
  new Command("take")
    .description("put a ticket into one's own list")
    .argument("<number>", NUMBER, readTicketNumber)
    .requiredOption("--officer <id>")
    .option(...EXPECT, readVersion)
    .option("--json")
    .action((number: string, { officer, expect, json }: { officer: string; expect?: number; json?: true }) =>
      withRuntime(async (runtime) => {
        const { officer: taker } = await requireCaller(runtime, officer);
        if (!taker) throw new AppError("BAD_REQUEST", `there is no officer ${officer}`);
        await printChanged(runtime, { officer: taker }, await takeTicket(runtime, number, taker, { expect }), json);
      }),
    );
