import { randomUUID } from "node:crypto";
import { closeSync, openSync, rmSync, writeFileSync } from "node:fs";
import { Command } from "commander";
import { endingOf } from "../complaints/mentioned.ts";
import { isOverdue, type Ticket } from "../complaints/ticket.ts";
import { AppError } from "../errors.ts";
import { giveTicket, takeTicket } from "../messaging/assign.ts";
import { callerNamed, isOnlyMarked, ticketFor } from "../messaging/caller.ts";
import { actOnTicket, deliveriesOf, type OfficerAct, openCounterTicket } from "../messaging/casework.ts";
import { exportChat, printChat } from "../messaging/export.ts";
import { forgetChat } from "../messaging/forget.ts";
import { revealedNumbers } from "../messaging/reveal.ts";
import { fileOf } from "../messaging/ticket-file.ts";
import { pageOf } from "../messaging/ticket-page.ts";
import { withdrawConsent } from "../messaging/withdraw.ts";
import type { Runtime } from "../runtime.ts";
import { withRuntime } from "./open.ts";
import { osOperator } from "./operator.ts";
import { printLine as print } from "./print.ts";
import { amendCommand } from "./ticket-amend.ts";
import { linesOf, rowOf } from "./ticket-lines.ts";

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

/** `sapa tickets new|list|show|note|proceed|answer|wait|close|repaired|take|transfer|amend`. */
export function command(): Command {
  const program = new Command().description("work on citizens' tickets");
  program
    .command("list")
    .option("--district <district>")
    .option("--overdue", "only those whose clock has run out")
    .option("--area <code>", "Kemendagri code of a village or kecamatan, or its beginning")
    .option("--category <category>")
    .option("--kind <kind>", "complaint, repair, request or data")
    .option("--officer <id>", "the list of one officer")
    .option("--all", "closed ones too")
    .option("--limit <number>", "at most so many of a district", "200")
    .option("--after <page>", "the older ones, as the page before names them")
    .option("--json", "one JSON object a line")
    .action((filters: Filters) => withRuntime((runtime) => list(runtime, filters)));
  program
    .command("show")
    .argument("<number>")
    .option("--reveal <reason>", "show the full NIK and KK; the reason is written into the audit chain")
    .option("--by <officer>", "who looks", osOperator())
    .option("--json")
    .action((number: string, options: { reveal?: string; by: string; json?: true }) =>
      withRuntime((runtime) => show(runtime, number, options)),
    );
  program
    .command("file")
    .description("write a photo, voice or paper of a ticket into a file; who did it stands in the audit chain")
    .argument("<number>")
    .argument("<id>")
    .option("--out <file>", "where; its own name in this folder otherwise")
    .option("--by <officer>", "who looks", osOperator())
    .action((number: string, id: string, { out, by }: { out?: string; by: string }) =>
      withRuntime(async (runtime) => {
        const caller = await callerNamed(runtime, by);
        const ticket = await ticketFor(runtime, number, caller, "read");
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
        told(await openCounterTicket(runtime, { ...given, key: randomUUID() }, caller), json);
      }),
    );
  program
    .command("take")
    .description("put a ticket into one's own list")
    .argument("<number>")
    .requiredOption("--officer <id>")
    .option("--json")
    .action((number: string, { officer, json }: { officer: string; json?: true }) =>
      withRuntime(async (runtime) => {
        const { officer: taker } = await callerNamed(runtime, officer);
        if (!taker) throw new AppError("BAD_REQUEST", `there is no officer ${officer}`);
        told(await takeTicket(runtime, number, taker), json);
      }),
    );
  program
    .command("transfer")
    .description("give a ticket to another officer")
    .argument("<number>")
    .requiredOption("--to <officer>")
    .option("--by <officer>", "who gives it", osOperator())
    .option("--json")
    .action((number: string, { to, by, json }: { to: string; by: string; json?: true }) =>
      withRuntime(async (runtime) => told(await giveTicket(runtime, number, to, await callerNamed(runtime, by)), json)),
    );
  program.addCommand(amendCommand());
  const acts: Record<string, [OfficerAct, string]> = {
    note: ["noted", "for officers only"],
    proceed: ["proceeded", "go on without the citizen's answer, and say why, for officers only"],
    answer: ["answered", "answer the citizen in their chat"],
    wait: ["asked", "ask the citizen something; the clock stops until they write"],
    repaired: ["repaired", "say that the data are repaired, and settle the ticket"],
    close: ["closed", "settle the ticket"],
  };
  for (const [name, [type, about]] of Object.entries(acts)) {
    program
      .command(name)
      .description(about)
      .argument("<number>")
      .argument(type === "repaired" ? "[text...]" : "<text...>")
      .option("--by <officer>", "who acts", osOperator())
      .option("--json")
      .action((number: string, words: string[], options: { by: string; json?: true }) =>
        withRuntime(async (runtime) => {
          const caller = await callerNamed(runtime, options.by);
          const act = { id: randomUUID(), ...caller, type, text: words.join(" ") };
          told(await actOnTicket(runtime, number, act), options.json);
        }),
      );
  }
  const right = (name: string, about: string, fulfil: typeof forgetChat) =>
    program
      .command(name)
      .description(about)
      .argument("<number>")
      .requiredOption("--by <officer>", "an officer of the Dinsos")
      .option("--json")
      .action((number: string, { by, json }: { by: string; json?: true }) =>
        withRuntime(async (runtime) => told(await fulfil(runtime, number, await callerNamed(runtime, by)), json)),
      );
  right("forget", "fulfil HAPUS: erase what this chat has left, with a receipt", forgetChat);
  right("withdraw", "fulfil BATAL SETUJU: no more notices, with a receipt", withdrawConsent);
  program
    .command("export")
    .description("fulfil DATA SAYA: a copy of this chat's data into the chat, or into a file to be handed over")
    .argument("<number>")
    .requiredOption("--by <officer>", "an officer of the Dinsos")
    .option("--out <file>", "write it here instead of sending it")
    .action((number: string, { by, out }: { by: string; out?: string }) =>
      withRuntime(async (runtime) => {
        const caller = await callerNamed(runtime, by);
        if (!out) return told(await exportChat(runtime, number, caller));
        // The file is there before the request ends: there is one copy of it.
        const file = openSync(out, "wx", 0o600);
        try {
          const { ticket, text } = await printChat(runtime, number, caller);
          writeFileSync(file, `${text}\n`);
          return told(ticket);
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

const told = (ticket: Ticket, json?: true) =>
  print(json ? JSON.stringify(withoutPerson(ticket)) : rowOf(ticket, Date.now()));

/** Numbers of people leave only by `--reveal`. */
const withoutPerson = ({ person, mentioned, ...ticket }: Ticket) => ({
  ...ticket,
  mentioned: mentioned.map((one) => ({ entry: one.entry, label: one.label, ending: endingOf(one) })),
  person: { hasNik: person.nik !== undefined, hasKk: person.kk !== undefined, name: person.name ?? null },
});

/** Each district's list, or one's; what does not fit on the page is said. */
async function list({ store, districts }: Runtime, filters: Filters): Promise<void> {
  const { area, category, kind, all, limit, after, json, overdue, officer } = filters;
  const now = Date.now();
  for (const district of filters.district ? [filters.district] : districts.keys()) {
    const { tickets, next } = await pageOf(store, Number(limit), after, {
      district,
      ...(officer ? { officer } : {}),
      ...(area ? { area } : {}),
      ...(category ? { category } : {}),
      ...(kind ? { kind } : {}),
      ...(all ? {} : { open: true }),
      ...(overdue ? { overdueAt: now } : {}),
    });
    for (const ticket of tickets) {
      const { number } = ticket;
      if (isOnlyMarked(ticket)) print(json ? JSON.stringify({ number }) : `${number}  marked officers only`);
      else
        print(
          json ? JSON.stringify({ ...withoutPerson(ticket), overdue: isOverdue(ticket, now) }) : rowOf(ticket, now),
        );
    }
    if (!json) print(`${district}: ${tickets.length} tickets`);
    if (next) process.stderr.write(`there are older ones: --district ${district} --after ${next}\n`);
  }
}

async function show(
  runtime: Runtime,
  number: string,
  options: { reveal?: string; by: string; json?: true },
): Promise<void> {
  const caller = await callerNamed(runtime, options.by);
  const ticket = await ticketFor(runtime, number, caller, "read");
  const deliveries = Object.fromEntries(await deliveriesOf(runtime, ticket));
  const revealed = options.reveal ? await revealedNumbers(runtime, number, caller, options.reveal) : undefined;
  if (options.json) print(JSON.stringify({ ...withoutPerson(ticket), deliveries, ...(revealed ? { revealed } : {}) }));
  else for (const line of linesOf(ticket, deliveries, revealed)) print(line);
}
