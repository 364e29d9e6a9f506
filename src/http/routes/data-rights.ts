import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { exportChat } from "../../casework/desk/copy-chat.ts";
import { entryIdsOf } from "../../casework/desk/data-rights.ts";
import { forgetChat } from "../../casework/desk/forget-chat.ts";
import { withdrawConsent } from "../../casework/desk/withdraw-consent.ts";
import type { Runtime } from "../../runtime.ts";
import type { ErrorCode } from "../../vocabulary/errors.ts";
import { DataRightBody } from "../contract/ticket-acts.ts";
import { TicketAfterAct } from "../contract/tickets.ts";
import { operation } from "../operation.ts";
import { requireSigner } from "../require-signer.ts";
import { showActTo } from "../show-ticket.ts";
import { NumberInPath } from "../ticket-number.ts";

const FAILS: readonly ErrorCode[] = ["TICKET_UNKNOWN", "NOT_YOURS", "STALE", "FORBIDDEN", "TICKET_CLOSED", "TOO_LARGE"];

const RIGHTS = [
  {
    path: "export",
    id: "exportChat",
    fulfil: exportChat,
    summary: "Sends the citizen a copy of what their chat keeps.",
  },
  { path: "forget", id: "forgetChat", fulfil: forgetChat, summary: "Erases what is kept of the citizen's chat." },
  {
    path: "withdraw",
    id: "withdrawConsent",
    fulfil: withdrawConsent,
    summary: "Writes down that consent is withdrawn.",
  },
] as const;

export async function registerDataRights(app: FastifyInstance, { runtime }: { runtime: Runtime }): Promise<void> {
  const api = app.withTypeProvider<ZodTypeProvider>();
  for (const { path, id, fulfil, summary } of RIGHTS) {
    const schema = operation(
      { id, tag: "data rights", summary, fails: FAILS },
      { params: NumberInPath, body: DataRightBody, response: { 200: TicketAfterAct } },
    );
    api.post(`/tickets/:number/${path}`, { schema }, async (request) => {
      const { params, body } = request;
      const caller = { ...requireSigner(request, body?.by), expect: body?.expect };
      const ticket = await fulfil(runtime, params.number, caller);
      return showActTo(runtime, request, ticket, { ids: entryIdsOf(path, caller) });
    });
  }
}
