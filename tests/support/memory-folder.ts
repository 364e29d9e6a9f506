import { readFileSync, statfsSync } from "node:fs";

const MEMORY = "/dev/shm";
/** Bytes that must be free, in the folder and of the memory it takes them from. */
const ROOM = 4 * 1_024 ** 3;

/**
 * A folder in memory for what suites write; `undefined` where there is none with room, or none in which programs may run.
 * They commit many thousand times, and a disk takes milliseconds to keep each: the stores' own promise to wait for it is
 * the same on both.
 */
export function memoryFolder(): string | undefined {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    const mount = readFileSync("/proc/mounts", "utf8")
      .split("\n")
      .find((line) => line.split(" ")[1] === MEMORY);
    const mayRun = mount !== undefined && !mount.split(" ")[3]?.split(",").includes("noexec");
    return mayRun && Math.min(bavail * bsize, process.availableMemory()) > ROOM ? MEMORY : undefined;
  } catch {
    return undefined;
  }
}
