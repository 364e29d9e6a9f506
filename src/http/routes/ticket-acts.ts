import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import type { z } from "zod";
import type { Head } from "../../casework/amend.ts";
import { actOnTicket, staysOpen } from "../../casework/desk/act-on-ticket.ts";
import { amendTicket } from "../../casework/desk/amend.ts";
import { giveTicket, takeTicket } from "../../casework/desk/assign.ts";
import { actIdOf } from "../../casework/desk/caller.ts";
import { noticeOnNotTold } from "../../casework/desk/not-told.ts";
import { dangerNotice } from "../../casework/desk/officer-words.ts";
import { revealNumbers } from "../../casework/desk/reveal.ts";
import { unlockByTicket } from "../../casework/desk/unlock.ts";
import type { Runtime } from "../../runtime.ts";
import { OFFICER_ACTS, type OfficerAct } from "../../vocabulary/acts.ts";
import { AppError, type ErrorCode } from "../../vocabulary/errors.ts";
import {
  ActBody,
  AmendBody,
  RevealBody,
  Revealed,
  TakeBody,
  TransferBody,
  UnlockBody,
} from "../contract/ticket-acts.ts";
import { TicketAfterAct, TicketReceipt } from "../contract/tickets.ts";
import { operation } from "../operation.ts";
import { requireSigner } from "../require-signer.ts";
import { showActTo } from "../show-ticket.ts";
import { NumberInPath } from "../ticket-number.ts";
import { translateFor } from "./language.ts";

const SUMMARIES: Record<OfficerAct, string> = {
  note: "Writes a note that only officers read.",
  proceed: "Goes on without the citizen's answer, and says why.",
  answer: "Answers the citizen in their chat.",
  ask: "Asks the citizen; the clock stops until they answer.",
  repair: "Says that the data is repaired, which ends the ticket.",
  close: "Ends the ticket with a last word to the citizen.",
};

/** The API accepts the names of releases before 0.2, but does not describe them. */
const ACT_PATHS: readonly { path: string; type: OfficerAct; hide: boolean }[] = [
  ...OFFICER_ACTS.map((type) => ({ path: type, type, hide: false })),
  { path: "wait", type: "ask", hide: true },
  { path: "repaired", type: "repair", hide: true },
];

const params = NumberInPath;
const SEEN: readonly ErrorCode[] = ["TICKET_UNKNOWN", "NOT_YOURS"];
const ACT_FAILS: readonly ErrorCode[] = [
  ...SEEN,
  "STALE",
  "NO_WORDS",
  "NO_REASON",
  "TOO_LARGE",
  "ID_REUSED",
  "TICKET_CLOSED",
  "TICKET_WAITING",
  "TICKET_NOT_WAITING",
  "NOT_REPAIRABLE",
];

