import { limitsFor } from "../../channels/accounts.ts";
import { composeBubbles } from "../../channels/compose.ts";
import { AppError, wrongField } from "../../vocabulary/errors.ts";
import { zoneOf } from "../deadline.ts";
import type { Ticket } from "../ticket.ts";
import type { Caller, ExpectedVersion } from "./caller.ts";
import { idOfCopy, readChatContent, textsOf } from "./chat-copy-words.ts";
import { beginDataRequest, sendConfirmation } from "./data-rights.ts";
import type { Desk } from "./desk.ts";
import { mayPrintCopy } from "./may-print-copy.ts";

const MOST_BUBBLES = 12;

/** Rejects as `beginDataRequest` does, and with TOO_LARGE for a long copy. */
export async function exportChat(desk: Desk, number: string, caller: Caller & ExpectedVersion): Promise<Ticket> {
  const { store, queue, translate } = desk;
  const request = await beginDataRequest(desk, number, caller, "export", async ({ locale, district }, conversation) => {
    const chat = await readChatContent(desk, conversation);
    if (!chat.contact) throw wrongField("number", `${number} has no chat any more`);
    const limits = limitsFor(desk, chat.contact);
    const bubbles = composeBubbles(
      [{ parts: textsOf(chat, zoneOf(district, desk.calendar)) }],
      locale,
      limits,
      translate,
    );
    if (bubbles.length > MOST_BUBBLES) {
      throw new AppError(
        "TOO_LARGE",
        "this copy is too long for a chat: print it with `sapa tickets export NUMBER --out FILE`",
      );
    }
    return bubbles;
  });
  if (request.done) return request.ticket;
  const { conversation, checked: bubbles } = request;
  for (const [index, body] of bubbles.entries())
    await store.addOutbound(conversation, idOfCopy(number, index), { ...body, ticket: number });
  await queue.wake("outbound", { conversation });
  return (await sendConfirmation(desk, request, "export", [{ key: "privacy.copied", values: { number } }])).ticket;
}

/**
 * Rejects as `beginDataRequest` does, and with:
 * - FORBIDDEN: the officer may not read the whole chat.
 * - TICKET_CLOSED: an earlier call made the copy.
 */
export async function printChat(
  desk: Desk,
  number: string,
  caller: Caller & ExpectedVersion,
): Promise<{ ticket: Ticket; text: string }> {
  const request = await beginDataRequest(desk, number, caller, "export", async (_, conversation, officer) => {
    const chat = await readChatContent(desk, conversation);
    if (!(await mayPrintCopy(desk, officer, chat)))
      throw new AppError(
        "FORBIDDEN",
        "only an officer who may see every ticket and every word of this chat makes a copy for the counter: send it to the chat, or ask a marked officer",
      );
    return chat;
  });
  if (request.done) throw copyMade(number);
  const text = textsOf(request.checked, zoneOf(request.ticket.district, desk.calendar))
    .map((part) => desk.translate(request.ticket.locale, part))
    .join("\n\n");
  const { ticket, isFirst } = await sendConfirmation(desk, request, "export", [
    { key: "privacy.printed", values: { number } },
  ]);
  if (!isFirst) throw copyMade(number);
  return { ticket, text };
}

const copyMade = (number: string): AppError => new AppError("TICKET_CLOSED", `the copy of ${number} has been made`);
