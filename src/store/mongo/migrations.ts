import { AppError } from "../../vocabulary/errors.ts";
import type { Collections } from "./collections.ts";
import { insertOnce } from "./errors.ts";
import { createIndexes } from "./indexes.ts";
import { MOVED_UP_TO, OLDER_SINCE } from "./ticket-migration.ts";

/** Step n (counted from 1) brings documents of form n to form n + 1. Never change a released step. */
const STEPS: ((at: Collections) => Promise<void>)[] = [
  async ({ ticket }) => {
    await ticket.updateMany({ remindAt: { $exists: false } }, [{ $set: { remindAt: "$lateAt", beside: null } }]);
  },
  // Only the sealed part tells whether an older ticket waits for its citizen.
  async ({ ticket }) => {
    const old = { askedAt: { $exists: false }, open: true };
    await ticket.updateMany({ ...old, lateAt: null }, [
      { $set: { askedAt: "$openedAt", remindAt: Date.now() + 14 * 86_400_000 } },
    ]);
    await ticket.updateMany({ ...old, kind: "data" }, [{ $set: { askedAt: "$openedAt" } }]);
  },
  async ({ conversation }) => {
    await conversation.updateMany({ stripAt: { $exists: false }, session: { $ne: null } }, { $set: { stripAt: 0 } });
  },
  async ({ ticket }) => {
    for (const name of OLD_LISTS) await ticket.dropIndex(name).catch(() => undefined);
  },
  // The sweeper moves the threads of older tickets to `entry`.
  async ({ meta }) => {
    await insertOnce(meta.insertOne({ _id: MOVED_UP_TO, value: "" }));
  },
  async ({ meta }) => {
    await insertOnce(meta.insertOne({ _id: OLDER_SINCE, value: Date.now() }));
  },
  async ({ inbound }) => {
    await inbound.dropIndex("state_1_recordedAt_1").catch(() => undefined);
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

/** Rejects with SETTINGS_INVALID for a database of a newer release, or for a server without a journal. */
export async function migrate(at: Collections): Promise<void> {
  try {
    await insertOnce(at.meta.insertOne({ _id: "form", value: FORM }));
    // A server without a journal refuses this write before the first message comes.
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
  await createIndexes(at);
  for (const step of STEPS.slice(form - 1)) await step(at);
  if (form < FORM) await at.meta.updateOne({ _id: "form" }, { $set: { value: FORM } });
}
