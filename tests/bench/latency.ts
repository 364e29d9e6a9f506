import { SCRIPT, startLoad, startService } from "./harness.ts";

/** Measures the time of a webhook and of a reply at steady rates. */
export async function latency(): Promise<void> {
  const load = await startLoad();
  const service = await startService(load.apiRoot);
  const order = { chats: 2_000, script: SCRIPT, concurrency: 0, webhook: service.webhook };
  await load.run({ ...order, chats: 400, rate: 400, latency: 20 });
  const rows: Record<string, unknown> = {};
  for (const [rate, platform] of [
    [200, 20],
    [1_000, 20],
    [1_000, 200],
    [2_000, 20],
  ] as const) {
    const { perSecond, webhookP50, webhookP99, replyP50, replyP99, wrong, doubled } = await load.run({
      ...order,
      rate,
      latency: platform,
    });
    rows[`${rate} a second, platform ${platform} ms`] = {
      perSecond,
      webhookP50,
      webhookP99,
      replyP50,
      replyP99,
      wrong,
      doubled,
    };
  }
  await service.end();
  load.close();
  console.table(rows);
  console.log(
    "wanted at 1,000 a second and 20 ms: webhook p99 under 25 ms, reply p99 under 50 ms; no collapse at 200 ms",
  );
}

if (import.meta.main) await latency();
