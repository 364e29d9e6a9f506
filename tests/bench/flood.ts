import { SCRIPT, startLoad, startService } from "./harness.ts";
import { median } from "./median.ts";

/** In messages a second. */
const RATE = 200;
const CHAT_RATE = 20;
const FLOOD = 10 * CHAT_RATE;
const ROUNDS = 3;

/** Compares the waits of other chats with and without a flooding chat. */
export async function flood(): Promise<void> {
  const load = await startLoad();
  const service = await startService(load.apiRoot, { SEND_RATE_CHAT: String(CHAT_RATE) });
  const order = { chats: 800, script: SCRIPT, concurrency: 0, rate: RATE, latency: 20, webhook: service.webhook };
  await load.run(order);
  const quiet: number[] = [];
  const flooded: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    quiet.push((await load.run(order)).replyP95);
    flooded.push((await load.run({ ...order, flood: FLOOD })).replyP95);
  }
  await service.end();
  load.close();
  const [before, during] = [median(quiet), median(flooded)];
  console.log(
    `reply p95 of others: ${before} ms, while one chat sends ${FLOOD} a second: ${during} ms: ${(during / before).toFixed(2)} times (wanted unchanged)`,
  );
}

if (import.meta.main) await flood();
