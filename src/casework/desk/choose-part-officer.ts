import type { Office } from "../../vocabulary/lists.ts";
import type { Officer } from "../officer.ts";
import { partOfficerFor } from "../routing.ts";
import type { Ticket } from "../ticket.ts";
import type { Desk } from "./desk.ts";
import { findReachable } from "./officer-chats.ts";

type Staff = { officers: readonly Officer[]; loads: Readonly<Record<string, number>> };

export async function choosePartOfficer(
  desk: Pick<Desk, "store" | "channels">,
  ticket: Ticket,
  office: Office,
  { officers, loads }: Staff,
): Promise<Officer | undefined> {
  const able = officers.filter(({ rung }) => rung === office);
  const reachable = await findReachable(desk, able);
  const told = able.filter(({ id }) => reachable.has(id));
  return partOfficerFor(ticket, office, told, loads) ?? partOfficerFor(ticket, office, able, loads);
}
