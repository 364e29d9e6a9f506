import { lastTidied, TIDIED_LOOK } from "../../messaging/tidied.ts";
import { ok, spanOf, storedCheck, warning } from "../check.ts";

/** When what has been kept long enough was last dropped. */
export const retentionCheck = storedCheck("retention", async ({ store, now }) => {
  const last = await lastTidied(store, now());
  return [
    last === undefined
      ? warning(
          `nothing was dropped by age in the last ${spanOf(TIDIED_LOOK)}, as the privacy notice promises`,
          "the service does it once an hour; npx --no sapa retention run does it now",
        )
      : ok("what has been kept long enough was dropped within the last two days"),
  ];
});
