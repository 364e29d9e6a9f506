import type { Office } from "../../vocabulary/lists.ts";
import type { Text } from "../../vocabulary/message.ts";
import { openPartOf } from "../part.ts";
import type { Ticket } from "../ticket.ts";
import type { Caller } from "./caller.ts";
import type { Desk } from "./desk.ts";
import { findChats } from "./officer-chats.ts";

type Sources = Pick<Desk, "store" | "channels">;
type Giver = Pick<Caller, "officer">;

/** Returns a text for the caller if no message reaches the officer who got the ticket. */
export async function noticeOnNotTold(
  { store, channels }: Sources,
  { district }: Pick<Ticket, "district">,
  id: string | undefined,
  caller: Giver,
): Promise<Text | undefined> {
  if (id === undefined || id === caller.officer?.id) return undefined;
  const officer = (await store.officers(district)).find((one) => one.id === id);
  if (!officer) return undefined;
  const chats = await findChats({ store, channels }, officer);
  if (chats.some(({ state }) => state === "reachable")) return undefined;
  const hasBot = [...channels.values()].some((one) => one.district === district && one.name === "telegram");
  const isBlocked = chats.some(({ channel, state }) => channel === "telegram" && state === "refusing");
  const values = { officer: officer.name };
  if (!hasBot || isBlocked) return { key: "casework.notTold", values };
  return { key: "casework.notToldInvite", values: { ...values, invite: `npx --no sapa staff invite ${id}` } };
}

export async function noticeOnPartNotTold(
  sources: Sources,
  ticket: Pick<Ticket, "number" | "district" | "parts">,
  office: Office,
  caller: Giver,
): Promise<Text | undefined> {
  const part = openPartOf(ticket, office);
  if (!part || part.officer !== undefined) return noticeOnNotTold(sources, ticket, part?.officer, caller);
  const add = `npx --no sapa staff add OFFICER --district ${ticket.district} --name NAME --rung ${office}`;
  const share = `npx --no sapa tickets share ${ticket.number} ${office} TASK --to OFFICER`;
  return { key: "casework.nobodyTold", values: { office: { key: `owner.${office}` }, add, share } };
}
