import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { openCounterTicket } from "../../casework/desk/act-on-ticket.ts";
import { requireReadableHead, sightFor } from "../../casework/desk/caller.ts";
import { noticeOnCounterTicket } from "../../casework/desk/officer-words.ts";
import { checkFilter } from "../../casework/desk/read-filter.ts";
import { findThreadPage } from "../../casework/desk/thread-page.ts";
import { readTicketFile } from "../../casework/desk/ticket-file.ts";
import { findPage } from "../../casework/desk/ticket-page.ts";
import { defined } from "../../defined.ts";
import type { Runtime } from "../../runtime.ts";
import { wrongField } from "../../vocabulary/errors.ts";
import { NewTicket } from "../contract/ticket-acts.ts";
import { ThreadQuery, TicketPage, TicketQuery, TicketShown } from "../contract/tickets.ts";
import { operation } from "../operation.ts";
import { requireSigner } from "../require-signer.ts";
import { showRows, showTicketTo } from "../show-ticket.ts";
import { NumberInPath } from "../ticket-number.ts";

const linkTo = (path: string, query: Record<string, unknown>, after: string): string =>
  `</api/${path}?${new URLSearchParams({ ...(query as Record<string, string>), after })}>; rel="next"`;

const AnyFile = z
  .custom<Buffer>()
  .meta({ type: "string", format: "binary", "x-response-description": "The file, as it was cleaned and kept." });
const OneFile = NumberInPath.extend({ id: z.string() });

const UNSEEN = ["TICKET_UNKNOWN", "NOT_YOURS"] as const;

/** A browser must not run a citizen's file, or show it as our page. */
const SANDBOXED = {
  "content-security-policy": "sandbox; default-src 'none'",
  "x-content-type-options": "nosniff",
  "cross-origin-resource-policy": "same-origin",
};

export async function registerTicketRoutes(app: FastifyInstance, { runtime }: { runtime: Runtime }): Promise<void> {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { store } = runtime;

  api.get(
    "/tickets",
    {
      schema: operation(
        { id: "listTickets", tag: "tickets", summary: "Lists what its caller sees, by filter and page by page." },
        { querystring: TicketQuery, response: { 200: TicketPage } },
      ),
    },
    async ({ query, officer: caller }, reply) => {
      const { open, overdue, limit, after, ...filter } = query;
      const district = caller?.district ?? filter.district;
      if (!district) throw wrongField("district", "name one");
      const given = await checkFilter(runtime, { ...filter, district });
      const now = Date.now();
      const { tickets, next } = await findPage(store, sightFor(runtime, caller, district), {
        ...given,
        limit,
        after,
        ...defined({ open }),
        ...(overdue ? { overdueAt: now, open: true } : {}),
      });
      if (next) reply.header("link", linkTo("tickets", query, next));
      return { tickets: showRows(runtime, caller, tickets, now), ...defined({ next }) };
    },
  );

  const one = operation(
    {
      id: "getTicket",
      tag: "tickets",
      summary: "Shows a ticket as far as its caller reads it, with its thread page by page.",
      fails: UNSEEN,
    },
    { params: NumberInPath, querystring: ThreadQuery, response: { 200: TicketShown } },
  );
  api.get("/tickets/:number", { schema: one }, async (request, reply) => {
    const { query } = request;
    const { ticket, next } = await findThreadPage(runtime, request.params.number, request, query);
    if (next) reply.header("link", linkTo(`tickets/${ticket.number}`, query, next));
    return { ...(await showTicketTo(runtime, request, ticket)), ...defined({ next }) };
  });

  const open = operation(
    {
      id: "openTicket",
      tag: "tickets",
      summary: "Opens a ticket for a citizen at the counter.",
      fails: ["FORBIDDEN", "NO_WORDS", "TOO_LARGE", "ID_REUSED", "COUNTER_LIMIT"],
    },
    { body: NewTicket, response: { 201: TicketShown } },
  );
  api.post("/tickets", { schema: open }, async (request, reply) => {
    const { id, by, ...given } = request.body;
    const ticket = await openCounterTicket(runtime, { ...given, key: id }, requireSigner(request, by));
    // The citizen needs the number, even if the officer may no longer read the ticket.
    const said = noticeOnCounterTicket(ticket, given.category);
    return reply.code(201).send(await showTicketTo(runtime, request, ticket, { said }));
  });

  const file = operation(
    {
      id: "getTicketFile",
      tag: "tickets",
      summary: "Opens a citizen's file; who opens it is written down first.",
      fails: [...UNSEEN, "CONFIDENTIAL", "NOT_FOUND"],
    },
    { params: OneFile, produces: ["*/*"], response: { 200: AnyFile } },
  );
  api.get("/tickets/:number/files/:id", { schema: file }, async (request, reply) => {
    const { params } = request;
    const ticket = await requireReadableHead(runtime, params.number, request, "read");
    const { bytes, type, name } = await readTicketFile(runtime, ticket, params.id, requireSigner(request).by);
    return reply
      .headers({ ...SANDBOXED, "content-type": type, "content-disposition": `attachment; filename="${name}"` })
      .send(bytes);
  });
}
