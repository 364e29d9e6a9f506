import { setTimeout as pause } from "node:timers/promises";
import type { Tickets } from "../ports/tickets.ts";
import { gapOf, IN_USE, isGap, NOTE_EVERY, skippedIn, skippedName, yearsOf } from "../serial-gap.ts";
import type { Collections } from "./collections.ts";
import type { Context } from "./context.ts";
import { insertOnce } from "./errors.ts";

/** In ms. The longest wait for another process that reserves the same serial. */
const PATIENCE = 200;

type Serials = Pick<Tickets, "reserveSerial" | "noteUse">;

export function mongoSerials({ at, clock }: Pick<Context, "at" | "clock">): Serials {
  async function reserve(district: string, year: number, key: string): Promise<number> {
    const mine = await insertOnce(at.reserved.insertOne({ _id: key, serial: null, reservedAt: clock.now() }));
    for (const until = performance.now() + PATIENCE; !mine && performance.now() < until; ) {
      const found = await at.reserved.findOne({ _id: key });
      if (found?.serial) return found.serial;
      await pause(10);
    }
    const serial = await nextSerial(district, year);
    await at.reserved.updateOne({ _id: key, serial: null }, { $set: { serial } });
    const reserved = await at.reserved.findOne({ _id: key });
    return reserved?.serial ?? serial;
  }

  async function nextSerial(district: string, year: number): Promise<number> {
    const series = `${district} ${year}`;
    for (;;) {
      const after = await at.serial.findOneAndUpdate(
        { _id: series },
        { $inc: { last: 1 } },
        { returnDocument: "after" },
      );
      if (after) return after.last;
      const skipped = await at.meta.findOne({ _id: skippedName(year) });
      const first = 1 + Number(skipped?.value ?? 0);
      if (await insertOnce(at.serial.insertOne({ _id: series, last: first }))) return first;
    }
  }

  /** Returns the ms since the last note, or 0 without a gap. */
  async function noteUse(): Promise<number> {
    const to = Math.round(clock.now());
    const note = await at.meta.findOne({ _id: IN_USE });
    const from = Number(note?.value ?? to);
    const passed = to - from;
    const hasGap = isGap({ from, to });
    const gap = gapOf(from, to);
    if (note && passed >= 0 && passed < NOTE_EVERY) return 0;
    for (const year of hasGap ? yearsOf(gap) : []) {
      const skipped = skippedIn(year, gap);
      await at.meta.updateOne(
        { _id: skippedName(year) },
        [{ $set: { value: { $add: [{ $ifNull: ["$value", 0] }, skipped] } } }],
        { upsert: true },
      );
      await at.serial.updateMany({ _id: { $regex: ` ${year}$` } }, { $inc: { last: skipped } });
    }
    await at.meta.updateOne({ _id: IN_USE }, { $set: { value: to } }, { upsert: true });
    return hasGap ? passed : 0;
  }

  return {
    noteUse,
    async reserveSerial(district, year, key) {
      await noteUse();
      return reserve(district, year, key);
    },
  };
}

export async function beginNotes(at: Collections, now: number): Promise<void> {
  if (await at.meta.findOne({ _id: IN_USE })) return;
  const newest = await Promise.all([
    ...(["pending", "handled", "dead"] as const).map(async (state) => {
      return (await at.inbound.findOne({ state }, { sort: { recordedAt: -1 } }))?.recordedAt;
    }),
    at.reserved.findOne({}, { sort: { reservedAt: -1 } }).then((one) => one?.reservedAt),
  ]);
  const from = Math.max(...newest.map((one) => one ?? 0));
  await insertOnce(at.meta.insertOne({ _id: IN_USE, value: Math.round(from || now) }));
}
