import { residentOf, SCRIPT, startLoad, startService } from "./harness.ts";

const SETTLED = 20_000;

/** Measures resident memory, and its growth after the first 20,000 messages. */
export async function memory(messages = 200_000): Promise<void> {
  const load = await startLoad();
  const service = await startService(load.apiRoot);
  const rows: Record<string, { resident: number }> = {};
  const chats = 2_000;
  const each = chats * SCRIPT.length;
  let base = 0;
  let most = 0;
  let doubled = 0;
  for (let done = 0; done < messages; ) {
    const result = await load.run({
      chats,
      script: SCRIPT,
      concurrency: 256,
      latency: 0,
      webhook: service.webhook,
      redelivered: 0.05,
    });
    done += each;
    doubled += result.doubled + result.wrong;
    const resident = residentOf(service);
    if (done <= SETTLED) base = resident;
    most = Math.max(most, resident);
    if (done % (2 * SETTLED) === 0 || done === SETTLED) rows[`after ${done.toLocaleString("en")}, MB`] = { resident };
  }
  await service.end();
  load.close();
  console.table(rows);
  console.log(
    `growth after the first ${SETTLED.toLocaleString("en")}: ${most - base} MB at most (wanted: under 50); wrong or doubled: ${doubled}`,
  );
}

if (import.meta.main) await memory(Number(process.argv[2] ?? 200_000));
