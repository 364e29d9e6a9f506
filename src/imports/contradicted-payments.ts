import { findContradictedPayments } from "../register/payments.ts";
import { Aid } from "../register/recipient.ts";
import type { NewGeneration } from "../store/ports/register.ts";
import type { Marking } from "./placeholders.ts";
import { NIKS_AT_ONCE } from "./shared-niks.ts";

export async function markContradictedPayments(
  generation: NewGeneration,
  { vault, seal, mark }: Pick<Marking, "vault" | "seal" | "mark">,
): Promise<void> {
  for (let after = ""; ; ) {
    const rows = await generation.sharedNiks(after, NIKS_AT_ONCE);
    const last = rows.at(-1);
    if (!last) return;
    after = last.nik;
    for (const group of Map.groupBy(rows, ({ nik }) => nik).values()) {
      const opened = group.map(({ hash, sealed }) => ({ ...Aid.parse(vault.open(sealed, seal)), hash }));
      for (const { hash } of findContradictedPayments(opened).flat()) mark(hash, "CONTRADICTED_PAYMENT");
    }
  }
}
