import { ticketNumber } from "../casework/number.ts";
import type { Answer, Question } from "../conversation/engine/lookup.ts";
import { dateInWib } from "./facts.ts";
import { damagedNumber, personAnswer } from "./look-up.ts";
import type { Asking } from "./messaging.ts";
import { oneTicket, ownTickets, sameTicket } from "./ticket-view.ts";

/** Answers a turn's question from the store. */
export function answerTo(asking: Asking, question: Question): Promise<Answer> {
  switch (question.ask) {
    case "person":
      return personAnswer(asking, question);
    case "damaged-number":
      return damagedNumber(asking, question);
    case "ticket-number":
      return newNumber(asking);
    case "same-ticket":
      return sameTicket(asking, question);
    case "own-tickets":
      return ownTickets(asking, question.nik);
    case "ticket":
      return oneTicket(asking, question);
  }
}

/** Reserved under the message's key: a turn that is repeated gets the same number, and gaps are allowed. */
async function newNumber({ messaging: { store }, turn, district }: Asking): Promise<Answer> {
  const year = Number(dateInWib(Date.now()).slice(0, 4));
  const serial = await store.reserveSerial(district.id, year, turn.key);
  return { ask: "ticket-number", number: ticketNumber(district.prefix, year, serial) };
}
