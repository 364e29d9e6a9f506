import { randomBytes } from "node:crypto";
import { Redis } from "ioredis";
import mongoose from "mongoose";
import { SCRIPT } from "./harness.ts";
import { median } from "./median.ts";
import { cpuOf, openServers, startFleet } from "./servers.ts";

const CHATS = 400;
const IN_FLIGHT = 64;
const WORKERS = 2;
const ROUNDS = 3;

/** Returns how many messages a second a loop of bare operations handles. */
async function bareLoop(url: string, redisUrl: string, messages: number): Promise<number> {
  const connection = await mongoose
    .createConnection(url, { writeConcern: { w: "majority", journal: true }, promoteBuffers: true, maxPoolSize: 64 })
    .asPromise();
  const db = connection.getClient().db(`bare-${randomBytes(4).toString("hex")}`);
  type Doc = { _id: string };
  const [identity, inbound, conversation] = ["identity", "inbound", "conversation"].map((name) =>
    db.collection<Doc & Record<string, unknown>>(name),
  );
  if (!identity || !inbound || !conversation) return 0;
  await inbound.createIndex({ conversation: 1, order: 1 }, { partialFilterExpression: { state: "pending" } });
  const session = Buffer.alloc(600);
  for (let chat = 0; chat < CHATS; chat += 1) {
    await identity.insertOne({ _id: `i${chat}`, conversation: `c${chat}` });
    await conversation.insertOne({ _id: `c${chat}`, session, out: [] });
  }
  const redis = new Redis(redisUrl);
  const begun = performance.now();
  let next = 0;
  await Promise.all(
    Array.from({ length: IN_FLIGHT }, async () => {
      for (let index = next++; index < messages; index = next++) {
        const _id = `c${index % CHATS}`;
        await identity.find({ _id: { $in: [`i${index % CHATS}`] } }).toArray();
        await inbound.insertOne({
          _id: `k${index}`,
          conversation: _id,
          order: index,
          state: "pending",
          sealed: session,
        });
        for (let command = 0; command < 3; command += 1) await redis.eval("return redis.call('SET', 'a', '1')", 0);
        await conversation.findOneAndUpdate({ _id }, { $set: { turn: index } });
        await inbound.find({ conversation: _id, state: "pending" }).sort({ order: 1 }).limit(10).toArray();
        await conversation.findOneAndUpdate({ _id }, { $set: { session, out: [{ sealed: session }] } });
        await inbound.updateOne({ _id: `k${index}` }, { $set: { state: "handled", sealed: session } });
        await redis.eval("return redis.call('GET', 'a')", 0);
        await conversation.findOneAndUpdate({ _id }, { $set: { out: [] } });
      }
    }),
  );
  const rate = messages / ((performance.now() - begun) / 1_000);
  await db.dropDatabase();
  await connection.close();
  redis.disconnect();
  return rate;
}

export async function production(): Promise<void> {
  const servers = await openServers();
  if (!servers) return;
  const { load, mongo, redis } = servers;
  const processes = await startFleet(servers, WORKERS);
  const order = {
    webhook: servers.webhook,
    chats: CHATS,
    script: SCRIPT,
    latency: 5,
    concurrency: IN_FLIGHT,
  };
  // The service and the bare loop take turns, so that slow moments of the machine hit both.
  await load.run(order);
  await bareLoop(mongo.href, redis, CHATS * SCRIPT.length);
  const ratios: number[] = [];
  let cpu: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = processes.map(cpuOf);
    const ours = await load.run(order);
    cpu = processes.map((one, index) => (cpuOf(one) - (before[index] ?? 0)) / ours.messages);
    const bare = await bareLoop(mongo.href, redis, CHATS * SCRIPT.length);
    ratios.push(ours.perSecond / bare);
    const { perSecond, replyP50, replyP99, wrong, doubled } = ours;
    console.log({ ours: perSecond, bare: Math.round(bare), replyP50, replyP99, wrong, doubled });
  }
  await Promise.all(processes.map((one) => one.kill("SIGTERM")));
  console.log(`of the bare loop's rate, median of ${ROUNDS}: ${median(ratios).toFixed(2)} (wanted 0.6)`);
  const [web = 0, ...workers] = cpu;
  const working = workers.reduce((sum, one) => sum + one, 0);
  console.log(`CPU a message: web ${web.toFixed(2)} ms, workers ${working.toFixed(2)} ms together`);
  await servers.end();
}
