import { SCRIPT, startBareBot, startLoad, startService } from "./harness.ts";
import { median } from "./median.ts";

const ORDER = { chats: 2_000, script: SCRIPT, concurrency: 256, latency: 0 };
const WARM_UP = { ...ORDER, chats: 500 };
const ROUNDS = 5;

/** The service and the bot take turns, so that slow moments hit both. */
export async function throughput(): Promise<void> {
  const load = await startLoad();
  const bare = await startBareBot(load.apiRoot);
  const service = await startService(load.apiRoot);
  for (const { webhook } of [bare, service]) await load.run({ ...WARM_UP, webhook });
  const rounds: { bare: number; ours: number }[] = [];
  let wrong = 0;
  let doubled = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const baseline = await load.run({ ...ORDER, webhook: bare.webhook });
    const ours = await load.run({ ...ORDER, webhook: service.webhook, redelivered: 0.05 });
    rounds.push({ bare: baseline.perSecond, ours: ours.perSecond });
    wrong += ours.wrong;
    doubled += ours.doubled;
  }
  await bare.end();
  await service.end();
  load.close();
  const ratio = median(rounds.map(({ bare: baseline, ours }) => ours / baseline));
  console.table({
    "bare grammY, in memory, messages a second": median(rounds.map((one) => one.bare)),
    "sapa, SQLite FULL, messages a second": median(rounds.map((one) => one.ours)),
    "ratio (wanted: at least 1)": Math.round(ratio * 100) / 100,
    "wrong answers": wrong,
    "doubled replies, 5 % redelivered": doubled,
  });
}

if (import.meta.main) await throughput();
