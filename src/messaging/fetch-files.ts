import { createHash } from "node:crypto";
import { type Attachment, type Fetched, REFUSALS } from "../complaints/attachment.ts";
import type { Ticket, TicketEvent } from "../complaints/ticket.ts";
import { appError } from "../errors.ts";
import { cleanFile, MOST_BYTES } from "../privacy/clean-file.ts";
import { channelOf, type Messaging } from "./messaging.ts";
import { ticketWords } from "./ticket-words.ts";

const FIRST_PAUSE = 5_000;
const LONGEST_PAUSE = 600_000;
/** Platforms keep a file for days; then it is gone. */
const GIVE_UP = 24 * 3_600_000;

/** Stage of its own: brings a ticket's files from their platform into the store, cleaned. Every step may be repeated. */
export async function fetchFiles(messaging: Messaging, number: string): Promise<void> {
  const { store, queue, fetching, log } = messaging;
  const ticket = await store.ticket(number);
  const waiting = ticket?.attachments.filter(({ state }) => state === "pending") ?? [];
  const rest = fetching.get(number);
  if (!ticket || waiting.length === 0) {
    fetching.delete(number);
    return;
  }
  if (rest && rest.until > performance.now()) return;
  for (const attachment of waiting) {
    const fetched = await fetchedOf(messaging, ticket, attachment);
    if (!fetched) {
      const pause = Math.min(rest ? rest.pause * 2 : FIRST_PAUSE, LONGEST_PAUSE);
      fetching.set(number, { until: performance.now() + pause, pause });
      await queue.wake("media", { number }, { delay: pause });
      return;
    }
    await ended(messaging, ticket, attachment, fetched);
    const result = fetched.state === "kept" ? fetched.type : fetched.refusal;
    log("info", { ticket: number, file: attachment.id, kind: attachment.kind, result }, "file fetched");
  }
  fetching.delete(number);
}

/** `undefined`: not now. */
async function fetchedOf(
  messaging: Messaging,
  { conversation }: Ticket,
  { id, kind, file, at }: Attachment,
): Promise<Fetched | undefined> {
  const { store, log } = messaging;
  try {
    const contact = conversation ? await store.contactOf(conversation) : undefined;
    const channel = contact && channelOf(messaging, contact);
    if (!channel?.fetch) return { state: "refused", refusal: "gone" };
    const { bytes, type } = await cleanFile(await channel.fetch(file, MOST_BYTES[kind]), kind);
    await store.keepFile(id, bytes);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    return { state: "kept", type, size: bytes.length, sha256 };
  } catch (thrown) {
    const { code, details, retryable } = appError(thrown);
    if (code === "TOO_LARGE") return { state: "refused", refusal: "too-large" };
    const refusal = REFUSALS.find((one) => one === details.field);
    if (code === "FILE_REFUSED" && refusal) return { state: "refused", refusal };
    if (code === "NOT_FOUND" || Date.now() - at > GIVE_UP) return { state: "refused", refusal: "gone" };
    log(retryable ? "warn" : "error", { file: id, code }, "file not fetched");
    return undefined;
  }
}

/** The citizen hears of a file that we could not keep, so that they can send it again. */
async function ended(messaging: Messaging, ticket: Ticket, { id }: Attachment, fetched: Fetched): Promise<void> {
  const { store, queue } = messaging;
  const { number, conversation } = ticket;
  const refusal = fetched.state === "refused" ? fetched.refusal : undefined;
  const said = refusal && { key: `files.refused.${refusal}`, values: { number } };
  const [words] = (said && (await ticketWords(messaging, ticket, { parts: [said] }))) ?? [];
  const event: TicketEvent = {
    type: "fetched",
    id: `fetched-${id}`,
    at: Date.now(),
    by: "system",
    text: refusal ?? "",
    file: id,
    fetched,
    ...(words && conversation ? { outbound: `${conversation}.${id}` } : {}),
  };
  await store.changeTicket(number, event, words);
  if (words && conversation) await queue.wake("outbound", { conversation });
}
