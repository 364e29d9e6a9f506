import { randomBytes } from "node:crypto";
import mongoose from "mongoose";
import { describe, expect, it } from "vitest";
import { openMongo } from "../../src/store/mongo/index.ts";
import { storeOptions } from "../support/keys.ts";
import { emptyDatabase, mongoUrl } from "../support/mongo.ts";
import { startProcess } from "../support/process.ts";
import { drawn } from "./conversation.ts";
import { LONG, pause } from "./fleet.ts";
import { addRow } from "./table.ts";

const KILLS = LONG ? 20 : 3;
const NUMBERS = [1, 2, 3, 4].map((serial) => `LMG-26-00000${serial}-1`);

/** Returns the entries that the writer acknowledged before its death. */
async function writeUntilKilled(url: string, run: number, ms: number): Promise<string[]> {
  const writer = await startProcess("tests/crash/write-threads.ts", [url, String(run), ...NUMBERS], {}, /acknowledged/);
  await pause(ms);
  await writer.kill();
  return [...writer.output().matchAll(/acknowledged (\S+ \S+)\n/g)].map(([, one = ""]) => one);
}

describe.runIf(mongoUrl)("threads over MongoDB", { timeout: 600_000 }, () => {
  it("lose and repeat no entry if their writer is killed several times", async () => {
    const random = drawn(5);
    const database = await emptyDatabase(`sapa-${randomBytes(4).toString("hex")}`);
    const store = await openMongo(database.url, storeOptions());
    for (const number of NUMBERS) {
      const draft = { number, district: "lamongan", category: "card" as const, text: "x", person: {}, locale: "id" };
      await store.openTicket({ ...draft, openedAt: 1 });
    }
    const acknowledged: string[] = [];
    for (let run = 1; run <= KILLS; run += 1)
      acknowledged.push(...(await writeUntilKilled(database.url, run, 200 + random() * 800)));

    let kept = 0;
    const found = new Set<string>();
    for (const number of NUMBERS) {
      const { events = [] } = (await store.ticket(number)) ?? {};
      expect(events.map(({ version }) => version)).toEqual(events.map((_, no) => no + 2));
      expect(new Set(events.map(({ id }) => id)).size, "each once").toBe(events.length);
      const gone = new Set(events.flatMap((one) => (one.type === "take-back" ? [one.of] : [])));
      for (const one of events) if (one.type === "add") expect(one.text).toBe(gone.has(one.at) ? "" : "rahasia");
      for (const { id } of events) found.add(`${number} ${id}`);
      kept += events.length;
      await store.changeTicket(number, { type: "note", id: "last", at: 1, by: "sari", text: "" });
    }
    const lost = acknowledged.filter((one) => !found.has(one));
    expect(acknowledged.length).toBeGreaterThan(KILLS);
    expect(lost).toEqual([]);
    const connection = await mongoose.createConnection(database.url).asPromise();
    const left = { $or: [{ "arriving.0": { $exists: true } }, { "unlogged.0": { $exists: true } }] };
    expect(await connection.collection("ticket").countDocuments(left), "what the dead left is taken along").toBe(0);
    expect(await connection.collection("entry").countDocuments()).toBe(kept + NUMBERS.length);
    await connection.close();
    await store.close();
    await database.drop();
    const done = { kills: KILLS, "entries acknowledged": acknowledged.length };
    const outcome = { messages: kept, lost: lost.length, appliedTwice: 0, doubled: 0 };
    addRow({ drill: "a thread's writer killed with -9", shape: "MongoDB and Redis", done, ...outcome });
  });
});
