import { isStartedByNpm } from "./config.ts";
import type { Runtime } from "./runtime.ts";
import { describeSystemError } from "./system-error.ts";
import { AppError } from "./vocabulary/errors.ts";

/** The process closes `app` before `runtime`. */
type Opened = { runtime: Runtime; app: { close(): Promise<unknown> } | undefined };

const SIGNALS = ["SIGTERM", "SIGINT", "SIGHUP"] as const;
/** In ms. A supervisor kills the process after 20 s. */
const LONGEST_STOP = 18_000;
/** In ms. npm hands Ctrl+C on, so the same signal may come twice. */
const REPEATED_SIGNAL = 1_000;
const LOOK_FOR_PARENT = 1_000;

/** Ends the program with 2 for invalid settings, and with 1 for any other failure. */
export async function runProcess(start: () => Promise<Opened>): Promise<void> {
  let running: Opened | undefined;
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

export function tellFailure(error: unknown): 1 | 2 {
  const foreseen = error instanceof AppError;
  process.stderr.write(`${foreseen ? error.message : (describeSystemError(error) ?? (error as Error).stack)}\n`);
  return foreseen && (error.code === "SETTINGS_INVALID" || error.code === "DISTRICT_INVALID") ? 2 : 1;
}

/**
 * Ends the process with 0 after `stop`, or with 1 after `LONGEST_STOP`. npm hands on only SIGTERM and SIGINT, so the
 * process also stops when npm is gone.
 */
export function stopOnSignal(stop: () => Promise<unknown>, tell: (reason: string) => void = () => undefined): void {
  let stoppingSince: number | undefined;
  const end = (reason: string): void => {
    if (stoppingSince !== undefined) {
      if (performance.now() - stoppingSince > REPEATED_SIGNAL) process.exit(1);
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
