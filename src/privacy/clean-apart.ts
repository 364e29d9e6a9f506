import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { MediaFile } from "../message.ts";
import { type Clean, MOST_BYTES } from "./clean-file.ts";
import { refused } from "./refused.ts";

const PROGRAM = join(import.meta.dirname, "../../workers/clean-file.ts");
const MIB = 1_024 * 1_024;
/** Bytes that the process may write to, its own 100 MiB among them; the most that a good image needs is 525 MB (AVIF of 25 megapixels). */
const MEMORY = 660 * MIB;
const HEAP_MIB = 64;
/** Ms; the slowest good image takes four seconds of one core. */
const PATIENCE = 30_000;
const LONGEST_LINE = 1_024;

/**
 * Limits the memory of what it starts, and offers it to the kernel first where memory ends. `ulimit -v` would count what
 * V8 reserves and never uses; where a system has no `ulimit -d` the time limit is left.
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

export type CleanerLimits = { memory?: number; patience?: number };

/** As `cleanFile`, one at a time, each in a process of its own; `undefined` when that process did not come to an end. */
export type Cleaner = (bytes: Buffer, kind: MediaFile["kind"]) => Promise<Clean | undefined>;

export function openCleaner({ memory = MEMORY, patience = PATIENCE }: CleanerLimits = {}): Cleaner {
  let last: Promise<unknown> = Promise.resolve();
  return (bytes, kind) => {
    if (bytes.length > MOST_BYTES[kind]) return Promise.reject(refused("too-large"));
    const mine = last.then(() => cleaned(startProcess(kind, memory), bytes, MOST_BYTES[kind], patience));
    last = mine.catch(() => undefined);
    return mine;
  };
}

function startProcess(kind: MediaFile["kind"], memory: number): ChildProcess {
  const command = [process.execPath, `--max-old-space-size=${HEAP_MIB}`, PROGRAM, kind];
  // Without our environment: nobody's keys lie beside a stranger's file.
  const data = Math.round((memory + reservedForCode()) / 1_024);
  return spawn("/bin/sh", ["-c", LIMITED, "sh", String(data), ...command], {
    env: { VIPS_CONCURRENCY: "1" },
    stdio: ["pipe", "pipe", "ignore"],
  });
}

/** Rejects with FILE_REFUSED. */
function cleaned(child: ChildProcess, bytes: Buffer, most: number, patience: number): Promise<Clean | undefined> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    let length = 0;
    const timer = setTimeout(() => child.kill("SIGKILL"), patience);
    child.stdout?.on("data", (piece: Buffer) => {
      length += piece.length;
      if (length > most + LONGEST_LINE) child.kill("SIGKILL");
      else pieces.push(piece);
    });
    child.stdin?.on("error", () => undefined); // it ended before it had read all: its end says so
    child.on("error", () => undefined);
    child.once("close", (code) => {
      clearTimeout(timer);
      const answer = code === 0 ? answerIn(Buffer.concat(pieces)) : undefined;
      if (answer && "refusal" in answer) reject(refused(answer.refusal));
      else resolve(answer);
    });
    child.stdin?.end(bytes);
  });
}

function answerIn(output: Buffer): Clean | { refusal: string } | undefined {
  const end = output.indexOf("\n");
  if (end < 0) return undefined;
  const { type, refusal } = JSON.parse(output.toString("utf8", 0, end)) as { type?: string; refusal?: string };
  if (refusal !== undefined) return { refusal };
  return type === undefined ? undefined : { type, bytes: output.subarray(end + 1) };
}
