import type { Notice } from "../notice.ts";
import type { Officer } from "../officer.ts";
import type { Ticket } from "../ticket.ts";
import { callOfficer } from "./announce.ts";
import { findStates, isSent, PATIENCE } from "./call-states.ts";
import type { Desk } from "./desk.ts";
import { settleNotice } from "./notices.ts";
import { correctPromise } from "./tell-citizen-in-danger.ts";
import { alarmOperators } from "./urgent-alarm.ts";

/**
 * - `told`: an active officer whom a later call reached; `call` is this call.
 * - `waits`: the newest of these calls may still be sent in time.
 */
export async function findReachedStandIn(
  desk: Pick<Desk, "store">,
  { id: callId, instead = [] }: Notice,
  officers: readonly Officer[],
): Promise<{ told?: Officer; call?: Notice; waits: boolean }> {
  let waits = false;
  for (const { officer: called, at, calls } of instead) {
    const states = await findStates(desk, { calls });
    const told = isSent(states) ? officers.find(({ id, active }) => active && id === called) : undefined;
    if (told) return { told, call: { officer: told.id, id: `instead-${callId}`, due: at, calls }, waits: false };
    waits = states.some((state) => state !== "failed") && Date.now() - at < PATIENCE;
  }
  return { waits };
}

type Missed = { missed: "unreached" | "late"; next: Officer | undefined; isWaiting: boolean };

export async function noteMissedCall(
  desk: Desk,
  ticket: Ticket,
  notice: Notice,
  { missed, next, isWaiting }: Missed,
): Promise<void> {
  const now = Date.now();
  const called = next && !isWaiting ? await callOfficer(desk, next, ticket, { id: `instead-${notice.id}` }) : undefined;
  const isNobodyLeft = !next && !isWaiting && notice.officer === ticket.officer && !notice.nobody;
  if (isNobodyLeft || !notice.missed) alarmOperators(desk, ticket, isNobodyLeft ? NOBODY_TOLD : ONE_NOT_TOLD);
  if (isNobodyLeft && !notice.news) await correctPromise(desk, ticket);
  if (!isNobodyLeft && !called && missed === notice.missed) return;
  const instead = [
    ...(notice.instead ?? []),
    ...(called ? [{ officer: called.officer, at: now, calls: called.calls ?? [] }] : []),
  ];
  const again = { ...notice, missed, ...(isNobodyLeft ? { nobody: true as const } : {}) };
  await settleNotice(desk, ticket, notice, now, { again: instead.length > 0 ? { ...again, instead } : again });
}

export const ONE_NOT_TOLD = "an officer could not be told that somebody is in danger";
export const TOLD_NOW = "an officer has been told by now that somebody is in danger";
const NOBODY_TOLD = "no officer could be told that somebody is in danger";
