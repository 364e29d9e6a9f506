import type { Text } from "../../vocabulary/message.ts";
import { searchWords } from "../search.ts";
import type { Ticket, TicketHead } from "../ticket.ts";
import type { Caller, ExpectedVersion } from "./caller.ts";
import { beginDataRequest, checkNothing, sendConfirmation } from "./data-rights.ts";
import type { Desk } from "./desk.ts";

const AT_ONCE = 100;

/** `finishForgetting` erases the address later. */
export async function forgetChat(desk: Desk, number: string, caller: Caller & ExpectedVersion): Promise<Ticket> {
  const { store, log } = desk;
  const request = await beginDataRequest(desk, number, caller, "forget", checkNothing);
  const { conversation } = request;
  const until = await store.markForgotten(conversation);
  const others = await otherTickets(desk, request.ticket);
  const { ticket: ended } = await sendConfirmation(desk, request, "forget", confirmationOf(number, others));
  for (const ticket of others.filter(({ state }) => state === "closed")) await eraseRest(desk, ticket);
  const dropped = await store.eraseChat(conversation, until);
  log("info", { ticket: number, dropped }, "chat forgotten");
  return ended;
}

async function otherTickets({ store }: Desk, { number, conversation = "" }: Ticket): Promise<TicketHead[]> {
  const all = await store.ticketsOf({ conversation });
  return all.filter((one) => one.number !== number);
}

function confirmationOf(number: string, others: readonly TicketHead[]): Text[] {
  const named = (tickets: readonly TicketHead[]) => tickets.map((one) => one.number).join(", ");
  const open = others.filter(({ state }) => state !== "closed");
  const closed = others.filter(({ state }) => state === "closed");
  return [
    { key: "privacy.forgotten", values: { number } },
    ...(open.length > 0 ? [{ key: "privacy.keptOpen", values: { numbers: named(open) } }] : []),
    ...(closed.length > 0 ? [{ key: "privacy.keptClosed", values: { numbers: named(closed) } }] : []),
  ];
}

/** Drops the files first, because the change marks them as erased. */
async function eraseRest({ store }: Pick<Desk, "store">, ticket: TicketHead): Promise<void> {
  const { number, attachments, mentioned, unnamed, entries } = ticket;
  const kept = attachments.filter(({ state }) => state === "kept");
  for (const { id } of kept) await store.dropFile(id);
  if (kept.length === 0 && mentioned.length === 0 && (unnamed || searchWords(ticket).length === 0)) return;
  const event = {
    type: "erase",
    id: `forgotten-${number}-${entries}`,
    at: Date.now(),
    by: "system",
    text: "",
  } as const;
  await store.changeTicket(number, { ...event, withFiles: true });
}

/** Returns the number of erased addresses. A chat with an open report keeps its address. */
export async function finishForgetting(desk: Pick<Desk, "store" | "log">): Promise<number> {
  const { store, log } = desk;
  let done = 0;
  for (const { conversation, at } of await store.forgottenChats(AT_ONCE)) {
    await store.eraseChat(conversation, at);
    const needed = await store.ticketsOf({ conversation }, { open: true, limit: 1 });
    if (needed.length > 0) continue;
    for (const ticket of await store.ticketsOf({ conversation }))
      if (ticket.openedAt <= at) await eraseRest(desk, ticket);
    if (await store.eraseContact(conversation)) done += 1;
  }
  if (done > 0) log("info", { chats: done }, "addresses of forgotten chats dropped");
  return done;
}
