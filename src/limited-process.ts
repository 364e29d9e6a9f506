import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * Limits the writable memory of the program, and lets the kernel kill it first if memory runs out. `ulimit -v` would
 * also count memory that V8 reserves and never uses. If a system has no `ulimit -d`, time is the only limit.
 */
const LIMITED = 'ulimit -d "$1" 2>/dev/null; echo 1000 2>/dev/null >/proc/self/oom_score_adj; shift; exec "$@"';

/**
 * Returns the bytes that V8 reserves for code. It uses few of them, but they are writable from the start and the kernel
 * counts them against the limit. They are measured in this process, since the other one runs the same program.
 */
function measureCodeReserve(): number {
  try {
    const lines = readFileSync("/proc/self/maps", "utf8").matchAll(/^([0-9a-f]+)-([0-9a-f]+) rwxp/gm);
    const sizes = [...lines].map(([, from = "0", to = "0"]) => Number.parseInt(to, 16) - Number.parseInt(from, 16));
    return sizes.reduce((sum, size) => sum + size, 0);
  } catch {
    return 0; // a system without this list has no such limit either
  }
}

/** `memory` in bytes, including the program's own 100 MiB. `heap` in MiB. `patience`: ms until it is killed. */
export type ProcessLimits = { memory: number; heap: number; patience: number };

/**
 * Starts one of our programs on something that a stranger has sent. It gets none of our environment, so no keys are
 * within its reach.
 */
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
  child.stdin?.on("error", () => undefined); // the process ended before it had read everything; its exit code says so
  child.on("error", () => undefined);
  child.once("close", () => clearTimeout(timer));
  return child;
}
