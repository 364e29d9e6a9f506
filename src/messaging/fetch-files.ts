import { createHash } from "node:crypto";
import type { Attachment, Fetched } from "../casework/attachment.ts";
import { ticketWithoutEntries } from "../casework/past.ts";
import type { Ticket, TicketEvent } from "../casework/ticket.ts";
import { channelOf } from "../channels/accounts.ts";
import type { Channel } from "../channels/channel.ts";
import type { Cleaner } from "../media/clean-apart.ts";
import { MOST_BYTES } from "../media/clean-file.ts";
import type { Queue } from "../queue/jobs.ts";
import type { Contacts } from "../store/ports/contacts.ts";
import type { Files } from "../store/ports/files.ts";
import type { Limits } from "../store/ports/limits.ts";
import type { Tickets } from "../store/ports/tickets.ts";
import { appError } from "../vocabulary/errors.ts";
import { REFUSALS, type Refusal } from "../vocabulary/lists.ts";
import type { Contact, Log } from "../vocabulary/message.ts";
import type { Holds } from "./account-holds.ts";
import type { DeskPort } from "./desk-port.ts";
import { countFile, countTry, endTry, takeFile } from "./file-quota.ts";

const FIRST_PAUSE = 5_000;
const LONGEST_PAUSE = 600_000;
/** In ms. */
const GIVE_UP = 24 * 3_600_000;
/** Refusals that a citizen reads only once for a report. */
const SAID_ONCE = new Set<Refusal>(["too-many", "busy-day"]);

export type FetchingFiles = {
  store: Pick<Tickets, "head"> &
    Pick<Contacts, "contactOf"> &
    Pick<Files, "keepFile"> &
    Pick<Limits, "count" | "takeBack" | "clearCounts">;
  queue: Pick<Queue, "wake">;
  channels: ReadonlyMap<string, Channel>;
  cleanFile: Cleaner;
  desk: Pick<DeskPort, "composeTicketMessage" | "commitWithMessage">;
  holds: Pick<Holds, "noteFailure">;
  log: Log;
};

/** In ms. `until` is a time of the monotonic clock. */
type Pauses = Map<string, { until: number; pause: number }>;

/** A repeated call does no harm. */
export function openFileFetcher(fetching: FetchingFiles): (number: string) => Promise<void> {
  const pauses: Pauses = new Map();
  return (number) => fetchFiles(fetching, pauses, number);
}

async function fetchFiles(fetching: FetchingFiles, pauses: Pauses, number: string): Promise<void> {
  const { store, queue, log } = fetching;
  const head = await store.head(number);
  const ticket = head && ticketWithoutEntries(head);
  const said = new Set(ticket?.attachments.flatMap(({ refusal }) => refusal ?? []));
  let again = Number.POSITIVE_INFINITY;
  for (const attachment of ticket?.attachments ?? []) {
    const { id, kind, state } = attachment;
    const rest = pauses.get(id);
    if (!ticket || state !== "pending" || (rest && rest.until > performance.now())) continue;
    const letFileGo = await takeFile(store, id);
    if (!letFileGo) continue;
    try {
      if (!(await isPending(store, number, id))) continue;
      const fetched = await fetchFile(fetching, ticket, attachment);
      if (!fetched) {
        const pause = Math.min(rest ? rest.pause * 2 : FIRST_PAUSE, LONGEST_PAUSE);
        pauses.set(id, { until: performance.now() + pause, pause });
        again = Math.min(again, pause);
        continue;
      }
      pauses.delete(id);
      const isRepeated = fetched.state === "refused" && SAID_ONCE.has(fetched.refusal) && said.has(fetched.refusal);
      if (fetched.state === "refused") said.add(fetched.refusal);
      await recordFetched(fetching, ticket, attachment, fetched, isRepeated);
      const result = fetched.state === "kept" ? fetched.type : fetched.refusal;
      log("info", { ticket: number, file: id, kind, result }, "file fetched");
    } finally {
      await letFileGo();
    }
  }
  if (Number.isFinite(again)) await queue.wake("media", { number }, { delay: again });
}

async function isPending(store: FetchingFiles["store"], number: string, id: string): Promise<boolean> {
  const head = await store.head(number);
  return head?.attachments.some((one) => one.id === id && one.state === "pending") ?? false;
}

/** Returns `undefined` if the service has to try again later. */
async function fetchFile(
  fetching: FetchingFiles,
  { conversation, district }: Ticket,
  { id, kind, file, at }: Attachment,
): Promise<Fetched | undefined> {
  const { store, log } = fetching;
  let contact: Contact | undefined;
  try {
    contact = conversation ? await store.contactOf(conversation) : undefined;
    const channel = contact && channelOf(fetching, contact);
    if (!channel?.fetchFile || !conversation) return { state: "refused", refusal: "gone" };
    const from = { conversation, district };
    const tooMany = await countFile(store, from, id);
    if (tooMany) return refuseOverQuota(fetching, district, tooMany);
    const original = await channel.fetchFile(file, MOST_BYTES[kind]);
    const stopped = await countTry(store, from, id, original.length);
    if (stopped) return refuseOverQuota(fetching, district, stopped);
    const clean = await fetching.cleanFile(original, kind).catch(async (thrown: unknown) => {
      await endTry(store, id);
      throw thrown;
    });
    if (!clean) {
      log("warn", { file: id, kind }, "a file's process did not come to an end");
      return undefined;
    }
    await endTry(store, id);
    await store.keepFile(id, clean.bytes);
    const sha256 = createHash("sha256").update(clean.bytes).digest("hex");
    return { state: "kept", type: clean.type, size: clean.bytes.length, sha256 };
  } catch (thrown) {
    const error = appError(thrown);
    const { code, details, retryable } = error;
    // A stopped account cannot send messages either.
    if (contact && code === "CHANNEL_STOPPED" && details.platformCode !== undefined) {
      await fetching.holds.noteFailure(contact, error);
    }
    if (code === "TOO_LARGE") return { state: "refused", refusal: "too-large" };
    const refusal = REFUSALS.find((one) => one === details.field);
    if (code === "FILE_REFUSED" && refusal) return { state: "refused", refusal };
    if (code === "NOT_FOUND" || Date.now() - at > GIVE_UP) return { state: "refused", refusal: "gone" };
    log(retryable ? "warn" : "error", { file: id, code }, "file not fetched");
    return undefined;
  }
}

function refuseOverQuota({ log }: FetchingFiles, district: string, refusal: Refusal): Fetched {
  if (refusal === "busy-day") log("warn", { district, alarm: "files" }, "more files today than a district may bring");
  return { state: "refused", refusal };
}

async function recordFetched(
  fetching: FetchingFiles,
  ticket: Ticket,
  { id }: Attachment,
  fetched: Fetched,
  isRepeated: boolean,
): Promise<void> {
  const { number } = ticket;
  const refusal = fetched.state === "refused" ? fetched.refusal : undefined;
  const said =
    refusal === undefined || isRepeated ? undefined : { key: `files.refused.${refusal}`, values: { number } };
  const [words] = (said && (await fetching.desk.composeTicketMessage(ticket, { parts: [said] }))) ?? [];
  const event: TicketEvent = {
    type: "fetch",
    id: `fetched-${id}`,
    at: Date.now(),
    by: "system",
    text: refusal ?? "",
    file: id,
    fetched,
  };
  await fetching.desk.commitWithMessage(ticket, event, words);
}
