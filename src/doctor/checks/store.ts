import { storeName } from "../../store/schemes.ts";
import { type Check, ok, warning } from "../check.ts";

/** `openScene` has already reported the faults of the store. */
export const storeCheck: Check = {
  name: "store",
  async examine({ config, storeLook, store }) {
    if (!storeLook || !store) return [];
    return [
      ok(`the stored data has this release's form (${storeLook.newest})`),
      ok("SEAL_KEYS and INDEX_KEY fit what is stored"),
      ...(storeLook.alone
        ? [
            warning(
              `${storeName(config.storeUrl)} is a single server, and nothing takes its place when it fails`,
              "make it a replica set",
            ),
          ]
        : []),
    ];
  },
};
