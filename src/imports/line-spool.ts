import { mkdtempSync, openSync, readSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** In bytes. */
const MOST_IN_MEMORY = 1_024 * 1_024;
const PIECE = 64 * 1_024;
const NEWLINE = "\n".charCodeAt(0);

/** Opens a file that no other process can open, and that disappears with this process. */
function openNamelessFile(folder: string): number {
  const directory = mkdtempSync(join(folder, "sapa-lines-"));
  try {
    return openSync(join(directory, "lines"), "w+", 0o600);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Each line must be shorter than 64 KiB. */
export function openLineSpool(folder: () => string) {
  let file: number | undefined;
  let written = 0;
  let waiting: string[] = [];
  let waitingBytes = 0;

  function openFile(): number {
    try {
      return openNamelessFile(folder());
    } catch {
      return openNamelessFile(tmpdir());
    }
  }

  function flushLines(): void {
    file ??= openFile();
    writeFileSync(file, waiting.join(""));
    written += waitingBytes;
    waiting = [];
    waitingBytes = 0;
  }

  function readPiece(at: number, most: number, tail: Buffer): Buffer {
    if (file === undefined || at >= written) return tail.subarray(at - written, at - written + most);
    const piece = Buffer.alloc(Math.min(most, written - at));
    return piece.subarray(0, readSync(file, piece, 0, piece.length, at));
  }

  return {
    add(line: string): void {
      const text = `${line}\n`;
      waiting.push(text);
      waitingBytes += Buffer.byteLength(text);
      if (waitingBytes >= MOST_IN_MEMORY) flushLines();
    },
    size: (): number => written + waitingBytes,
    *read(from: number, to: number): Generator<string> {
      const tail = Buffer.from(waiting.join(""));
      for (let at = from; at < to; ) {
        const piece = readPiece(at, Math.min(PIECE, to - at), tail);
        const end = piece.lastIndexOf(NEWLINE) + 1;
        if (end === 0) throw new Error("a spooled line is too long, or its file was cut");
        yield* piece.toString("utf8", 0, end - 1).split("\n");
        at += end;
      }
    },
  };
}
