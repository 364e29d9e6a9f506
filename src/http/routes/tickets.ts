import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { actOnTicket, openCounterTicket, staysOpen } from "../../casework/desk/act-on-ticket.ts";
import { amendTicket } from "../../casework/desk/amend.ts";
import { giveTicket, takeTicket } from "../../casework/desk/assign.ts";
import { mayRead, sightFor, ticketFor, ticketToRead } from "../../casework/desk/caller.ts";
import { checkFilter } from "../../casework/desk/check-filter.ts";
import { exportChat } from "../../casework/desk/export.ts";
import { forgetChat } from "../../casework/desk/forget.ts";
import { counterSaid, dangerSaid } from "../../casework/desk/own-words.ts";
import { revealedNumbers } from "../../casework/desk/reveal.ts";
import { fileOf } from "../../casework/desk/ticket-file.ts";
import { pageOf } from "../../casework/desk/ticket-page.ts";
import { unlockByTicket } from "../../casework/desk/unlock.ts";
import { withdrawConsent } from "../../casework/desk/withdraw.ts";
import type { Runtime } from "../../runtime.ts";
import { OFFICER_ACTS, type OfficerAct } from "../../vocabulary/acts.ts";
import { AppError, wrongField } from "../../vocabulary/errors.ts";
import {
  ActBody,
  DataRightBody,
  NewTicket,
  RevealBody,
  Revealed,
  TicketQuery,
  TicketReceipt,
  TicketRow,
  TransferBody,
  UnlockBody,
} from "../contract.ts";
import { shownTo, TicketShown } from "../shown.ts";
import { signerOf } from "../signed.ts";
import { NumberInPath } from "../ticket-number.ts";
import { headOf, rowOf } from "../ticket-rows.ts";
import { AmendBody, headIn } from "./amend.ts";
import { inLanguageOf } from "./language.ts";

/** The same list from where it ended. */
const nextPath = (query: Record<string, unknown>, after: string): string =>
  `/api/tickets?${new URLSearchParams({ ...(query as Record<string, string>), after })}`;

const OneFile = NumberInPath.extend({ id: z.string() });

/** A citizen's file is nothing that a browser may run or show as ours. */
const SANDBOXED = {
  "content-security-policy": "sandbox; default-src 'none'",
  "x-content-type-options": "nosniff",
  "cross-origin-resource-policy": "same-origin",
};

/** The last part of the path of each act; what releases before 0.2 called otherwise is still taken, and described nowhere. */
const ACT_PATHS: readonly { path: string; type: OfficerAct; hide: boolean }[] = [
  ...OFFICER_ACTS.map((type) => ({ path: type, type, hide: false })),
  { path: "wait", type: "ask", hide: true },
  { path: "repaired", type: "repair", hide: true },
];

/** What an officer of the Dinsos does about a request for one's own data. */
const DATA_RIGHTS = { export: exportChat, forget: forgetChat, withdraw: withdrawConsent } as const;

