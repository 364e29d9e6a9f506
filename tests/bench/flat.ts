import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import mongoose from "mongoose";
import { SCRIPT, startLoad, startService } from "./harness.ts";
import { cpuOf, openServers, startFleet } from "./servers.ts";

const CHATS = 400;
const FEW = 1_000;
const MANY = 1_000_000;
const AT_ONCE = 5_000;

const order = { chats: CHATS, script: SCRIPT, latency: 5, concurrency: 64 };

/** Compares the cost of a message with 1,000 and with 1,000,000 stored conversations, over both stores. */
export async function flat(): Promise<void> {
  await overSqlite();
  await overMongo();
}

async function overSqlite(): Promise<void> {
  const load = await startLoad();
  const rates: number[] = [];
  for (const stored of [FEW, MANY]) {
    const service = await startService(load.apiRoot);
    const db = new DatabaseSync(join(service.directory, "sapa.db"));
    fillSqlite(db, stored);
    db.close();
    await load.run({ ...order, webhook: service.webhook });
    const { perSecond } = await load.run({ ...order, webhook: service.webhook, chats: 4 * CHATS });
    rates.push(perSecond);
    await service.end();
  }
  load.close();
  tell("SQLite", rates);
}

function fillSqlite(db: DatabaseSync, count: number): void {
  db.exec("begin");
  const numbers = `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${count})`;
  db.exec(`insert into conversation (id, channel, account, contact, session)
    ${numbers} select lower(hex(randomblob(11))), 'telegram', '1000', randomblob(90), randomblob(600) from n`);
  db.exec("insert into identity (key, conversation) select lower(hex(randomblob(11))), id from conversation");
  db.exec(`insert into inbound (key, conversation, channel, ord, sealed, state, recorded_at, handled_at)
    select lower(hex(randomblob(11))), id, 'telegram', 1, randomblob(250), 1, 1, unixepoch() * 1000 from conversation`);
  db.exec("commit");
}

async function overMongo(): Promise<void> {
  const servers = await openServers();
  if (!servers) return;
  const rates: number[] = [];
  const costs: number[] = [];
  let stored = 0;
  for (const wanted of [FEW, MANY]) {
    await fillMongo(servers.mongo.href, wanted - stored);
    stored = wanted;
    const fleet = await startFleet(servers, 2);
    await servers.load.run({ ...order, webhook: servers.webhook, chats: 100 });
    const before = fleet.map(cpuOf);
    const { perSecond, messages } = await servers.load.run({ ...order, webhook: servers.webhook });
    rates.push(perSecond);
    costs.push(fleet.reduce((sum, one, index) => sum + cpuOf(one) - (before[index] ?? 0), 0) / messages);
    await Promise.all(fleet.map((one) => one.kill("SIGTERM")));
  }
  tell("MongoDB", rates);
  console.log(`our processor time a message: ${costs.map((cost) => `${cost.toFixed(2)} ms`).join(", then ")}`);
  await servers.end();
}

async function fillMongo(url: string, count: number): Promise<void> {
  const connection = await mongoose.createConnection(url).asPromise();
  const db = connection.getClient().db(connection.name);
  type Doc = { _id: string } & Record<string, unknown>;
  const [conversation, identity, inbound] = ["conversation", "identity", "inbound"].map((name) =>
    db.collection<Doc>(name),
  );
  const id = () => randomBytes(16).toString("base64url");
  for (let done = 0; done < count; done += AT_ONCE) {
    const ids = Array.from({ length: Math.min(AT_ONCE, count - done) }, id);
    await conversation?.insertMany(ids.map((_id) => restingChat(_id)));
    await identity?.insertMany(ids.map((one) => ({ _id: id(), conversation: one })));
    await inbound?.insertMany(ids.map((one) => handledMessage(id(), one)));
  }
  await connection.close();
}

const restingChat = (_id: string) => ({
  _id,
  channel: "telegram",
  account: "1000",
  contact: randomBytes(90),
  session: randomBytes(600),
  reachable: true,
  turn: { fence: 1, held: false, stirred: false, opens: 0 },
  send: { fence: 1, held: false },
  out: [],
  waiting: [],
  handled: [],
  effects: [],
});

const handledMessage = (_id: string, conversation: string) => ({
  _id,
  conversation,
  channel: "telegram",
  live: false,
  order: 1,
  sealed: randomBytes(250),
  state: "handled",
  attempts: 1,
  round: 0,
  recordedAt: 1,
  handledAt: Date.now(),
  reason: null,
});

function tell(store: string, [few = 0, many = 0]: number[]): void {
  console.log(
    `${store}: ${few}/s with ${FEW} conversations, ${many}/s with ${MANY}: ${(many / few).toFixed(2)} (wanted flat)`,
  );
}
