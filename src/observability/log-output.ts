import { write, writeSync } from "node:fs";

/** The most characters that wait for a slow reader. Lines beyond that are dropped. */
const MOST_WAITING = 4 * 1_048_576;
/** Ms to wait before the next try to write into a full pipe. */
const FULL_PIPE = 50;
/** Ms for which the end of the process waits for the reader of a full pipe. */
const LAST_WAIT = 1_000;

/**
 * Opens an output that writes lines to a file descriptor, in order and in the background. If a write fails (full disk,
 * closed reader), its lines are dropped and the next lines are tried. So a broken log does not end the service. What
 * waits when the process ends is written then; a reader that has stopped delays the end by at most `LAST_WAIT`.
 */
export function openLogOutput(fd: number): { write(line: string): void } {
  let lines: string[] = [];
  let size = 0;
  let inHand: Buffer | undefined;
  /** The system writes `inHand` in the background, and completes it while the process ends. */
  let isWriting = false;
  /** A full pipe has refused bytes instead of waiting for its reader, so no write on it waits. */
  let neverWaits = false;

  function writeNext(): void {
    if (!inHand) {
      if (lines.length === 0) return;
      inHand = Buffer.from(lines.join(""));
      lines = [];
      size = 0;
    }
    const bytes = inHand;
    if (neverWaits) {
      settle(bytes, ...tryToWrite(fd, bytes));
      return;
    }
    isWriting = true;
    write(fd, bytes, (error, written) => {
      isWriting = false;
      settle(bytes, error, written);
    });
  }

  function settle(bytes: Buffer, error: NodeJS.ErrnoException | null, written: number): void {
    const isFull = error?.code === "EAGAIN";
    neverWaits ||= isFull || (!error && written < bytes.length);
    if (isFull) {
      setTimeout(writeNext, FULL_PIPE);
      return;
    }
    inHand = error || written === bytes.length ? undefined : bytes.subarray(written);
    writeNext();
  }

  process.once("exit", () => {
    const waiting = inHand && !isWriting ? [inHand] : [];
    writeAtEnd(fd, Buffer.concat([...waiting, Buffer.from(lines.join(""))]));
  });
  return {
    write(line) {
      if (size + line.length > MOST_WAITING) return;
      lines.push(line);
      size += line.length;
      if (!inHand) writeNext();
    },
  };
}

/** Writes at once. Returns the error, and how many bytes were written. */
function tryToWrite(fd: number, bytes: Buffer): [error: NodeJS.ErrnoException | null, written: number] {
  try {
    return [null, writeSync(fd, bytes)];
  } catch (thrown) {
    return [thrown as NodeJS.ErrnoException, 0];
  }
}

/** Writes while the process ends, when nothing can run in the background any more. */
function writeAtEnd(fd: number, bytes: Buffer): void {
  const deadline = performance.now() + LAST_WAIT;
  let rest = bytes;
  while (rest.length > 0) {
    const [error, written] = tryToWrite(fd, rest);
    rest = rest.subarray(written);
    if (!error) continue;
    if (error.code !== "EAGAIN" || performance.now() > deadline) return;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, FULL_PIPE);
  }
}
