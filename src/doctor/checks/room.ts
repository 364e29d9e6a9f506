import { existsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { storeFile } from "../../store/schemes.ts";
import { type Check, type Found, fault, ok, warning } from "../check.ts";

const MB = 1_048_576;
const FAULT_BELOW = 200 * MB;
const WARN_BELOW = 1_024 * MB;
const FEW_FILES = 1_000;

export const roomCheck: Check = {
  name: "room",
  async examine({ config: { dataDir, storeUrl, auditHeads }, room }) {
    const folders = [storeFile(storeUrl), auditHeads].flatMap((file) => (file === undefined ? [] : [dirname(file)]));
    const there = [dataDir, `${dataDir}/spool`, `${dataDir}/files`, ...folders].filter((path) => existsSync(path));
    const byDisk = new Map(there.map((path) => [statSync(path).dev, path] as const).reverse());
    const found = [...byDisk.values()].reverse().map(async (path): Promise<Found> => {
      const { free, files } = await room(path);
      const mb = Math.floor(free / MB);
      const make = "make room, or give it a larger disk; a full disk refuses messages";
      if (free < FAULT_BELOW) return fault(`only ${mb} MB are free on the disk of ${path}`, make);
      if (files < FEW_FILES) return fault(`the disk of ${path} takes only ${files} more files`, make);
      if (free < WARN_BELOW) return warning(`${mb} MB are free on the disk of ${path}`, make);
      return ok(`${(free / WARN_BELOW).toFixed(1)} GB are free on the disk of ${path}`);
    });
    return Promise.all(found);
  },
};
