import { readFileSync, statfsSync } from "node:fs";

const MEMORY = "/dev/shm";
/** The bytes that must be free, both in the folder and in the machine's memory. */
const ROOM = 4 * 1_024 ** 3;

/**
 * Returns a folder in memory for the files of suites, or `undefined` if it lacks room or programs may not run there.
 * Suites commit many thousand times, and a disk needs milliseconds for each commit. The stores wait for each commit in
 * the same way on both.
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
