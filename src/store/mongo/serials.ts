import { setTimeout as pause } from "node:timers/promises";
import type { Context } from "./context.ts";
import { insertOnce } from "./errors.ts";

/** Ms to wait for whoever began to reserve a number, before it is done for them. */
const PATIENCE = 200;

type Numbering = Pick<Context, "at" | "clock">;

/** The first to write the key draws the number; the others wait for it, and draw themselves when nothing comes. */
export async function reserveSerial({ at, clock }: Numbering, series: string, key: string): Promise<number> {
  const mine = await insertOnce(at.reserved.insertOne({ _id: key, serial: null, reservedAt: clock.now() }));
  for (const until = performance.now() + PATIENCE; !mine && performance.now() < until; ) {
    const found = await at.reserved.findOne({ _id: key });
    if (found?.serial) return found.serial;
    await pause(10);
  }
  const serial = await nextSerial({ at }, series);
  await at.reserved.updateOne({ _id: key, serial: null }, { $set: { serial } });
  const reserved = await at.reserved.findOne({ _id: key });
  return reserved?.serial ?? serial;
}

async function nextSerial({ at }: Pick<Numbering, "at">, series: string): Promise<number> {
  for (;;) {
    const after = await at.serial.findOneAndUpdate({ _id: series }, { $inc: { last: 1 } }, { returnDocument: "after" });
    if (after) return after.last;
    if (await insertOnce(at.serial.insertOne({ _id: series, last: 1 }))) return 1;
  }
}
