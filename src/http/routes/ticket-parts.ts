import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { actIdOf, sightFor } from "../../casework/desk/caller.ts";
import { noticeOnPartNotTold } from "../../casework/desk/not-told.ts";
import { endPart, shareTicket } from "../../casework/desk/parts.ts";
import { checkFilter } from "../../casework/desk/read-filter.ts";
import { nextPage, parseCursor } from "../../casework/desk/ticket-page.ts";
import { defined } from "../../defined.ts";
import type { Runtime } from "../../runtime.ts";
import { type ErrorCode, wrongField } from "../../vocabulary/errors.ts";
import { EndPartBody, ShareBody } from "../contract/ticket-acts.ts";
import { PartPage, PartQuery, TicketAfterAct } from "../contract/tickets.ts";
import { operation } from "../operation.ts";
import { requireSigner } from "../require-signer.ts";
import { showActTo, showRows } from "../show-ticket.ts";
import { NumberInPath } from "../ticket-number.ts";

const ACT_FAILS: readonly ErrorCode[] = [
  "TICKET_UNKNOWN",
  "NOT_YOURS",
  "STALE",
  "NO_WORDS",
  "TOO_LARGE",
  "ID_REUSED",
  "TICKET_CLOSED",
];

export async function registerTicketParts(app: FastifyInstance, { runtime }: { runtime: Runtime }): Promise<void> {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const params = NumberInPath;

  const share = operation(
    {
      id: "shareTicket",
      tag: "acts",
      summary: "Gives an office a part of a ticket, with a clock of its own; the citizen is told so.",
      fails: [...ACT_FAILS, "FORBIDDEN"],
    },
    { params, body: ShareBody, response: { 200: TicketAfterAct } },
  );
  api.post("/tickets/:number/share", { schema: share }, async (request) => {
    const { by, ...given } = request.body;
    const caller = requireSigner(request, by);
    const ticket = await shareTicket(runtime, request.params.number, { ...given, ...caller });
    const undone = await noticeOnPartNotTold(runtime, ticket, given.office, caller);
    return showActTo(runtime, request, ticket, { ids: [actIdOf(caller, given.id)], undone });
  });

  const end = operation(
    {
      id: "endPart",
      tag: "acts",
      summary: "Ends an office's part of a ticket: by the office, or by a supervisor with a reason.",
      fails: [...ACT_FAILS, "NO_REASON", "NO_PART"],
    },
    { params, body: EndPartBody, response: { 200: TicketAfterAct } },
  );
  api.post("/tickets/:number/end-part", { schema: end }, async (request) => {
    const { by, ...given } = request.body;
    const caller = requireSigner(request, by);
    const ticket = await endPart(runtime, request.params.number, { ...given, ...caller });
    return showActTo(runtime, request, ticket, { ids: [actIdOf(caller, given.id)] });
  });

  const list = operation(
    { id: "listParts", tag: "tickets", summary: "Lists the open parts of an office, by their own clocks." },
    { querystring: PartQuery, response: { 200: PartPage } },
  );
  api.get("/parts", { schema: list }, async ({ query, officer: caller }) => {
    const district = caller?.district ?? query.district;
    if (!district) throw wrongField("district", "name one");
    const { office, officer, limit, after } = query;
    await checkFilter(runtime, { district, officer });
    const { heads, next } = await runtime.store.parts({
      sight: sightFor(runtime, caller, district),
      ...{ office, limit },
      ...defined({ officer, after: after === undefined ? undefined : parseCursor(after) }),
    });
    return { tickets: showRows(runtime, caller, heads, Date.now()), ...nextPage(next) };
  });
}
