import { ticketNumber } from "../casework/number.ts";
import type { LookUp, LookUpResult } from "../conversation/engine/lookup.ts";
import { dateIn } from "../time.ts";
import { findDamagedNumber, findPerson } from "./find-person.ts";
import type { Asking } from "./look-up-context.ts";
import { findOneTicket, findOwnTickets, findSameTicket } from "./ticket-view.ts";

export function lookUp(asking: Asking, question: LookUp): Promise<LookUpResult> {
  switch (question.find) {
    case "person":
      return findPerson(asking, question);
    case "damaged-number":
      return findDamagedNumber(asking, question);
    case "ticket-number":
      return reserveTicketNumber(asking);
    case "same-ticket":
      return findSameTicket(asking, question);
    case "own-tickets":
      return findOwnTickets(asking, question.nik);
    case "ticket":
      return findOneTicket(asking, question);
  }
}

/** Reserves the serial under the message's key, so a repeated turn gets the same serial. */
async function reserveTicketNumber({ stage: { store }, turn, district }: Asking): Promise<LookUpResult> {
  const year = Number(dateIn(Date.now(), district.timezone).slice(0, 4));
  const serial = await store.reserveSerial(district.id, year, turn.key);
  return { find: "ticket-number", number: ticketNumber(district.prefix, year, serial) };
}
