import { Command } from "commander";
import { unlockByTicket, unlockPerson } from "../casework/desk/unlock.ts";
import { checkNik } from "../register/nik.ts";
import type { Runtime } from "../runtime.ts";
import { DEFAULT_ZONE, dateIn } from "../time.ts";
import { AppError } from "../vocabulary/errors.ts";
import { requireDistrict, withRuntime } from "./open.ts";
import { osOperator, requireCaller } from "./operator.ts";
import { printLine } from "./print.ts";
import { readTicketNumber } from "./tickets/ticket-arguments.ts";
import { explainUnseen } from "./tickets/with-ticket.ts";

type Options = { ticket?: string; mentioned?: string; district?: string; reason: string; by: string };

export function command(): Command {
  const program = new Command().description("unlock a person locked by wrong proofs");
  program
    .command("unlock")
    .argument("[nik]")
    .option("--ticket <number>", "the person of this ticket, in place of a NIK", readTicketNumber)
    .option("--mentioned <entry>", "with --ticket: whose NIK that entry mentions, an event's id or text")
    .option("--district <district>", "the office that unlocks; a lock holds in every district")
    .option("--reason <reason>", "how you know who asks; written into the audit chain", "shown at the counter")
    .option("--by <officer>", "who unlocks", osOperator())
    .action((nik: string | undefined, options: Options) => withRuntime((runtime) => unlock(runtime, nik, options)));
  return program;
}

async function unlock(runtime: Runtime, nik: string | undefined, options: Options): Promise<void> {
  const { ticket, mentioned, district, reason } = options;
  if ((nik === undefined) === (ticket === undefined)) throw new AppError("BAD_REQUEST", "give a NIK or --ticket");
  if (district) requireDistrict(runtime, district);
  const caller = await requireCaller(runtime, options.by);
  let wasLocked: boolean;
  if (ticket !== undefined)
    wasLocked = await explainUnseen(runtime, ticket, caller, () =>
      unlockByTicket(runtime, ticket, caller, { reason, mentioned }),
    );
  else {
    if (caller.officer && caller.officer.rung !== "dinsos")
      throw new AppError("NOT_YOURS", `${caller.by} may not unlock: an officer of the Dinsos does`);
    const digits = requireNik(runtime, nik ?? "");
    wasLocked = await unlockPerson(runtime, digits, { actor: caller.by, subject: runtime.personOf(digits), reason });
  }
  printLine(wasLocked ? "unlocked" : "was not locked; a proof that fails now has another cause");
}

function requireNik({ areas }: Runtime, nik: string): string {
  const { valid, digits } = checkNik(nik, { today: dateIn(Date.now(), DEFAULT_ZONE), areas });
  if (!valid) throw new AppError("BAD_REQUEST", "that is not a NIK", { details: { field: "nik" } });
  return digits;
}
