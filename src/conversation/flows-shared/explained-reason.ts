import type { Reason } from "../../vocabulary/lists.ts";

/** Where a reason is explained: a death is asked about before anything is said of it. */
export const explained = (reason: Reason) => ({
  to: reason === "MENINGGAL" ? ("repair.deceased" as const) : ("repair.explain" as const),
  data: { reason },
});
