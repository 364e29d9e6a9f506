import { lastTidied, TIDIED_LOOK } from "../../messaging/last-tidied.ts";
import { makeStoreCheck, ok, spanOf, warning } from "../check.ts";

export const retentionCheck = makeStoreCheck("retention", async ({ store, now }) => {
  const last = await lastTidied(store, now());
  return [
    last === undefined
      ? warning(
          `the service has dropped no old data in the last ${spanOf(TIDIED_LOOK)}, though the privacy notice promises that it does`,
          "the service does it once an hour; npx --no sapa retention run does it now",
        )
      : ok(`the service has dropped what it kept long enough, in the last ${spanOf(TIDIED_LOOK)}`),
  ];
});
