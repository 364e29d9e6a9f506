import { createHmac } from "node:crypto";
import { defined } from "../../defined.ts";
import { nextEntry } from "../../privacy/audit.ts";
import { maskNumbers } from "../../register/find-numbers.ts";
import { AppError } from "../../vocabulary/errors.ts";
import { checkStep } from "../apply.ts";
import { requireReason } from "../reason.ts";
import type { Ticket } from "../ticket.ts";
import { type Caller, callerKey, requireReadableHead } from "./caller.ts";
import type { Desk } from "./desk.ts";

const DAY = 86_400_000;
const REVEALS_A_DAY = 20;

type AuditChain = Pick<Desk, "store" | "auditKey">;

export const auditKeyFrom = (indexKey: Buffer): Buffer => createHmac("sha256", indexKey).update("audit chain").digest();

/**
 * Rejects as `requireReadableHead`, `requireReason` and, for an officer, `checkStep` do, and with:
 * - NOTHING_TO_REVEAL: the ticket keeps no number.
 * - REVEAL_LIMIT: the caller has seen the numbers of `REVEALS_A_DAY` other tickets.
 */
export async function revealNumbers(
  desk: Pick<Desk, "store" | "districts" | "auditKey" | "log">,
  ticketNumber: string,
  caller: Caller,
  reason: string,
): Promise<Pick<Ticket["person"], "nik" | "kk" | "phone"> & Pick<Ticket, "mentioned">> {
  const { store, log } = desk;
  const ticket = await requireReadableHead(desk, ticketNumber, caller, "reveal");
  const why = requireReason(reason);
  if (caller.officer) checkStep(ticket, "reveal");
  const { person, mentioned } = ticket;
  if (!person.nik && !person.kk && !person.phone && mentioned.length === 0)
    throw new AppError("NOTHING_TO_REVEAL", "this ticket keeps no NIK, no KK and no phone number");
  const who = callerKey(caller);
  const rule = { key: `reveal:${who}`, limit: REVEALS_A_DAY, window: DAY, add: 1, once: ticketNumber } as const;
  if ((await store.count([rule])).exceeded) {
    await store.takeBack([rule]);
    log(
      "warn",
      { alarm: "reveals", officer: who, district: ticket.district },
      "full numbers shown up to the day's limit",
    );
    throw new AppError("REVEAL_LIMIT", `the numbers of ${REVEALS_A_DAY} tickets were shown today`, {
      details: { values: { limit: REVEALS_A_DAY } },
    });
  }
  const actor = caller.officer?.id ?? caller.by;
  await auditAct(desk, { actor, action: "reveal", subject: ticketNumber, reason: why });
  const { nik, kk, phone } = person;
  return { ...defined({ nik, kk, phone }), mentioned };
}

/** Masks numbers in the reason. */
export async function auditAct(
  { store, auditKey }: AuditChain,
  line: { actor: string; action: string; subject: string; reason: string },
): Promise<void> {
  await store.appendAudit((last) =>
    nextEntry(last, { at: Date.now(), ...line, reason: maskNumbers(line.reason) }, auditKey),
  );
}