export async function registerTicketActs(app: FastifyInstance, { runtime }: { runtime: Runtime }): Promise<void> {
  const api = app.withTypeProvider<ZodTypeProvider>();

  for (const { path, type, hide } of ACT_PATHS) {
    const about = { id: `${type}Ticket`, tag: "acts", summary: SUMMARIES[type], fails: ACT_FAILS } as const;
    const schema = operation(about, { hide, params, body: ActBody, response: { 200: TicketAfterAct } });
    api.post(`/tickets/:number/${path}`, { schema }, async (request) => {
      const { by, ...given } = request.body;
      const caller = requireSigner(request, by);
      const ticket = await actOnTicket(runtime, request.params.number, { ...given, type, ...caller });
      const stays = staysOpen(ticket, type) ? { key: "casework.questionStays" } : undefined;
      const said = dangerNotice(ticket, caller, given.id) ?? stays;
      return showActTo(runtime, request, ticket, { ids: [actIdOf(caller, given.id)], said });
    });
  }

  const amend = operation(
    {
      id: "amendTicket",
      tag: "acts",
      summary: "Corrects a ticket's head, for a reason that its thread keeps.",
      fails: [
        ...SEEN,
        "STALE",
        "FORBIDDEN",
        "ASK_DINSOS",
        "NOBODY_READS",
        "NO_WORDS",
        "NO_REASON",
        "TOO_LARGE",
        "ID_REUSED",
        "TICKET_CLOSED",
      ],
    },
    { params, body: AmendBody, response: { 200: TicketAfterAct } },
  );
  api.post("/tickets/:number/amend", { schema: amend }, async (request) => {
    const { body } = request;
    const { id, reason, mentioned, expect } = body;
    const caller = requireSigner(request, body.by);
    const amendment = { id, reason, mentioned, expect, now: headIn(body), ...caller };
    const ticket = await amendTicket(runtime, request.params.number, amendment);
    const said = dangerNotice(ticket, caller, id);
    return showActTo(runtime, request, ticket, { ids: [actIdOf(caller, id)], said });
  });

  const reveal = operation(
    {
      id: "revealNumbers",
      tag: "acts",
      summary: "Shows the full numbers that a ticket keeps, for a reason that is written down first.",
      fails: [...SEEN, "CONFIDENTIAL", "NO_REASON", "NOTHING_TO_REVEAL", "TICKET_CLOSED", "REVEAL_LIMIT", "TOO_LARGE"],
    },
    { params, body: RevealBody, response: { 200: Revealed } },
  );
  api.post("/tickets/:number/reveal", { schema: reveal }, async (request) => {
    const { by, reason } = request.body;
    return revealNumbers(runtime, request.params.number, requireSigner(request, by), reason);
  });

  const unlock = operation(
    {
      id: "unlockPerson",
      tag: "acts",
      summary: "Lifts the lock that wrong proofs have put on the ticket's person.",
      fails: [...SEEN, "NO_REASON", "TOO_LARGE"],
    },
    { params, body: UnlockBody, response: { 200: TicketReceipt } },
  );
  api.post("/tickets/:number/unlock", { schema: unlock }, async (request) => {
    const { number } = request.params;
    const { by, reason, mentioned } = request.body;
    const wasLocked = await unlockByTicket(runtime, number, requireSigner(request, by), { reason, mentioned });
    const key = wasLocked ? "casework.unlocked" : "casework.notLocked";
    return { number, notice: translateFor(request, runtime, { key }) };
  });

  const moves: readonly ErrorCode[] = [...SEEN, "STALE", "FORBIDDEN", "TICKET_TAKEN", "TICKET_CLOSED", "TOO_LARGE"];
  const transfer = operation(
    { id: "transferTicket", tag: "acts", summary: "Gives a ticket to another officer.", fails: moves },
    { params, body: TransferBody, response: { 200: TicketAfterAct } },
  );
  api.post("/tickets/:number/transfer", { schema: transfer }, async (request) => {
    const { to, by, expect } = request.body;
    const caller = { ...requireSigner(request, by), expect };
    const ticket = await giveTicket(runtime, request.params.number, to, caller);
    const undone = await noticeOnNotTold(runtime, ticket, to, caller);
    return showActTo(runtime, request, ticket, { undone });
  });

  const take = operation(
    { id: "takeTicket", tag: "acts", summary: "Takes a ticket that nobody has into one's own list.", fails: moves },
    { params, body: TakeBody, response: { 200: TicketAfterAct } },
  );
  api.post("/tickets/:number/take", { schema: take }, async (request) => {
    const { officer } = request;
    if (!officer) throw new AppError("FORBIDDEN", "only an officer has a list of their own");
    const ticket = await takeTicket(runtime, request.params.number, officer, request.body ?? {});
    return showActTo(runtime, request, ticket);
  });
}

function headIn({
  id: _,
  by: __,
  reason: ___,
  mentioned: ____,
  expect: _____,
  ...head
}: z.output<typeof AmendBody>): Head {
  return Object.fromEntries(Object.entries(head).filter(([, value]) => value !== undefined));
}
