import { randomUUID } from "node:crypto";
import { closeSync, openSync, rmSync, writeFileSync } from "node:fs";
import { Command } from "commander";
import { allKeys } from "../casework/access.ts";
import { actOnTicket, deliveriesOf, openCounterTicket, staysOpen } from "../casework/desk/act-on-ticket.ts";
import { giveTicket, takeTicket } from "../casework/desk/assign.ts";
import { mayRead, ticketFor, ticketToRead } from "../casework/desk/caller.ts";
import { checkFilter } from "../casework/desk/check-filter.ts";
import { exportChat, printChat } from "../casework/desk/export.ts";
import { forgetChat } from "../casework/desk/forget.ts";
import { counterSaid, dangerSaid } from "../casework/desk/own-words.ts";
import { revealedNumbers } from "../casework/desk/reveal.ts";
import { fileOf } from "../casework/desk/ticket-file.ts";
import { pageOf } from "../casework/desk/ticket-page.ts";
import { withdrawConsent } from "../casework/desk/withdraw.ts";
import { defined } from "../defined.ts";
import { many } from "../many.ts";
import type { Runtime } from "../runtime.ts";
import { OFFICER_ACTS, type OfficerAct } from "../vocabulary/acts.ts";
import { AppError, wrongField } from "../vocabulary/errors.ts";
import { KINDS } from "../vocabulary/lists.ts";
import type { Text } from "../vocabulary/message.ts";
import { withRuntime } from "./open.ts";
import { callerNamed, osOperator } from "./operator.ts";
import { printLine as print } from "./print.ts";
import { amendCommand } from "./tickets/amend.ts";
import { findCommand } from "./tickets/find.ts";
import { linesOf } from "./tickets/lines.ts";
import { EXPECT, NUMBER, ticketNamed, versionNamed } from "./tickets/named.ts";
import { endPartCommand, partsCommand, shareCommand } from "./tickets/parts.ts";
import { printRow, tellRaised, withoutPerson } from "./tickets/shown.ts";

type Filters = {
  district?: string;
  overdue?: true;
  area?: string;
  category?: string;
  kind?: string;
  all?: true;
  officer?: string;
  limit: string;
  after?: string;
  json?: true;
};

const ABOUT: Record<OfficerAct, string> = {
  note: "for officers only",
  proceed: "go on without the citizen's answer, and say why, for officers only",
  answer: "answer the citizen in their chat",
  ask: "ask the citizen something; the clock stops until they write",
  repair: "say that the data are repaired, and settle the ticket",
  close: "settle the ticket",
};

/** Name, act, and whether help leaves it out: `wait` and `repaired` are the names of releases before 0.2. */
const ACT_COMMANDS: readonly [name: string, act: OfficerAct, hidden: boolean][] = [
  ...OFFICER_ACTS.map((act): [string, OfficerAct, boolean] => [act, act, false]),
  ["wait", "ask", true],
  ["repaired", "repair", true],
];

