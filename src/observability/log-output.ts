import { write, writeSync } from "node:fs";

/** Most characters that wait for a slow reader; lines beyond that are dropped. */
const MOST_WAITING = 4 * 1_048_576;
/** Ms until a pipe that is full is tried again. */
const FULL_PIPE = 50;

/**
 * Opens a file descriptor for lines. It writes them in their order and delays nobody. If the disk is full or the reader
 * is gone, it drops those lines and tries the next ones: a broken log neither ends the service nor delays its stop.
 */
export function openLogOutput(fd: number): { write(line: string): void } {
  let lines: string[] = [];
  let size = 0;
  let inHand: Buffer | undefined;

  function writeNext(): void {
    if (!inHand) {
      if (lines.length === 0) return;
      inHand = Buffer.from(lines.join(""));
      lines = [];
      size = 0;
    }
    const bytes = inHand;
    write(fd, bytes, (error, written) => {
      if (error?.code === "EAGAIN") {
        setTimeout(writeNext, FULL_PIPE);
        return;
      }
      inHand = error || written === bytes.length ? undefined : bytes.subarray(written);
      writeNext();
    });
  }

  process.once("exit", () => {
    try {
      writeSync(fd, lines.join(""));
    } catch {
      // nobody reads it
    }
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
