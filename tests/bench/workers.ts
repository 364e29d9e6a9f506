import { join } from "node:path";
import { SCRIPT } from "./harness.ts";
import { openServers, startFleet } from "./servers.ts";

/** In ms: each call to the store takes this much longer. */
const STORE_MS = 150;
const CHATS = 300;
/** Not all chats talk at the beginning and at the end, so the script is long. */
const LONG_SCRIPT = [1, 2, 3, 4].flatMap(() => SCRIPT);

export async function workers(): Promise<void> {
  const servers = await openServers();
  if (!servers) return;
  const preload = join(import.meta.dirname, "preload/slow-store.ts");
  const slow = { NODE_OPTIONS: `--import ${preload}`, SAPA_STORE_MS: String(STORE_MS) };
  const rates: number[] = [];
  for (const count of [1, 2]) {
    const fleet = await startFleet(servers, count, slow);
    const { perSecond } = await servers.load.run({
      webhook: servers.webhook,
      chats: CHATS,
      script: LONG_SCRIPT,
      latency: 5,
      concurrency: CHATS,
    });
    rates.push(perSecond);
    await Promise.all(fleet.map((one) => one.kill("SIGTERM")));
  }
  const [one = 0, two = 0] = rates;
  console.log(`one worker ${one}/s, two ${two}/s: ${(two / one).toFixed(2)} times (wanted 1.7)`);
  await servers.end();
}
