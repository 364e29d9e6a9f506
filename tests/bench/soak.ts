import { residentOf, SCRIPT, startLoad, startService } from "./harness.ts";

/** Compares latency and memory at the beginning and at the end. */
export async function soak(minutes = 10, rate = 500): Promise<void> {
  const load = await startLoad();
  const service = await startService(load.apiRoot);
  const order = { script: SCRIPT, concurrency: 0, rate, latency: 50, webhook: service.webhook, redelivered: 0.05 };
  const chats = (rate * 60) / SCRIPT.length;
  const rows: Record<string, unknown> = {};
  for (let minute = 1; minute <= minutes; minute += 1) {
    const { perSecond, webhookP99, replyP50, replyP99, wrong, doubled } = await load.run({ ...order, chats });
    rows[`minute ${minute}`] = {
      perSecond,
      webhookP99,
      replyP50,
      replyP99,
      wrong,
      doubled,
      resident: residentOf(service),
    };
  }
  await service.end();
  load.close();
  console.table(rows);
}

if (import.meta.main) await soak(Number(process.argv[2] ?? 10), Number(process.argv[3] ?? 500));
