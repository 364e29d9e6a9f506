import { readSession } from "../../conversation/engine/session.ts";
import { stripAt } from "../../conversation/engine/strip-session.ts";
import type { Ticket } from "../ticket.ts";
import type { Caller, ExpectedVersion } from "./caller.ts";
import { beginDataRequest, checkNothing, sendConfirmation } from "./data-rights.ts";
import type { Desk } from "./desk.ts";

/** The chat gets no more mass notices and keeps no proof of a person. */
export async function withdrawConsent(desk: Desk, number: string, caller: Caller & ExpectedVersion): Promise<Ticket> {
  const { store } = desk;
  const request = await beginDataRequest(desk, number, caller, "withdraw", checkNothing);
  await store.withdrawConsent(request.conversation);
  await unbindSession(desk, request.conversation);
  return (await sendConfirmation(desk, request, "withdraw", [{ key: "privacy.withdrawn", values: { number } }])).ticket;
}

async function unbindSession({ store }: Desk, conversation: string): Promise<void> {
  for (;;) {
    const stored = await store.storedSession(conversation);
    const session = readSession(stored?.session);
    if (!stored || !session) return;
    const { proof: _, ...rest } = session;
    const unbound = { ...rest, people: [] };
    if (await store.replaceSession({ ...stored, session: unbound }, stripAt(unbound))) return;
  }
}
