import type { Reason } from "../../vocabulary/lists.ts";

/** For a death, the chat first asks whether the person has died. */
export const explained = (reason: Reason) => ({
  to: reason === "MENINGGAL" ? ("repair.deceased" as const) : ("repair.explain" as const),
  data: { reason },
});
