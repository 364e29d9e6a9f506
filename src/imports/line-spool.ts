import { mkdtempSync, openSync, readSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Letters that wait in memory: a usual list needs no file. */
const IN_MEMORY = 1_024 * 1_024;
const PIECE = 64 * 1_024;
const NEWLINE = "\n".charCodeAt(0);

/** A file that has lost its name: it ends with this process, and nobody else can open it. */
function openNameless(folder: string): number {
  const directory = mkdtempSync(join(folder, "sapa-lines-"));
  try {
    return openSync(join(directory, "lines"), "w+", 0o600);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Lines that would be too many for memory; each is one line, shorter than 64 KiB. `folder`: where their file may be. */
export function spoolLines(folder: () => string) {
  let file: number | undefined;
  let written = 0;
  let waiting: string[] = [];
  let waitingBytes = 0;

  function open(): number {
    try {
      return openNameless(folder());
    } catch {
      return openNameless(tmpdir());
    }
  }

  function flush(): void {
    file ??= open();
    writeFileSync(file, waiting.join(""));
    written += waitingBytes;
    waiting = [];
    waitingBytes = 0;
  }

  function pieceAt(at: number, most: number, tail: Buffer): Buffer {
    if (file === undefined || at >= written) return tail.subarray(at - written, at - written + most);
    const piece = Buffer.alloc(Math.min(most, written - at));
    return piece.subarray(0, readSync(file, piece, 0, piece.length, at));
  }

  return {
    add(line: string): void {
      const text = `${line}\n`;
      waiting.push(text);
      waitingBytes += Buffer.byteLength(text);
      if (waitingBytes >= IN_MEMORY) flush();
    },
    /** Where the next line begins. */
    size: (): number => written + waitingBytes,
    /** The lines between two such places. */
    *read(from: number, to: number): Generator<string> {
      const tail = Buffer.from(waiting.join(""));
      for (let at = from; at < to; ) {
        const piece = pieceAt(at, Math.min(PIECE, to - at), tail);
        const end = piece.lastIndexOf(NEWLINE) + 1;
        if (end === 0) throw new Error("a spooled line is too long, or its file was cut");
        yield* piece.toString("utf8", 0, end - 1).split("\n");
        at += end;
      }
    },
  };
}
