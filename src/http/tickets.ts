import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { endingOf } from "../complaints/mentioned.ts";
import { maySee } from "../complaints/routing.ts";
import { isOverdue, type Ticket } from "../complaints/ticket.ts";
import { AppError } from "../errors.ts";
import { giveTicket } from "../messaging/assign.ts";
import { actOnTicket, type Delivery, deliveriesOf, type OfficerAct, openCounterTicket } from "../messaging/casework.ts";
import { revealedNumbers } from "../messaging/reveal.ts";
import { fileOf } from "../messaging/ticket-file.ts";
import type { Runtime } from "../runtime.ts";
import type { Officer } from "../staff/officer.ts";
import {
  ActBody,
  NewTicket,
  RevealBody,
  Revealed,
  TicketQuery,
  TicketRow,
  TicketWhole,
  TransferBody,
} from "./contract.ts";

const Number_ = z.object({ number: z.string() });

const OneFile = z.object({ number: z.string(), id: z.string() });

/** A citizen's file is nothing that a browser may run or show as ours. */
const SANDBOXED = {
  "content-security-policy": "sandbox; default-src 'none'",
  "x-content-type-options": "nosniff",
  "cross-origin-resource-policy": "same-origin",
};

/** What an officer can do, by the last part of the path. */
const ACTS = {
  note: "noted",
  answer: "answered",
  wait: "asked",
  repaired: "repaired",
  close: "closed",
} as const satisfies Record<string, OfficerAct>;

/** Tickets for the console and for other programs; the same as `sapa tickets`. */
export async function tickets(app: FastifyInstance, { runtime }: { runtime: Runtime }): Promise<void> {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { store } = runtime;

  const whole = async (ticket: Ticket) => wholeOf(ticket, Object.fromEntries(await deliveriesOf(runtime, ticket)));
  /** What an officer may not see is not there for them. */
  const found = async (number: string, officer: Officer | undefined): Promise<Ticket> => {
    const ticket = await store.ticket(number);
    if (!ticket || (officer && !maySee(officer, ticket))) throw new AppError("TICKET_UNKNOWN", "no such ticket");
    return ticket;
  };

  api.get(
    "/tickets",
    { schema: { querystring: TicketQuery, response: { 200: z.array(TicketRow) } } },
    async ({ query, officer: caller }) => {
      const { open, overdue, limit, ...filter } = query;
      const now = Date.now();
      const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
      const list = await store.tickets({
        ...given,
        // An officer's areas are several and some tickets are not for them: looked through here, then cut.
        ...(caller ? { district: caller.district } : { limit }),
        ...(open ? { open: open === "true" } : {}),
        ...(overdue ? { overdueAt: now, open: true } : {}),
      });
      const seen = caller ? list.filter((ticket) => maySee(caller, ticket)).slice(-limit) : list;
      return seen.map((ticket) => rowOf(ticket, now));
    },
  );

  api.get(
    "/tickets/:number",
    { schema: { params: Number_, response: { 200: TicketWhole } } },
    async ({ params, officer }) => whole(await found(params.number, officer)),
  );

  api.post(
    "/tickets",
    { schema: { body: NewTicket, response: { 201: TicketWhole } } },
    async ({ body, officer }, reply) => {
      const { id, ...given } = body;
      if (officer && given.district !== officer.district) throw new AppError("FORBIDDEN", "another district");
      const ticket = await openCounterTicket(runtime, { ...given, key: id });
      return reply.code(201).send(await whole(ticket));
    },
  );

  for (const [path, type] of Object.entries(ACTS)) {
    api.post(
      `/tickets/:number/${path}`,
      { schema: { params: Number_, body: ActBody, response: { 200: TicketWhole } } },
      async ({ params, body, officer }) => {
        await found(params.number, officer);
        return whole(await actOnTicket(runtime, params.number, { ...body, ...byOf(officer), type }));
      },
    );
  }

  api.post(
    "/tickets/:number/reveal",
    { schema: { params: Number_, body: RevealBody, response: { 200: Revealed } } },
    async ({ params, body, officer }) =>
      revealedNumbers(runtime, await found(params.number, officer), officer?.id ?? body.by, body.reason),
  );

  api.get("/tickets/:number/files/:id", { schema: { params: OneFile } }, async ({ params, officer }, reply) => {
    const ticket = await found(params.number, officer);
    const { bytes, type, name } = await fileOf(runtime, ticket, params.id, officer?.id ?? "operator");
    return reply
      .headers({ ...SANDBOXED, "content-type": type, "content-disposition": `attachment; filename="${name}"` })
      .send(bytes);
  });

  api.post(
    "/tickets/:number/transfer",
    { schema: { params: Number_, body: TransferBody, response: { 200: TicketWhole } } },
    async ({ params, body, officer }) => {
      await found(params.number, officer);
      return whole(await giveTicket(runtime, params.number, body.to, officer?.id ?? body.by));
    },
  );

  api.post(
    "/tickets/:number/take",
    { schema: { params: Number_, response: { 200: TicketWhole } } },
    async ({ params, officer }) => {
      if (!officer) throw new AppError("FORBIDDEN", "only an officer has a list of their own");
      await found(params.number, officer);
      return whole(await giveTicket(runtime, params.number, officer.id, officer.id));
    },
  );
}

/** An officer signs with their own name, whatever the body says. */
const byOf = (officer: Officer | undefined) => (officer ? { by: officer.id } : {});

function rowOf(ticket: Ticket, now: number): z.input<typeof TicketRow> {
  const { number, district, kind, category, sensitive, state, reason, programme, area } = ticket;
  const { openedAt, firstAnswerBy, resolveBy, answeredAt, closedAt, repairedAt } = ticket;
  const times = { openedAt, firstAnswerBy, resolveBy, answeredAt, closedAt, repairedAt };
  return {
    number,
    district,
    kind,
    category,
    sensitive,
    state,
    reason,
    programme,
    area,
    officer: ticket.officer,
    beside: ticket.beside,
    overdue: isOverdue(ticket, now),
    ...times,
  };
}

function wholeOf(ticket: Ticket, deliveries: Record<string, Delivery>): z.input<typeof TicketWhole> {
  const { person, text, place, when, conversation, events } = ticket;
  return {
    ...rowOf(ticket, Date.now()),
    text,
    place,
    when,
    person: { hasNik: person.nik !== undefined, hasKk: person.kk !== undefined, name: person.name ?? null },
    mentioned: ticket.mentioned.map((one) => ({ entry: one.entry, label: one.label, ending: endingOf(one) })),
    hasChat: conversation !== undefined,
    attachments: ticket.attachments.map(({ file: _, mime: __, at: ___, ...rest }) => rest),
    events: events.map((event) => {
      const { id, at, by, type, text: words } = event;
      return { id, at, by, type, text: words, delivery: deliveries[id] };
    }),
  };
}
