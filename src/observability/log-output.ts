import { constants, readFileSync, write, writeSync } from "node:fs";

/** In characters. */
const MOST_WAITING = 4 * 1_048_576;
/** In ms. */
const FULL_PIPE = 50;
/** In ms. */
const LAST_WAIT = 1_000;
/** In ms. Another process may change the pipe's flags. */
const LOOK_EVERY = 1_000;

/** Drops the lines of a failed write, so a broken log does not end the service. */
export function openLogOutput(fd: number): { write(line: string): void } {
  let lines: string[] = [];
  let size = 0;
  let inHand: Buffer | undefined;
  /** The system completes a running write even if the process ends. */
  let isWriting = false;
  /**
   * True for a pipe whose writes do not wait for the reader. Such writes run in the foreground, because the ending
   * process must know which part was written.
   */
  let neverWaits = false;
  let lookedAt = Number.NEGATIVE_INFINITY;

  function writeNext(): void {
    if (!inHand) {
      if (lines.length === 0) return;
      inHand = Buffer.from(lines.join(""));
      lines = [];
      size = 0;
    }
    const bytes = inHand;
    if (!neverWaits && performance.now() - lookedAt > LOOK_EVERY) {
      neverWaits = isNonBlocking(fd);
      lookedAt = performance.now();
    }
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

/** Returns false on systems without /proc. */
function isNonBlocking(fd: number): boolean {
  try {
    const [, flags = "0"] = /^flags:\s*(\d+)$/m.exec(readFileSync(`/proc/self/fdinfo/${fd}`, "utf8")) ?? [];
    return (Number.parseInt(flags, 8) & constants.O_NONBLOCK) !== 0;
  } catch {
    return false;
  }
}

function tryToWrite(fd: number, bytes: Buffer): [error: NodeJS.ErrnoException | null, written: number] {
  try {
    return [null, writeSync(fd, bytes)];
  } catch (thrown) {
    return [thrown as NodeJS.ErrnoException, 0];
  }
}

/** Writes in the foreground, because nothing runs in the background while the process ends. */
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
