import { readFileSync, statfsSync } from "node:fs";

const MEMORY = "/dev/shm";
/** Bytes that must be free in the folder and in the machine's memory. */
const ROOM = 4 * 1_024 ** 3;

/** Returns `undefined` if the folder has too little room or forbids programs. */
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
