import type { Office } from "../../vocabulary/lists.ts";
import { kindTable } from "../kinds/index.ts";
import type { Officer } from "../officer.ts";
import { officesFor, openPartsOf } from "../part.ts";
import { lengthOf } from "../past.ts";
import type { Ticket, TicketEvent } from "../ticket.ts";
import { isVisibleTo } from "./caller.ts";
import { choosePartOfficer } from "./choose-part-officer.ts";
import { commitWithMessage } from "./commit-with-message.ts";
import type { Desk } from "./desk.ts";
import { makeNotices } from "./notices.ts";
import { composePartMessage } from "./part-words.ts";

/** `isTold`: another message tells the citizen of the part. */
type Sharing = {
  officers: readonly Officer[];
  loads: Readonly<Record<string, number>>;
  owner: Office | undefined;
  holder: Officer | undefined;
  isTold: boolean;
};

export async function shareAtRouting(
  desk: Desk,
  ticket: Ticket,
  sharing: Sharing,
): Promise<{ ticket: Ticket; shared?: Office }> {
  const { officers, owner } = sharing;
  const maySee = (id: string | undefined) => officers.some((one) => one.id === id && isVisibleTo(desk, one, ticket));
  const unassigned = openPartsOf(ticket).filter(({ officer }) => !maySee(officer));
  const shared = needsPart(ticket, sharing) ? owner : undefined;
  let changed = ticket;
  for (const office of [...unassigned.map((part) => part.office), ...(shared ? [shared] : [])]) {
    const officer = await choosePartOfficer(desk, ticket, office, sharing);
    if (officer) changed = await shareWith(desk, changed, officer, { ...sharing, office, isNew: office === shared });
  }
  return changed.parts.length > ticket.parts.length && shared ? { ticket: changed, shared } : { ticket: changed };
}

const needsPart = (ticket: Ticket, { owner, holder }: Sharing): boolean =>
  owner !== undefined &&
  owner !== "dinsos" &&
  owner !== holder?.rung &&
  ticket.state !== "closed" &&
  !ticket.doubt &&
  ticket.parts.length === 0 &&
  officesFor(ticket).includes(owner);

/** `isNew`: the office did not have the part before. */
export async function shareWith(
  desk: Desk,
  ticket: Ticket,
  officer: Officer,
  { office, isNew, isTold }: Pick<Sharing, "isTold"> & { office: Office; isNew: boolean },
): Promise<Ticket> {
  const id = `shared-${lengthOf(ticket)}-${office}`;
  const { says } = kindTable(ticket.kind).moves.share;
  const message =
    isNew && !isTold && says ? await composePartMessage(desk, ticket, says, { office, text: "" }) : undefined;
  const notices = await makeNotices(desk, ticket, [officer]);
  const said = { id, at: Date.now(), by: "system", text: "" };
  const event: TicketEvent = { type: "share", ...said, office, officer: officer.id, notices };
  return commitWithMessage(desk, ticket, event, message);
}
