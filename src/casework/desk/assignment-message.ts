import type { Office } from "../../vocabulary/lists.ts";
import type { OutboundBody, Text } from "../../vocabulary/message.ts";
import type { Officer } from "../officer.ts";
import type { Ticket } from "../ticket.ts";
import type { Desk } from "./desk.ts";
import { composeTicketMessage } from "./ticket-words.ts";

export async function composeAssignmentMessage(
  desk: Desk,
  ticket: Ticket,
  says: string,
  { officer, beside, shared }: { officer: Officer; beside?: Officer | undefined; shared?: Office | undefined },
): Promise<OutboundBody | undefined> {
  const said: Text = {
    key: beside ? `${says}Beside` : shared ? `${says}Shared` : says,
    values: {
      number: ticket.number,
      officer: officer.name,
      rung: { key: `rung.${officer.rung}` },
      ...(shared ? { office: { key: `owner.${shared}` } } : {}),
      ...(beside ? { beside: beside.name, besideRung: { key: `rung.${beside.rung}` } } : {}),
    },
  };
  return (await composeTicketMessage(desk, ticket, { parts: [said] }))?.[0];
}
