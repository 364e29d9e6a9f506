import { randomUUID } from "node:crypto";
import { Command } from "commander";
import { openCounterTicket } from "../../casework/desk/act-on-ticket.ts";
import { noticeOnCounterTicket } from "../../casework/desk/officer-words.ts";
import { withRuntime } from "../open.ts";
import { osOperator, requireCaller } from "../operator.ts";
import { printChanged, printNotice } from "./print-ticket.ts";

export const newCommand = (): Command =>
  new Command("new")
    .description("for a citizen at the counter")
    .requiredOption("--district <district>")
    .requiredOption("--category <category>")
    .requiredOption("--text <text>", "what happened")
    .option("--nik <nik>")
    .option("--kk <kk>")
    .option("--name <name>")
    .option("--area <code>")
    .option("--programme <code>")
    .option("--by <officer>", "who writes it down", osOperator())
    .option("--json")
    .action(({ by, json, ...given }) =>
      withRuntime(async (runtime) => {
        const caller = await requireCaller(runtime, by);
        const opened = await openCounterTicket(runtime, { ...given, key: randomUUID() }, caller);
        await printChanged(runtime, caller, opened, json);
        const said = noticeOnCounterTicket(opened, given.category);
        if (said) printNotice(runtime, opened.number, said);
      }),
    );
