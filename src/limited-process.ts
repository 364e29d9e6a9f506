import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * If memory runs out, the kernel kills this program first. `ulimit -v` would also count memory that V8 only reserves.
 */
const LIMITED = 'ulimit -d "$1" 2>/dev/null; echo 1000 2>/dev/null >/proc/self/oom_score_adj; shift; exec "$@"';

/** Returns the bytes that V8 reserves for code, because `ulimit -d` counts these bytes too. */
function measureCodeReserve(): number {
  try {
    const lines = readFileSync("/proc/self/maps", "utf8").matchAll(/^([0-9a-f]+)-([0-9a-f]+) rwxp/gm);
    const sizes = [...lines].map(([, from = "0", to = "0"]) => Number.parseInt(to, 16) - Number.parseInt(from, 16));
    return sizes.reduce((sum, size) => sum + size, 0);
  } catch {
    return 0;
  }
}

/**
 * - `memory`: in bytes, with the program's own 100 MiB.
 * - `heap`: in MiB.
 * - `patience`: in ms.
 */
export type ProcessLimits = { memory: number; heap: number; patience: number };

/** Starts the program without the service's keys in its environment, because the program reads a stranger's file. */
export function startLimited(
  program: string,
  args: readonly string[],
  { memory, heap, patience }: ProcessLimits,
): ChildProcess {
  const data = String(Math.round((memory + measureCodeReserve()) / 1_024));
  const command = [process.execPath, `--max-old-space-size=${heap}`, program, ...args];
  const child = spawn("/bin/sh", ["-c", LIMITED, "sh", data, ...command], {
    env: { VIPS_CONCURRENCY: "1" },
    stdio: ["pipe", "pipe", "ignore"],
  });
  const timer = setTimeout(() => child.kill("SIGKILL"), patience);
  child.stdin?.on("error", () => undefined); // the exit code shows the failure
  child.on("error", () => undefined);
  child.once("close", () => clearTimeout(timer));
  return child;
}