/** `sapa tickets new|list|find|show|note|proceed|answer|ask|repair|close|take|transfer|share|end-part|parts|amend`. */
export function command(): Command {
  const program = new Command().description("work on citizens' tickets");
  program
    .command("list")
    .option("--district <district>")
    .option("--overdue", "only those whose clock has run out")
    .option("--area <code>", "Kemendagri code of a village or kecamatan, or its beginning")
    .option("--category <category>")
    .option("--kind <kind>", KINDS.join(", "))
    .option("--officer <id>", "the list of one officer")
    .option("--all", "closed ones too")
    .option("--limit <number>", "at most so many of a district", "200")
    .option("--after <page>", "the older ones, as the page before names them")
    .option("--json", "one JSON object a line")
    .action((filters: Filters) => withRuntime((runtime) => list(runtime, filters)));
  program
    .command("show")
    .argument("<number>", NUMBER, ticketNamed)
    .option("--reveal <reason>", "show the full NIK and KK; the reason is written into the audit chain")
    .option("--by <officer>", "who looks", osOperator())
    .option("--json")
    .action((number: string, options: { reveal?: string; by: string; json?: true }) =>
      withRuntime((runtime) => show(runtime, number, options)),
    );
  program
    .command("file")
    .description("write a photo, voice or paper of a ticket into a file; who did it stands in the audit chain")
    .argument("<number>", NUMBER, ticketNamed)
    .argument("<id>")
    .option("--out <file>", "where; its own name in this folder otherwise")
    .option("--by <officer>", "who looks", osOperator())
    .action((number: string, id: string, { out, by }: { out?: string; by: string }) =>
      withRuntime(async (runtime) => {
        const caller = await callerNamed(runtime, by);
        const ticket = await ticketToRead(runtime, number, caller, "read");
        const { bytes, name } = await fileOf(runtime, ticket, id, caller.by);
        writeFileSync(out ?? name, bytes, { mode: 0o600, flag: "wx" });
        print(out ?? name);
      }),
    );
  program
    .command("new")
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
        const caller = await callerNamed(runtime, by);
        const opened = await openCounterTicket(runtime, { ...given, key: randomUUID() }, caller);
        printRow(runtime, caller, opened, json);
        const said = counterSaid(opened, given.category);
        if (said) tell(runtime, opened.number, said);
      }),
    );
  program
    .command("take")
    .description("put a ticket into one's own list")
    .argument("<number>", NUMBER, ticketNamed)
    .requiredOption("--officer <id>")
    .option(...EXPECT, versionNamed)
    .option("--json")
    .action((number: string, { officer, expect, json }: { officer: string; expect?: number; json?: true }) =>
      withRuntime(async (runtime) => {
        const { officer: taker } = await callerNamed(runtime, officer);
        if (!taker) throw new AppError("BAD_REQUEST", `there is no officer ${officer}`);
        printRow(runtime, { officer: taker }, await takeTicket(runtime, number, taker, { expect }), json);
      }),
    );
  program
    .command("transfer")
    .description("give a ticket to another officer")
    .argument("<number>", NUMBER, ticketNamed)
    .requiredOption("--to <officer>")
    .option("--by <officer>", "who gives it", osOperator())
    .option(...EXPECT, versionNamed)
    .option("--json")
    .action((number: string, { to, by, expect, json }: { to: string; by: string; expect?: number; json?: true }) =>
      withRuntime(async (runtime) => {
        const caller = await callerNamed(runtime, by);
        printRow(runtime, caller, await giveTicket(runtime, number, to, { ...caller, expect }), json);
      }),
    );
  program.addCommand(amendCommand());
  program.addCommand(findCommand(limitIn));
  program.addCommand(shareCommand());
  program.addCommand(endPartCommand());
  program.addCommand(partsCommand(limitIn));
  for (const [name, type, hidden] of ACT_COMMANDS) {
    program
      .command(name, { hidden })
      .description(ABOUT[type])
      .argument("<number>", NUMBER, ticketNamed)
      .argument(type === "repair" ? "[text...]" : "<text...>")
      .option("--by <officer>", "who acts", osOperator())
      .option(...EXPECT, versionNamed)
      .option("--unfulfilled", "with close: a request about data was not done, and the citizen reads so")
      .option("--json")
      .action(
        (number: string, words: string[], options: { by: string; expect?: number; unfulfilled?: true; json?: true }) =>
          withRuntime(async (runtime) => {
            const caller = await callerNamed(runtime, options.by);
            const id = randomUUID();
            const act = {
              id,
              ...caller,
              type,
              text: words.join(" "),
              unfulfilled: options.unfulfilled,
              expect: options.expect,
            };
            const before = await runtime.store.ticket(number);
            const after = await actOnTicket(runtime, number, act);
            printRow(runtime, caller, after, options.json);
            tellRaised(before, after);
            const stays = staysOpen(after, type) ? { key: "casework.questionStays" } : undefined;
            const said = dangerSaid(after, caller, id) ?? stays;
            if (said) tell(runtime, number, said);
          }),
      );
  }
  const right = (name: string, about: string, fulfil: typeof forgetChat) =>
    program
      .command(name)
      .description(about)
      .argument("<number>", NUMBER, ticketNamed)
      .requiredOption("--by <officer>", "an officer of the Dinsos")
      .option("--json")
      .action((number: string, { by, json }: { by: string; json?: true }) =>
        withRuntime(async (runtime) => {
          const caller = await callerNamed(runtime, by);
          printRow(runtime, caller, await fulfil(runtime, number, caller), json);
        }),
      );
  right("forget", "fulfil HAPUS: erase what this chat has left, with a receipt", forgetChat);
  right("withdraw", "fulfil BATAL SETUJU: no more notices, with a receipt", withdrawConsent);
  program
    .command("export")
    .description("fulfil DATA SAYA: a copy of this chat's data into the chat, or into a file to be handed over")
    .argument("<number>", NUMBER, ticketNamed)
    .requiredOption("--by <officer>", "an officer of the Dinsos")
    .option("--out <file>", "write it here instead of sending it")
    .action((number: string, { by, out }: { by: string; out?: string }) =>
      withRuntime(async (runtime) => {
        const caller = await callerNamed(runtime, by);
        if (!out) return printRow(runtime, caller, await exportChat(runtime, number, caller));
        // The file is there before the request ends: there is one copy of it.
        const file = openSync(out, "wx", 0o600);
        try {
          const { ticket, text } = await printChat(runtime, number, caller);
          writeFileSync(file, `${text}\n`);
          return printRow(runtime, caller, ticket);
        } catch (thrown) {
          rmSync(out);
          throw thrown;
        } finally {
          closeSync(file);
        }
      }),
    );
  return program;
}

