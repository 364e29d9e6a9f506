import { SCRIPT, startBareBot, startLoad, startService } from "./harness.ts";

const ORDER = { chats: 2_000, script: SCRIPT, concurrency: 256, latency: 0 };
const WARM_UP = { ...ORDER, chats: 300 };

/** Webhook to reply over 2,000 chats: ours, durable, sealed and logged, against a bare grammY bot that keeps nothing. */
export async function throughput(): Promise<void> {
  const load = await startLoad();
  const bare = await startBareBot(load.apiRoot);
  await load.run({ ...WARM_UP, webhook: bare.webhook });
  const baseline = await load.run({ ...ORDER, webhook: bare.webhook });
  await bare.end();

  const service = await startService(load.apiRoot);
  await load.run({ ...WARM_UP, webhook: service.webhook });
  const ours = await load.run({ ...ORDER, webhook: service.webhook, redelivered: 0.05 });
  await service.end();
  load.close();
  console.table({ "bare grammY, in memory": baseline, "sapa, SQLite FULL": ours });
  console.log(`throughput: ${(ours.perSecond / baseline.perSecond).toFixed(2)} x the baseline (wanted: at least 1)`);
}

if (import.meta.main) await throughput();