/** Tickets for the console and for other programs; the same as `sapa tickets`. */
export async function tickets(app: FastifyInstance, { runtime }: { runtime: Runtime }): Promise<void> {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { store } = runtime;

  api.get(
    "/tickets",
    { schema: { querystring: TicketQuery, response: { 200: z.array(TicketRow) } } },
    async ({ query, officer: caller }, reply) => {
      const { open, overdue, limit, after, ...filter } = query;
      const district = caller?.district ?? filter.district;
      if (!district) throw wrongField("district", "name one");
      const given = await checkFilter(runtime, { ...filter, district });
      const now = Date.now();
      const { tickets, next } = await pageOf(store, sightFor(runtime, caller, district), {
        ...given,
        limit,
        after,
        ...(open ? { open: open === "true" } : {}),
        ...(overdue ? { overdueAt: now, open: true } : {}),
      });
      if (next) reply.header("link", `<${nextPath(query, next)}>; rel="next"`);
      return tickets.map((ticket) =>
        mayRead(runtime, { officer: caller }, ticket) ? rowOf(ticket, now) : headOf(ticket, now),
      );
    },
  );

  api.get("/tickets/:number", { schema: { params: NumberInPath, response: { 200: TicketShown } } }, async (request) => {
    const ticket = await ticketFor(runtime, request.params.number, request, "read");
    return shownTo(runtime, request, ticket);
  });

  api.post("/tickets", { schema: { body: NewTicket, response: { 201: TicketShown } } }, async (request, reply) => {
    const { id, by, ...given } = request.body;
    const ticket = await openCounterTicket(runtime, { ...given, key: id }, signerOf(request, by));
    // Its citizen needs the number, also of what its writer may not read again.
    return reply.code(201).send(await shownTo(runtime, request, ticket, counterSaid(ticket, given.category)));
  });

  for (const { path, type, hide } of ACT_PATHS) {
    api.post(
      `/tickets/:number/${path}`,
      { schema: { hide, params: NumberInPath, body: ActBody, response: { 200: TicketShown } } },
      async (request) => {
        const { by, ...given } = request.body;
        const caller = signerOf(request, by);
        const ticket = await actOnTicket(runtime, request.params.number, { ...given, type, ...caller });
        const stays = staysOpen(ticket, type) ? { key: "casework.questionStays" } : undefined;
        const said = dangerSaid(ticket, caller, given.id) ?? stays;
        return shownTo(runtime, request, ticket, said);
      },
    );
  }

  for (const [path, fulfil] of Object.entries(DATA_RIGHTS)) {
    api.post(
      `/tickets/:number/${path}`,
      { schema: { params: NumberInPath, body: DataRightBody, response: { 200: TicketShown } } },
      async (request) => {
        const { params, body } = request;
        return shownTo(runtime, request, await fulfil(runtime, params.number, signerOf(request, body?.by)));
      },
    );
  }

  api.post(
    "/tickets/:number/amend",
    { schema: { params: NumberInPath, body: AmendBody, response: { 200: TicketShown } } },
    async (request) => {
      const { params, body } = request;
      const { id, reason, mentioned } = body;
      const caller = signerOf(request, body.by);
      const ticket = await amendTicket(runtime, params.number, { id, reason, mentioned, now: headIn(body), ...caller });
      return shownTo(runtime, request, ticket, dangerSaid(ticket, caller, id));
    },
  );

  api.post(
    "/tickets/:number/reveal",
    { schema: { params: NumberInPath, body: RevealBody, response: { 200: Revealed } } },
    async (request) =>
      revealedNumbers(runtime, request.params.number, signerOf(request, request.body.by), request.body.reason),
  );

  api.post(
    "/tickets/:number/unlock",
    { schema: { params: NumberInPath, body: UnlockBody, response: { 200: TicketReceipt } } },
    async (request) => {
      const { number } = request.params;
      const { by, reason, mentioned } = request.body;
      const wasLocked = await unlockByTicket(runtime, number, signerOf(request, by), { reason, mentioned });
      const key = wasLocked ? "casework.unlocked" : "casework.notLocked";
      return { number, notice: inLanguageOf(request, runtime, { key }) };
    },
  );

  api.get("/tickets/:number/files/:id", { schema: { params: OneFile } }, async (request, reply) => {
    const { params } = request;
    const ticket = await ticketToRead(runtime, params.number, request, "read");
    const { bytes, type, name } = await fileOf(runtime, ticket, params.id, signerOf(request).by);
    return reply
      .headers({ ...SANDBOXED, "content-type": type, "content-disposition": `attachment; filename="${name}"` })
      .send(bytes);
  });

  api.post(
    "/tickets/:number/transfer",
    { schema: { params: NumberInPath, body: TransferBody, response: { 200: TicketShown } } },
    async (request) => {
      const { params, body } = request;
      return shownTo(runtime, request, await giveTicket(runtime, params.number, body.to, signerOf(request, body.by)));
    },
  );

  api.post(
    "/tickets/:number/take",
    { schema: { params: NumberInPath, response: { 200: TicketShown } } },
    async (request) => {
      const { params, officer } = request;
      if (!officer) throw new AppError("FORBIDDEN", "only an officer has a list of their own");
      return shownTo(runtime, request, await takeTicket(runtime, params.number, officer));
    },
  );
}
