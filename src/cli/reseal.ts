import { Command } from "commander";
import { many } from "../many.ts";
import type { Runtime } from "../runtime.ts";
import { AppError } from "../vocabulary/errors.ts";
import { withRuntime } from "./open.ts";

const AT_ONCE = 200;
/** Other processes may change values during a round. */
const ROUNDS = 3;

type Counts = Record<string, Record<number, number>>;

export function command(): Command {
  return new Command()
    .description("seal everything anew with the newest key; safe to stop and to repeat, and beside running processes")
    .option("--dry-run", "only count, by place and key version")
    .option("--offline", "no process runs: one that knows the older keys only could not open what this seals")
    .option("--json")
    .action((options: { dryRun?: true; offline?: true; json?: true }) =>
      withRuntime(async (runtime) => {
        const before = await countByPlace(runtime);
        if (options.dryRun) return print(before, runtime, options.json);
        await refuseUnlessServed(runtime, before, options.offline);
        for (let round = 0; round < ROUNDS; round += 1) {
          for (const place of Object.keys(before)) await resealPlace(runtime, place, options.json);
          if (oldIn(await countByPlace(runtime), runtime.vault.version) === 0) break;
        }
        const after = await countByPlace(runtime);
        print(after, runtime, options.json);
        await retireKeys(runtime, before, after);
        if (oldIn(after, runtime.vault.version) > 0) process.exitCode = 1;
      }),
    );
}

async function countByPlace({ store }: Runtime): Promise<Counts> {
  const counts: Counts = {};
  for (const place of await store.sealedPlaces()) counts[place] = await store.countSealed(place);
  return counts;
}

const oldIn = (counts: Counts, newest: number): number =>
  Object.values(counts)
    .flatMap((one) => Object.entries(one))
    .filter(([version]) => Number(version) !== newest)
    .reduce((sum, [, count]) => sum + count, 0);

/** A process without the newest key could not open the new values. */
async function refuseUnlessServed({ store, vault }: Runtime, counts: Counts, offline = false): Promise<void> {
  if (offline || oldIn(counts, vault.version) === 0) return;
  if ((await store.servedKeys()).includes(vault.version)) return;
  throw new AppError(
    "BAD_REQUEST",
    `the service was not started with key ${vault.version} yet: restart every process with it first, or say --offline if none runs`,
  );
}

async function resealPlace({ store }: Runtime, place: string, json?: true): Promise<void> {
  let done = 0;
  for (let after: string | undefined; ; ) {
    const { resealed, next } = await store.resealSome(place, after, AT_ONCE);
    done += resealed;
    if (next === undefined) break;
    after = next;
  }
  if (done > 0 && !json) process.stdout.write(`${place}: ${done} sealed anew\n`);
}

async function retireKeys({ store, vault }: Runtime, before: Counts, after: Counts): Promise<void> {
  const left = new Set(Object.values(after).flatMap((one) => Object.keys(one).map(Number)));
  const known = new Set([...vault.versions, ...Object.values(before).flatMap((one) => Object.keys(one).map(Number))]);
  for (const version of known) if (version !== vault.version && !left.has(version)) await store.retireKey(version);
}

function print(counts: Counts, { vault }: Runtime, json?: true): void {
  if (json) {
    process.stdout.write(`${JSON.stringify({ newest: vault.version, counts })}\n`);
    return;
  }
  for (const [place, versions] of Object.entries(counts)) {
    const each = Object.entries(versions).map(([version, count]) => `key ${version}: ${count}`);
    process.stdout.write(`${place.padEnd(20)} ${each.join(", ") || "nothing"}\n`);
  }
  const old = oldIn(counts, vault.version);
  process.stdout.write(
    old === 0
      ? `everything is sealed with key ${vault.version}\n`
      : `${many(old, "value is", "values are")} sealed with older keys\n`,
  );
}