/** Rows that a page holds at most. */
const MOST_ROWS = 1_000;

function limitIn(given: string): number {
  const limit = /^\d{1,6}$/.test(given) ? Number(given) : 0;
  if (limit >= 1 && limit <= MOST_ROWS) return limit;
  throw wrongField("limit", `a whole number from 1 to ${MOST_ROWS}, not ${given}`);
}

/** Says beside a command's output what the API says in its `notice`. */
const tell = ({ translate }: Runtime, number: string, said: Text) =>
  process.stderr.write(`${number}: ${translate("en", said)}\n`);

/** Each district's list, or one's; what does not fit on the page is said. */
async function list(runtime: Runtime, filters: Filters): Promise<void> {
  const { store, districts } = runtime;
  const { all, limit, after, json, overdue } = filters;
  const now = Date.now();
  const rows = limitIn(limit);
  const given = await checkFilter(runtime, filters);
  for (const district of filters.district ? [filters.district] : districts.keys()) {
    const { tickets, next } = await pageOf(
      store,
      { district, keys: allKeys(district) },
      {
        ...given,
        limit: rows,
        after,
        ...(all ? {} : { open: true }),
        ...(overdue ? { overdueAt: now } : {}),
      },
    );
    for (const ticket of tickets) printRow(runtime, {}, ticket, json);
    if (!json) print(`${district}: ${many(tickets.length, "ticket")}`);
    if (next) process.stderr.write(`there are older ones: --district ${district} --after ${next}\n`);
  }
}

async function show(
  runtime: Runtime,
  number: string,
  options: { reveal?: string; by: string; json?: true },
): Promise<void> {
  const caller = await callerNamed(runtime, options.by);
  const ticket = await (options.reveal ? ticketToRead : ticketFor)(runtime, number, caller, "read");
  if (!mayRead(runtime, caller, ticket)) {
    printRow(runtime, caller, ticket, options.json);
    process.stderr.write(`${number} is confidential: its words are for a marked officer, with --by\n`);
    return;
  }
  const deliveries = Object.fromEntries(await deliveriesOf(runtime, ticket));
  const revealed = options.reveal ? await revealedNumbers(runtime, number, caller, options.reveal) : undefined;
  if (options.json) print(JSON.stringify({ ...withoutPerson(ticket), deliveries, ...defined({ revealed }) }));
  else for (const line of linesOf(ticket, deliveries, revealed)) print(line);
}
