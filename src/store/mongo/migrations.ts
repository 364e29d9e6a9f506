import type { Connection } from "mongoose";
import { AppError } from "../../vocabulary/errors.ts";
import { type Collections, createIndexes } from "./collections.ts";
import { unlessThere } from "./errors.ts";

/** Steps that bring documents of form n (its place, from 1) to form n + 1, each safe to repeat; a released one never changes. */
const STEPS: ((at: Collections) => Promise<void>)[] = [
  // Tickets of before the reminders are told of when they are late.
  async ({ ticket }) => {
    await ticket.updateMany({ remindAt: { $exists: false } }, [{ $set: { remindAt: "$lateAt", beside: null } }]);
  },
  // Every older ticket that may wait for its citizen is marked; the ticket itself says whether it does. Two weeks from now
  // the citizen of one that still waits is reminded, or its officer.
  async ({ ticket }) => {
    const old = { askedAt: { $exists: false }, open: true };
    await ticket.updateMany({ ...old, lateAt: null }, [
      { $set: { askedAt: "$openedAt", remindAt: Date.now() + 14 * 86_400_000 } },
    ]);
    await ticket.updateMany({ ...old, kind: "data" }, [{ $set: { askedAt: "$openedAt" } }]);
  },
  // Sessions of before may hold numbers that nobody has looked for.
  async ({ conversation }) => {
    await conversation.updateMany({ stripAt: { $exists: false }, session: { $ne: null } }, { $set: { stripAt: 0 } });
  },
  // Lists are asked for by key: what they were asked for by before costs every write.
  async ({ ticket }) => {
    for (const name of OLD_LISTS) await ticket.dropIndex(name).catch(() => undefined); // may be gone already
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
 * Brings a database to the newest form; processes that start together may all do it. Throws SETTINGS_INVALID for a
 * newer release's, and for a server that cannot promise durable writes.
 */
export async function migrate(connection: Connection, at: Collections): Promise<void> {
  try {
    await unlessThere(at.meta.insertOne({ _id: "form", value: FORM }));
    // Written at every start: a server without a journal refuses it here and not at the first citizen's message.
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
      `STORE_URL: the database has form ${form}, this release knows ${FORM} at most; it was written by a newer release`,
    );
  }
  await createIndexes(connection);
  for (const step of STEPS.slice(form - 1)) await step(at);
  if (form < FORM) await at.meta.updateOne({ _id: "form" }, { $set: { value: FORM } });
}
