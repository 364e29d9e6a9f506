import { Command } from "commander";
import { AppError } from "../errors.ts";
import { dateInWib } from "../messaging/facts.ts";
import { lockKeys } from "../messaging/proof-limits.ts";
import { audited } from "../messaging/reveal.ts";
import { checkNumber } from "../register/nik.ts";
import type { Runtime } from "../runtime.ts";
import { districtNamed, withRuntime } from "./open.ts";
import { callerNamed, osOperator } from "./operator.ts";

type Options = { ticket?: string; district?: string; reason: string; by: string };

/** `sapa proof unlock NIK`: lifts the lock that wrong proofs have put on a person. */
export function command(): Command {
  const program = new Command().description("unlock a person locked by wrong proofs");
  program
    .command("unlock")
    .argument("[nik]")
    .option("--ticket <number>", "the person of this ticket, in place of a NIK")
    .option("--district <district>", "the office that unlocks; a lock holds in every district")
    .option("--reason <reason>", "how you know who asks; written into the audit chain", "shown at the counter")
    .option("--by <officer>", "who unlocks", osOperator())
    .action((nik: string | undefined, options: Options) =>
      withRuntime(async (runtime) => {
        if (options.district) districtNamed(runtime, options.district);
        const person = runtime.personOf(await nikOf(runtime, nik, options.ticket));
        const subject = options.ticket ?? person;
        const { by } = await callerNamed(runtime, options.by);
        await audited(runtime, { actor: by, action: "proof-unlock", subject, reason: options.reason });
        await runtime.store.clearCounts(lockKeys(person));
        process.stdout.write("unlocked\n");
      }),
    );
  return program;
}

/** One of the two: a number that somebody has shown, or that of the person whom a ticket is about. */
async function nikOf(runtime: Runtime, nik: string | undefined, ticket: string | undefined): Promise<string> {
  if ((nik === undefined) === (ticket === undefined)) throw new AppError("BAD_REQUEST", "give a NIK or --ticket");
  if (nik !== undefined) {
    const { valid, digits } = checkNumber(nik, { today: dateInWib(Date.now()), areas: runtime.areas });
    if (!valid) throw new AppError("BAD_REQUEST", "that is not a NIK", { details: { field: "nik" } });
    return digits;
  }
  const found = await runtime.store.ticket(ticket ?? "");
  if (!found) throw new AppError("TICKET_UNKNOWN", "no such ticket");
  if (!found.person.nik) throw new AppError("BAD_REQUEST", "this ticket is about nobody known by NIK; give the NIK");
  return found.person.nik;
}
