import type { Connection } from "mongoose";
import { AppError } from "../../vocabulary/errors.ts";
import type { Collections } from "./collections.ts";
import { insertOnce } from "./errors.ts";
import { createIndexes } from "./indexes.ts";
import { MOVED_UP_TO, OLDER_SINCE } from "./ticket-migration.ts";

/**
 * Steps of migration: the nth, counted from 1, brings documents of form n to form n + 1. Each is safe to repeat, and a
 * released step never changes.
 */
const STEPS: ((at: Collections) => Promise<void>)[] = [
  // Tickets from before there were reminders: their officers are reminded when these tickets are late.
  async ({ ticket }) => {
    await ticket.updateMany({ remindAt: { $exists: false } }, [{ $set: { remindAt: "$lateAt", beside: null } }]);
  },
  // Marks every older ticket that may wait for its citizen; only the ticket's sealed part tells whether it does. If
  // such a ticket still waits in two weeks, its citizen or its officer is reminded.
  async ({ ticket }) => {
    const old = { askedAt: { $exists: false }, open: true };
    await ticket.updateMany({ ...old, lateAt: null }, [
      { $set: { askedAt: "$openedAt", remindAt: Date.now() + 14 * 86_400_000 } },
    ]);
    await ticket.updateMany({ ...old, kind: "data" }, [{ $set: { askedAt: "$openedAt" } }]);
  },
  // Older sessions may hold numbers that are due to be removed: with `stripAt` 0 the sweeper looks at each of them.
  async ({ conversation }) => {
    await conversation.updateMany({ stripAt: { $exists: false }, session: { $ne: null } }, { $set: { stripAt: 0 } });
  },
  // Lists now find tickets by `keys`; the indexes that lists used before would only slow down every write.
  async ({ ticket }) => {
    for (const name of OLD_LISTS) await ticket.dropIndex(name).catch(() => undefined); // may be gone already
  },
  // Threads are now documents of `entry`: the sweeper moves those of older tickets there, from the first number on.
  async ({ meta }) => {
    await insertOnce(meta.insertOne({ _id: MOVED_UP_TO, value: "" }));
  },
  // From now on a start looks for tickets of an older release only as long as there may be some.
  async ({ meta }) => {
    await insertOnce(meta.insertOne({ _id: OLDER_SINCE, value: Date.now() }));
  },
  // Messages are now found by `state` and `notBefore`; a message without `notBefore` may be answered at once.
  async ({ inbound }) => {
    await inbound.dropIndex("state_1_recordedAt_1").catch(() => undefined); // may be gone already
  },
];
const OLD_LISTS = [
  "district_1_open_1_openedAt_1",
  "officer_1_open_1_openedAt_1",
  "area_1_open_1_openedAt_1",
  "kecamatan_1_open_1_openedAt_1",
  "district_1_category_1_open_1_openedAt_1",
  "district_1_reason_1_open_1_openedAt_1",
  "district_1_open_1_openedAt_1_sensitive_1",
  "district_1_open_1_officer_1",
  "beside_1_open_1_openedAt_1",
];
export const FORM = STEPS.length + 1;

/**
 * Brings a database to the newest form; processes that start together may all do it. Rejects with SETTINGS_INVALID for
 * a database of a newer release, and for a server that cannot promise durable writes.
 */
export async function migrate(connection: Connection, at: Collections): Promise<void> {
  try {
    await insertOnce(at.meta.insertOne({ _id: "form", value: FORM }));
    // This is written at every start, so that a server without a journal refuses it now and not with the first
    // citizen's message.
    await at.meta.updateOne({ _id: "started" }, { $set: { value: new Date().toISOString() } }, { upsert: true });
  } catch (error) {
    if (!/journal/i.test(error instanceof Error ? error.message : "")) throw error;
    throw new AppError("SETTINGS_INVALID", "STORE_URL: this MongoDB keeps no journal, and would lose messages", {
      cause: error,
    });
  }
  const form = Number((await at.meta.findOne({ _id: "form" }))?.value);
  if (form > FORM) {
    throw new AppError(
      "SETTINGS_INVALID",
      `STORE_URL: the database has form ${form}, this release knows ${FORM} at most; it was written by a newer release: take that one, or restore the backup from before the update`,
    );
  }
  await createIndexes(connection);
  for (const step of STEPS.slice(form - 1)) await step(at);
  if (form < FORM) await at.meta.updateOne({ _id: "form" }, { $set: { value: FORM } });
}
