import { Command } from "commander";
import { AppError } from "../errors.ts";
import { dateInWib } from "../messaging/facts.ts";
import { lockKeys } from "../messaging/proof-limits.ts";
import { audited } from "../messaging/reveal.ts";
import { checkNumber } from "../register/nik.ts";
import { withRuntime } from "./open.ts";

/** `sapa proof unlock NIK`: lifts the lock that wrong proofs have put on a person. */
export function command(): Command {
  const program = new Command().description("unlock a person locked by wrong proofs");
  program
    .command("unlock")
    .argument("<nik>")
    .requiredOption("--reason <reason>", "how you know who asks; written into the audit chain")
    .option("--by <officer>", "who unlocks", "cli")
    .action((nik: string, { reason, by }: { reason: string; by: string }) =>
      withRuntime(async (runtime) => {
        const { valid, digits } = checkNumber(nik, { today: dateInWib(Date.now()), areas: runtime.areas });
        if (!valid) throw new AppError("BAD_REQUEST", "that is not a NIK", { details: { field: "nik" } });
        const person = runtime.personOf(digits);
        await audited(runtime, { actor: by, action: "proof-unlock", subject: person, reason });
        await runtime.store.clearCounts(lockKeys(person));
        process.stdout.write("unlocked\n");
      }),
    );
  return program;
}
