import { isStartedByNpm } from "./config.ts";
import type { Runtime } from "./runtime.ts";
import { describeSystemError } from "./system-error.ts";
import { AppError } from "./vocabulary/errors.ts";

/** What a program has open once it runs; closed in this order. */
type Running = { runtime: Runtime; app: { close(): Promise<unknown> } | undefined };

const SIGNALS = ["SIGTERM", "SIGINT", "SIGHUP"] as const;
/** Ms from the first signal to the end, even if a part still hangs: supervisors kill after 20 s. */
const LONGEST_STOP = 18_000;
/** Ms in which another signal repeats the first: a terminal sends Ctrl+C to every process, and npm passes it on again. */
const ECHO = 1_000;
const LOOK_FOR_PARENT = 1_000;

/**
 * Runs a program until a signal stops it gracefully, with 0; settings that are wrong end it with 2, the rest with 1. A signal
 * that comes while it starts is heard too: the program stops as soon as it has started.
 */
export async function runProcess(start: () => Promise<Running>): Promise<void> {
  let running: Running | undefined;
  const starting = start();
  stopOnSignal(
    async () => {
      const { runtime, app } = await starting;
      await app?.close();
      await runtime.close();
    },
    (reason) => running?.runtime.log("info", { reason }, "stopping"),
  );
  try {
    running = await starting;
  } catch (error) {
    process.exit(tellFailure(error));
  }
}

/** Writes one sentence on why a program cannot go on; returns its exit code. */
export function tellFailure(error: unknown): 1 | 2 {
  const foreseen = error instanceof AppError;
  process.stderr.write(`${foreseen ? error.message : (describeSystemError(error) ?? (error as Error).stack)}\n`);
  return foreseen && (error.code === "SETTINGS_INVALID" || error.code === "DISTRICT_INVALID") ? 2 : 1;
}

/**
 * Calls `stop` at the first signal and ends the process with 0 after it. A program that npm started also stops when npm
 * is gone: npm passes on SIGTERM and SIGINT, and dies of any other signal without a word to its child.
 */
export function stopOnSignal(stop: () => Promise<unknown>, tell: (reason: string) => void = () => undefined): void {
  let stoppingSince: number | undefined;
  const end = (reason: string): void => {
    if (stoppingSince !== undefined) {
      if (performance.now() - stoppingSince > ECHO) process.exit(1);
      return;
    }
    stoppingSince = performance.now();
    tell(reason);
    setTimeout(() => process.exit(1), LONGEST_STOP);
    stop().then(
      () => process.exit(0),
      (error) => process.exit(tellFailure(error)),
    );
  };
  for (const signal of SIGNALS) process.on(signal, () => end(signal));
  if (!isStartedByNpm()) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    end("npm is gone");
  }, LOOK_FOR_PARENT);
  watch.unref();
}
