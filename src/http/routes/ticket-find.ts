import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { findTickets } from "../../casework/desk/find.ts";
import { defined } from "../../defined.ts";
import type { Runtime } from "../../runtime.ts";
import { wrongField } from "../../vocabulary/errors.ts";
import { TicketPage, TicketSearch } from "../contract/tickets.ts";
import { operation } from "../operation.ts";
import { showRows } from "../show-ticket.ts";

/** URLs appear in logs, so the search words are in the body. */
export async function registerTicketFind(app: FastifyInstance, { runtime }: { runtime: Runtime }): Promise<void> {
  const schema = operation(
    {
      id: "findTickets",
      tag: "tickets",
      summary: "Finds tickets that its caller reads by number, serial, NIK, name or phone.",
      fails: ["TOO_LARGE"],
    },
    { body: TicketSearch, response: { 200: TicketPage } },
  );
  app.withTypeProvider<ZodTypeProvider>().post("/tickets/find", { schema }, async ({ body, officer }) => {
    const district = officer?.district ?? body.district;
    if (!district) throw wrongField("district", "name one");
    const { tickets, next } = await findTickets(runtime, { ...body, district }, { officer });
    return { tickets: showRows(runtime, officer, tickets, Date.now()), ...defined({ next }) };
  });
}
