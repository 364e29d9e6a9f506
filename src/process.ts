import { AppError } from "./errors.ts";
import type { Runtime } from "./runtime.ts";
import { describeSystemError } from "./system-error.ts";

/** What a program has open once it runs; closed in this order. */
type Running = { runtime: Runtime; app: { close(): Promise<unknown> } | undefined };

/** Runs a program until a signal stops it gracefully, with 0; settings that are wrong end it with 2, the rest with 1. */
export async function runProcess(start: () => Promise<Running>): Promise<void> {
  try {
    const { runtime, app } = await start();
    for (const signal of ["SIGTERM", "SIGINT"] as const) {
      process.once(signal, async () => {
        runtime.log("info", { signal }, "stopping");
        await app?.close();
        await runtime.close();
        process.exit(0);
      });
    }
  } catch (error) {
    const foreseen = error instanceof AppError;
    process.stderr.write(`${foreseen ? error.message : (describeSystemError(error) ?? (error as Error).stack)}\n`);
    process.exit(foreseen && (error.code === "SETTINGS_INVALID" || error.code === "DISTRICT_INVALID") ? 2 : 1);
  }
}
