import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * Limits what the program may write to in memory, and offers it to the kernel first where memory ends. `ulimit -v` would
 * count what V8 reserves and never uses; where a system has no `ulimit -d`, time is the only limit.
 */
const LIMITED = 'ulimit -d "$1" 2>/dev/null; echo 1000 2>/dev/null >/proc/self/oom_score_adj; shift; exec "$@"';

/**
 * Bytes that V8 reserves for code, of which it uses a few: they are writable from the start, and the kernel counts them
 * against the limit. The other process is the same program as this one.
 */
function reservedForCode(): number {
  try {
    const lines = readFileSync("/proc/self/maps", "utf8").matchAll(/^([0-9a-f]+)-([0-9a-f]+) rwxp/gm);
    const sizes = [...lines].map(([, from = "0", to = "0"]) => Number.parseInt(to, 16) - Number.parseInt(from, 16));
    return sizes.reduce((sum, size) => sum + size, 0);
  } catch {
    return 0; // no such list: no such limit either
  }
}

/** `memory` in bytes, the program's own 100 MiB among them; `heap` in MiB; `patience` in ms until it is killed. */
export type ProcessLimits = { memory: number; heap: number; patience: number };

/** Starts one of our programs for what a stranger has sent, without our environment: no keys lie beside it. */
export function startLimited(
  program: string,
  args: readonly string[],
  { memory, heap, patience }: ProcessLimits,
): ChildProcess {
  const data = String(Math.round((memory + reservedForCode()) / 1_024));
  const command = [process.execPath, `--max-old-space-size=${heap}`, program, ...args];
  const child = spawn("/bin/sh", ["-c", LIMITED, "sh", data, ...command], {
    env: { VIPS_CONCURRENCY: "1" },
    stdio: ["pipe", "pipe", "ignore"],
  });
  const timer = setTimeout(() => child.kill("SIGKILL"), patience);
  child.stdin?.on("error", () => undefined); // it ended before it had read all: its end says so
  child.on("error", () => undefined);
  child.once("close", () => clearTimeout(timer));
  return child;
}
