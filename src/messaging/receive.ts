import type { ChannelEvent } from "../channels/channel.ts";
import { defined } from "../defined.ts";
import type { Activity } from "../observability/activity.ts";
import type { Queue } from "../queue/jobs.ts";
import type { Contacts } from "../store/ports/contacts.ts";
import type { DeadLetters } from "../store/ports/dead-letters.ts";
import type { Inbox, Recorded } from "../store/ports/inbox.ts";
import type { Receipts } from "../store/ports/receipts.ts";
import type { OpenTurn } from "../store/ports/turns.ts";
import { limitTime } from "../time-limit.ts";
import { AppError } from "../vocabulary/errors.ts";
import type { Log, Meter } from "../vocabulary/message.ts";
import type { Holds } from "./account-holds.ts";
import type { NextStage } from "./next-stage.ts";
import type { Spool } from "./spool.ts";

/** In ms. If the store takes longer to acknowledge, the service treats the store as away. */
const PATIENCE = 2_000;

export type Receiving = {
  store: Inbox & Receipts & Pick<DeadLetters, "recordUnreadable"> & Pick<Contacts, "setReachable" | "moveContact">;
  queue: Pick<Queue, "wake">;
  holds: Pick<Holds, "noteReceipt">;
  answering: NextStage<OpenTurn>;
  activity: Pick<Activity, "count">;
  log: Log;
  meter: Pick<Meter, "received">;
};

/**
 * Stage 1: stores the events of a platform once. Returns `undefined` if the events went to the spool. Rejects if the
 * spool cannot be written.
 */
export async function receiveEvents(
  receiving: Receiving,
  spool: Pick<Spool, "holding" | "append">,
  events: ChannelEvent[],
): Promise<Recorded[] | undefined> {
  if (events.length === 0) return [];
  if (spool.holding) {
    await spool.append(events);
    return undefined;
  }
  try {
    return await withPatience(recordEvents(receiving, events));
  } catch (error) {
    receiving.log(
      "warn",
      { code: error instanceof AppError ? error.code : "INTERNAL", events: events.length },
      "store away, spooling",
    );
    await spool.append(events);
    return undefined;
  }
}

/** A repeated call with the same events does no harm. */
export async function recordEvents(receiving: Receiving, events: ChannelEvent[]): Promise<Recorded[]> {
  const { store, queue, holds, answering, log, meter } = receiving;
  const messages = events.flatMap((event) => (event.type === "message" ? [event.message] : []));
  const receipts = events.flatMap((event) => (event.type === "receipt" ? [event.receipt] : []));
  for (const event of events) {
    if (event.type === "moved") {
      const { contact, address, id, gone, aliases } = event;
      await store.moveContact(contact, address, {
        ...defined({ id, gone, aliases }),
      });
    }
    if (event.type === "reachable") await store.setReachable(event.contact, event.reachable);
    else if (event.type === "unreadable") {
      await store.recordUnreadable(event.contact, event.id, event.raw, event.reason);
      log("warn", { channel: event.contact.channel, reason: event.reason }, "unreadable, kept as a dead letter");
    } else if (event.type === "notice") {
      const { channel, account, what, bad } = event;
      log(
        bad ? "error" : "info",
        { channel, account, what, ...(bad ? { alarm: "account" } : {}) },
        "the platform reports",
      );
    } else if (event.type === "ignored") log("info", { reason: event.reason }, "ignored");
  }
  for (const receipt of receipts) await holds.noteReceipt(receipt);
  const [recorded, again] = await Promise.all([
    messages.length > 0 ? store.recordInbound(messages, answering.isInThisProcess()) : [],
    receipts.length > 0 ? store.recordReceipts(receipts) : [],
  ]);
  for (const [index, { key, conversation, fresh, turn }] of recorded.entries()) {
    const contact = messages[index]?.contact;
    meter.received(contact?.channel ?? "", fresh);
    if (contact && fresh) receiving.activity.count(contact, "received");
    log("debug", { message: key, conversation, fresh }, "received");
    if (turn) answering.take(turn);
    else if (fresh) await queue.wake("inbound", { conversation });
  }
  for (const conversation of again) await queue.wake("outbound", { conversation });
  return recorded;
}

const withPatience = <T>(work: Promise<T>): Promise<T> =>
  limitTime(PATIENCE, work, () => {
    throw new AppError("STORE_UNAVAILABLE", "no acknowledgement in time");
  });
