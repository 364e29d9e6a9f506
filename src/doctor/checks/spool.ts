import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { type Check, fault, ok, spanOf } from "../check.ts";

/** In ms. The service needs less time to write its spool to the store. */
const SOON = 60_000;

export const spoolCheck: Check = {
  name: "spool",
  async examine({ config, now }) {
    const folder = join(config.dataDir, "spool");
    const names = await readdir(folder).catch(() => []);
    const files = await Promise.all(names.map((name) => stat(join(folder, name)).catch(() => undefined)));
    const oldest = Math.min(...files.flatMap((file) => (file && file.size > 0 ? [file.birthtimeMs] : [])));
    return now() - oldest > SOON
      ? [
          fault(
            `messages have waited on the disk for ${spanOf(now() - oldest)} and are not in the store`,
            "start the service, and look for `store away` in its log",
          ),
        ]
      : [ok("no message waits on the disk")];
  },
};
