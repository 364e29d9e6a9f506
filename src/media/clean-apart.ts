import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import { type ProcessLimits, startLimited } from "../limited-process.ts";
import type { MediaFile } from "../vocabulary/message.ts";
import { type Clean, MOST_BYTES } from "./clean-file.ts";
import { refusalError } from "./refusal-error.ts";

const PROGRAM = join(import.meta.dirname, "../../workers/clean-file.ts");
/** The largest accepted image (an AVIF of 25 megapixels) needs 525 MB and four seconds of one core. */
const LIMITS: ProcessLimits = { memory: 660 * 1_024 * 1_024, heap: 64, patience: 30_000 };
const LONGEST_LINE = 1_024;

/** Cleans one file at a time, in a process of its own. Returns `undefined` if the process ends without an answer. */
export type Cleaner = (bytes: Buffer, kind: MediaFile["kind"]) => Promise<Clean | undefined>;

export function openCleaner(limits: Partial<ProcessLimits> = {}): Cleaner {
  let last: Promise<unknown> = Promise.resolve();
  return (bytes, kind) => {
    if (bytes.length > MOST_BYTES[kind]) return Promise.reject(refusalError("too-large"));
    const start = () => startLimited(PROGRAM, [kind], { ...LIMITS, ...limits });
    const cleaned = last.then(() => readCleaned(start(), bytes, MOST_BYTES[kind]));
    last = cleaned.catch(() => undefined);
    return cleaned;
  };
}

/** Rejects with FILE_REFUSED if the process refuses the file. */
function readCleaned(child: ChildProcess, bytes: Buffer, most: number): Promise<Clean | undefined> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    let length = 0;
    child.stdout?.on("data", (piece: Buffer) => {
      length += piece.length;
      if (length > most + LONGEST_LINE) child.kill("SIGKILL");
      else pieces.push(piece);
    });
    child.once("close", (code) => {
      const answer = code === 0 ? parseAnswer(Buffer.concat(pieces)) : undefined;
      if (answer && "refusal" in answer) reject(refusalError(answer.refusal));
      else resolve(answer);
    });
    child.stdin?.end(bytes);
  });
}

function parseAnswer(output: Buffer): Clean | { refusal: string } | undefined {
  const end = output.indexOf("\n");
  if (end < 0) return undefined;
  const { type, refusal } = JSON.parse(output.toString("utf8", 0, end)) as { type?: string; refusal?: string };
  if (refusal !== undefined) return { refusal };
  return type === undefined ? undefined : { type, bytes: output.subarray(end + 1) };
}
