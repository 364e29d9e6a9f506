import { readSession } from "../../conversation/engine/session.ts";
import { stripAt } from "../../conversation/engine/strip-session.ts";
import type { Messaging } from "../../messaging/messaging.ts";
import type { Ticket } from "../ticket.ts";
import type { Caller } from "./caller.ts";
import { dataRequest, sendReceipt } from "./data-rights.ts";

const TRIES = 5;

/** BATAL SETUJU: no notices any more, and the chat is bound to nobody's numbers. Reports and aid go on. */
export async function withdrawConsent(messaging: Messaging, number: string, caller: Caller): Promise<Ticket> {
  const { store } = messaging;
  const request = await dataRequest(messaging, number, caller, "withdraw");
  await store.withdrawConsent(request.conversation);
  await unbind(messaging, request.conversation);
  return sendReceipt(messaging, request, "withdraw", [{ key: "privacy.withdrawn", values: { number } }]);
}

/** Again where the citizen was writing at that moment. */
async function unbind({ store }: Messaging, conversation: string): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const stored = await store.storedSession(conversation);
    const session = readSession(stored?.session);
    if (!stored || !session) return;
    const { proof: _, ...rest } = session;
    const unbound = { ...rest, people: [] };
    if (await store.replaceSession({ ...stored, session: unbound }, stripAt(unbound))) return;
  }
}
