import { createInterface } from "node:readline";
import { Command } from "commander";
import { findTickets } from "../../casework/desk/find.ts";
import { many } from "../../many.ts";
import type { Runtime } from "../../runtime.ts";
import { AppError } from "../../vocabulary/errors.ts";
import { requireDistrict, withRuntime } from "../open.ts";
import { osOperator, requireCaller } from "../operator.ts";
import { printLine as print } from "../print.ts";
import { readLimit } from "./limit-option.ts";
import { printRow } from "./print-ticket.ts";

type Options = { district?: string; open?: true; closed?: true; after?: string; by: string; json?: true };

/** Reads the words from standard input, because the list of processes shows arguments. */
export const findCommand = (): Command =>
  new Command("find")
    .description(
      "find tickets by number, serial, NIK, words of a name or the end of a phone number, typed after the start",
    )
    .option("--district <district>")
    .option("--open", "open ones only")
    .option("--closed", "closed ones only")
    .option("--limit <number>", "at most so many of a district", "50")
    .option("--after <page>", "the older ones, as the page before names them")
    .option("--by <officer>", "who looks", osOperator())
    .option("--json", "one JSON object a line")
    .allowExcessArguments()
    .action((options: Options & { limit: string }, { args }: Command) => {
      if (args.length > 0) throw new AppError("BAD_REQUEST", NO_ARGUMENT);
      return withRuntime((runtime) => findAndPrint(runtime, options, readLimit(options.limit)));
    });

/** The error does not repeat the argument, which may be a NIK or a name. */
const NO_ARGUMENT =
  "sapa tickets find: takes no number and no name as an argument, since they would stand in the shell's history and in the list of processes; start it without and type them when it asks, or pipe them in: `... | npx --no sapa tickets find`";

async function findAndPrint(
  runtime: Runtime,
  { district, open, closed, after, by, json }: Options,
  limit: number,
): Promise<void> {
  if (open && closed) throw new AppError("BAD_REQUEST", "give --open or --closed");
  if (district) requireDistrict(runtime, district);
  const caller = await requireCaller(runtime, by);
  const state = open || closed ? { open: open === true } : {};
  const words = await typedWords();
  const own = caller.officer?.district ?? district;
  for (const one of own ? [own] : runtime.districts.keys()) {
    const { tickets, next } = await findTickets(runtime, { district: one, words, limit, after, ...state }, caller);
    for (const ticket of tickets) printRow(runtime, caller, ticket, json);
    if (!json) print(`${one}: ${many(tickets.length, "ticket")}`);
    if (next) process.stderr.write(`there may be older ones: --district ${one} --after ${next}\n`);
  }
}

async function typedWords(): Promise<string> {
  if (process.stdin.isTTY) process.stderr.write("number, NIK, name or end of a phone number: ");
  const lines = createInterface({ input: process.stdin });
  for await (const line of lines) {
    if (line.trim() === "") continue;
    lines.close();
    return line;
  }
  throw new AppError("BAD_REQUEST", "type what is searched for, one line");
}
