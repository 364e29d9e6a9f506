import { write, writeSync } from "node:fs";

/** The most characters that wait for a slow reader. Lines beyond that are dropped. */
const MOST_WAITING = 4 * 1_048_576;
/** Ms to wait before the next try to write into a full pipe. */
const FULL_PIPE = 50;

/**
 * Opens an output that writes lines to a file descriptor, in order and in the background. If a write fails (full disk,
 * closed reader), its lines are dropped and the next lines are tried. So a broken log neither ends the service nor
 * delays its stop.
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
      // no reader is left
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
